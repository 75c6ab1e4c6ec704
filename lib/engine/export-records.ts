import { recordLines, type RecordLine } from './record-lines';
import type { KeptResult } from './kept-result';
import type { OpenTable } from './open-table';
import type { RecordsPart, RecordsRequest } from './record-shapes';
import { replaced, TURN_MILLIS } from './stepwise';

/** Characters that are gathered before they become bytes. */
const STRETCH = 1 << 16;

const FILES = {
  csv: { ending: '.csv', type: 'text/csv' },
  ndjson: { ending: '.ndjson', type: 'application/x-ndjson' },
  // Timesketch knows the file by this ending.
  timesketch: { ending: '.timesketch.jsonl', type: 'application/x-ndjson' },
} as const;

/** A file of records that is being written, part by part. */
export class RecordsExport {
  private readonly lines: Generator<RecordLine>;
  private next = 0;
  private done = 0;
  private isDone = false;

  constructor(
    open: OpenTable,
    private readonly request: RecordsRequest,
    kept: KeptResult | null,
    private readonly dataset: string,
  ) {
    this.lines = recordLines(open, request, kept);
  }

  /** @throws UserError 'cancelled' where another part was due, so another export has begun since */
  part(number: number): RecordsPart {
    if (number !== this.next || this.isDone) throw replaced();
    this.next++;
    const chunks: Uint8Array<ArrayBuffer>[] = [];
    const encoder = new TextEncoder();
    let stretch = '';
    let records = 0;
    let leftOut = 0;
    const until = performance.now() + TURN_MILLIS;
    while (performance.now() < until) {
      const next = this.lines.next();
      if (next.done === true) {
        this.isDone = true;
        this.done = 1;
        break;
      }
      const { value } = next;
      this.done = value.done;
      if (value.counts === 'record') records++;
      if (value.counts === 'leftOut') leftOut++;
      stretch += value.text ?? '';
      if (stretch.length < STRETCH) continue;
      chunks.push(encoder.encode(stretch));
      stretch = '';
    }
    if (stretch !== '') chunks.push(encoder.encode(stretch));
    const { type } = FILES[this.request.format];
    return { name: fileName(this.dataset, this.request), type, bytes: new Blob(chunks, { type }), done: this.done, isDone: this.isDone, records, leftOut };
  }
}

/** "sample-iv-hardened.csv", "sample-iv-hardened-events.ndjson", "sample-events.timesketch.jsonl" */
function fileName(dataset: string, request: RecordsRequest): string {
  const what = request.of === 'events' ? ['events'] : [request.rows.analytic, request.rows.reading, ...(request.of === 'sources' ? ['events'] : [])];
  const stem = [dataset.replace(/^.*[/\\]/, '').replace(/\.(zip|tar|gz|tgz|json|jsonl|ndjson|csv)+$/i, ''), ...what].join('-');
  return `${stem.toLowerCase().replace(/[^\p{L}\p{N}_.-]+/gu, '-')}${FILES[request.format].ending}`;
}
