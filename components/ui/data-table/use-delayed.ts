import { useEffect, useState } from 'react';
import { useBusy } from '@/components/ui/busy';

/** The value once it has stayed the same for a while: typing does not ask for rows at every key. */
export function useDelayed<T>(value: T, milliseconds: number): T {
  const [late, setLate] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setLate(value), milliseconds);
    return () => clearTimeout(timer);
  }, [value, milliseconds]);
  useBusy(late !== value);
  return late;
}
