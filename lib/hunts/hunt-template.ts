import type { EventTable } from '@/lib/events/event-table';
import { type AppendedAnalytic, insertAnalytic } from './append-analytic';

/** A hunt to begin with, under a title in plain words: it runs on the dataset, and says what to replace. */
export function newHunt(title: string, table: EventTable): string {
  return `# ${title}

## Hypothesis

Say what somebody may be doing, and how it would show in events like these.

## Analytics

${analyticTemplate('I', 3, table)}
`;
}

/**
 * The same hunt with one more analytic to be filled in: a table of data sources and both readings, which run on the dataset as they are.
 * @throws UserError 'unreadable-hunt'
 */
export function withNewAnalytic(text: string, table: EventTable): AppendedAnalytic {
  return insertAnalytic(text, (id, depth) => analyticTemplate(id, depth, table));
}

/** Asks for the event type that the dataset has most of. */
function analyticTemplate(id: string, depth: number, table: EventTable): string {
  const marks = '#'.repeat(Math.min(depth, 5));
  const { channel, eventId } = commonType(table);
  return `${marks} Analytic ${id}: What this one looks for

Say in a sentence what the rows are.

| Data source | Event Provider | Relationship | Event |
|:------------|:---------------|--------------|-------|
| Say which | ${channel} | Who did what to what | ${eventId} |

${marks}# Logic

\`\`\`{code-block} sql
SELECT Hostname, Channel, EventID
FROM events
WHERE Channel = '${channel}'
    AND EventID = ${eventId}
\`\`\`

${marks}# Pandas Query

\`\`\`{code-cell} ipython3
(
df[['Hostname', 'Channel', 'EventID']]
[(df['Channel'] == '${channel}')
    & (df['EventID'] == ${eventId})
]
)
\`\`\``;
}

/** Logons, for a dataset without such fields. */
const LOGONS = { channel: 'Security', eventId: '4624' };

function commonType(table: EventTable): { readonly channel: string; readonly eventId: string } {
  const [channels, ids] = ['Channel', 'EventID'].map((name) => {
    const { found } = table.resolve(name);
    return found === null ? null : table.column(found);
  });
  if (channels === null || ids === null) return LOGONS;
  const counts = new Map<number, number>();
  let best = { pair: -1, events: 0 };
  for (let row = 0; row < table.rowCount; row++) {
    const pair = channels.codes[row] * ids.size + ids.codes[row];
    const events = (counts.get(pair) ?? 0) + 1;
    counts.set(pair, events);
    if (events > best.events && isType(channels.text(channels.codes[row]), ids.text(ids.codes[row]))) best = { pair, events };
  }
  const channel = best.pair < 0 ? null : channels.text(Math.floor(best.pair / ids.size));
  const eventId = best.pair < 0 ? null : ids.text(best.pair % ids.size);
  return channel !== null && eventId !== null ? { channel, eventId } : LOGONS;
}

/** What can stand in a table and in a query as it is. */
function isType(channel: string | null, eventId: string | null): boolean {
  return channel !== null && eventId !== null && /^[\w /.()-]{1,120}$/.test(channel) && /^\d{1,9}$/.test(eventId);
}
