import type { TextMark } from '@/components/ui/text-marks';
import { useDrill } from './drill-context';

/** The text that is searched for in the section Events, to be marked in the event that is open there; null elsewhere. */
export function useTextMark(): TextMark | null {
  const { view } = useDrill();
  return view.section === 'events' ? view.filters.text : null;
}
