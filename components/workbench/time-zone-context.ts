import { createContext, use } from 'react';
import { UTC, type TimeZone } from '@/lib/base/time-zone';

/** The zone that times are shown in. */
export const TimeZoneContext = createContext<TimeZone>(UTC);

export function useTimeZone(): TimeZone {
  return use(TimeZoneContext);
}
