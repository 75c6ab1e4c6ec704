import type { DatasetSummary, EventRef } from '@/lib/engine/engine';

/** Whether the event's place is its number among the events of its file: of several on one line, the line would name none. */
export function countsEvents(members: DatasetSummary['members'], { member }: EventRef): boolean {
  return members.at(member)?.numbering === 'events';
}
