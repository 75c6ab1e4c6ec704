import { UserError } from '@/lib/base/user-error';
import type { RowId } from '@/lib/base/row-id';
import { clockOf, type Clock } from '@/lib/events/clock';
import type { EventTable } from '@/lib/events/event-table';
import { eventTypes, type EventTypes } from '@/lib/sessions/event-type';
import { sessionsOf, type LogonSessions } from '@/lib/sessions/logon-sessions';
import { sessionColumns, type SessionColumns } from '@/lib/sessions/session-columns';
import type { EventRef } from './engine';

/** One dataset with what the engine's answers read it by. Everything is worked out when first asked for. */
export class OpenTable {
  readonly columns: SessionColumns;
  private types: EventTypes | null = null;

  constructor(readonly table: EventTable) {
    this.columns = sessionColumns(table);
  }

  get sessions(): LogonSessions {
    return sessionsOf(this.table);
  }

  get clock(): Clock | null {
    return clockOf(this.table);
  }

  get eventTypes(): EventTypes {
    return (this.types ??= eventTypes(this.columns));
  }

  /** Milliseconds since 1970; null where the event has no readable time. */
  millis(row: RowId): number | null {
    const millis = this.clock?.millis[row] ?? Number.NaN;
    return Number.isNaN(millis) ? null : millis;
  }

  ref(row: RowId): EventRef {
    return this.table.source(row);
  }

  /** @throws UserError 'not-found' */
  rowOf(ref: EventRef): RowId {
    const row = this.table.rowAt(ref);
    if (row !== null) return row;
    const member = this.table.members.at(ref.member)?.name ?? `Member ${ref.member}`;
    throw notFound(`${member} has no event on line ${ref.line}.`);
  }
}

export function notFound(message: string): UserError {
  return new UserError({ code: 'not-found', message, advice: 'The link may belong to another dataset or to another version of this one.' });
}
