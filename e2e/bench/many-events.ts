import { sampleText } from '@/lib/sample/generate-sample';

/** What differs from round to round: the host, the day, the logon ID, the record's number, the name of the file. */
const VARIED =
  /(?<="Hostname":")\w+|2026-03-\d\d|(?<=LogonI[dD]":")0x[0-9a-f]{4,}|(?<="RecordNumber":)\d+|(?<="(?:RelativeTargetName|TargetFilename)":"[^"]*)[^"\\]+(?=")/g;
/** The one session of SYSTEM goes on for ever: what joins share accesses by logon ID alone would find the square of the rounds in it. */
const SERVICE_SHARE = /^(?=.*"EventID":51(40|45),).*"SubjectLogonId":"0x3e7"/;
/** The sample spans fewer days. */
const DAYS_A_ROUND = 7;
const DAY_MS = 86_400_000;

interface Template {
  /** What stands between the varied places, one more than of them. */
  readonly fixed: readonly string[];
  readonly varied: readonly string[];
  /** Of the first round only. */
  readonly once: boolean;
}

/**
 * The events of the sample, over and over, as lines: each round a week later, on hosts and in sessions of its own, every event with a
 * message that tells its fields again, as Windows writes one. About 2.3 kB an event, 4,968 events a round; `RecordNumber` counts them all from 1.
 */
export function* manyEvents(rounds: number): Generator<string, void, undefined> {
  const templates = sampleText().split('\n').flatMap((line) => templateOf(line) ?? []);
  let record = 0;
  for (let round = 0; round < rounds; round++) {
    for (const { fixed, varied, once } of templates) {
      if (once && round > 0) continue;
      record++;
      let line = fixed[0];
      for (let i = 0; i < varied.length; i++) line += variation(varied[i], round, record) + fixed[i + 1];
      yield line;
    }
  }
}

function templateOf(line: string): Template | null {
  let event: Record<string, unknown>;
  try {
    event = JSON.parse(line) as Record<string, unknown>;
  } catch {
    // The sample has lines that are no events.
    return null;
  }
  const message = Object.entries(event).map(([name, value]) => `${name}: ${String(value)}`).join('\r\n');
  const text = `${line.slice(0, -1)},"Message":${JSON.stringify(message)}}\n`;
  return { fixed: text.split(VARIED), varied: text.match(VARIED) ?? [], once: SERVICE_SHARE.test(line) };
}

function variation(text: string, round: number, record: number): string {
  if (text.startsWith('0x')) return `0x${(round + 1).toString(16)}${text.slice(2).padStart(7, '0')}`;
  if (text.startsWith('2026-')) return new Date(Date.parse(text) + round * DAYS_A_ROUND * DAY_MS).toISOString().slice(0, 10);
  return /^\d+$/.test(text) ? String(record) : `${round}-${text}`;
}
