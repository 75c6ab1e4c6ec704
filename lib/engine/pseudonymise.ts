import { base64url } from '@/lib/base/short-digest';
import { rowId } from '@/lib/base/row-id';
import { UserError } from '@/lib/base/user-error';
import type { EventTable } from '@/lib/events/event-table';
import { EventTableBuilder } from '@/lib/events/event-table-builder';
import type { HuntResult } from '@/lib/hunts/hunt-result';
import { readHuntDocument } from '@/lib/hunts/read-hunt-document';
import { runHunt } from '@/lib/hunts/run-hunt';
import { fileNamesHidden } from '@/lib/packs/file-names';
import { pseudonymsOf, type Pseudonyms } from '@/lib/packs/pseudonyms';
import { choiceProblems } from '@/lib/packs/pseudonyms-choices';
import { collectNames, type FoundName } from '@/lib/packs/pseudonyms-collect';
import { LeftOver } from '@/lib/packs/pseudonyms-left';
import { onOneLine } from './one-line';
import type { PseudonymChoice, PseudonymisedEvents, PseudonymKey, PseudonymPreview } from './pseudonym-shapes';
import { between } from './stepwise';

/** Of a dataset that is not told. */
const UNTOLD_SHA256 = '0'.repeat(64);
/** Bytes that are gathered before they are handed on. */
const STRETCH = 1 << 18;

/** The names of a table, which stay the same whatever is chosen for them. */
const known = new WeakMap<EventTable, readonly FoundName[]>();

/** What the pseudonyms would be and do: the hunt is run again on the events as they would be shared. */
export async function* previewPseudonyms(table: EventTable, dataset: string, hunt: { readonly text: string; readonly result: HuntResult }, choices: readonly PseudonymChoice[]): AsyncGenerator<number, { readonly preview: PseudonymPreview }> {
  const pseudonyms = yield* between(0, 0.3, chosen(table, choices));
  const left = new LeftOver(pseudonyms);
  const builder = new EventTableBuilder();
  const encoder = new TextEncoder();
  let open = -1;
  for (const { member, text, done } of stretches(table, pseudonyms)) {
    if (member !== open) {
      if (open >= 0) builder.endMember();
      builder.startMember(pseudonyms.text(table.members[member].name));
      open = member;
    }
    for (const line of text.split('\n')) left.add(line);
    builder.append(encoder.encode(text));
    yield 0.3 + 0.65 * done;
  }
  if (open >= 0) builder.endMember();
  const counts = pseudonyms.replacements.map(({ original }) => pseudonyms.countOf(original));
  const text = rewritten(pseudonyms, hunt.text);
  const inHunt = pseudonyms.replacements.map(({ original }, i) => pseudonyms.countOf(original) > counts[i]);
  const problems = choiceProblems(pseudonyms.replacements);
  const after = rowCounts(runHunt(readHuntDocument(text), builder.finish()));
  const before = rowCounts(hunt.result);
  const preview = {
    replacements: pseudonyms.replacements.map((each, i) => ({ ...each, count: counts[i], isInHunt: inHunt[i], problem: problems.get(each.original.toLowerCase()) ?? null })),
    left: left.all(),
    counts: before.map(({ analytic, reading, rows }, i) => ({ analytic, reading, before: rows, after: after[i]?.rows ?? null })),
    hunt: text === hunt.text ? null : text,
    key: keyOf(dataset, pseudonyms),
  };
  return { preview };
}

/** @throws UserError 'not-found' where a chosen pseudonym will not do */
export async function* pseudonymisedEvents(table: EventTable, dataset: string, choices: readonly PseudonymChoice[]): AsyncGenerator<number, PseudonymisedEvents> {
  const pseudonyms = yield* between(0, 0.4, usable(table, choices));
  const encoder = new TextEncoder();
  const gzip = new CompressionStream('gzip');
  const file = new Response(gzip.readable).blob();
  const writer = gzip.writable.getWriter();
  for (const { text, done } of stretches(table, pseudonyms)) {
    await writer.write(encoder.encode(text));
    yield 0.4 + 0.6 * done;
  }
  await writer.close();
  return { name: `${pseudonyms.text(stemOf(dataset))}.pseudonymised.ndjson.gz`, events: table.rowCount, bytes: await file };
}

/** What a pack with pseudonyms needs. */
export interface PackPseudonyms {
  /** For texts of every kind: JSON is replaced string by string, anything else as it stands. Neither the dataset's SHA-256 nor its files' names stay. */
  readonly rewrite: (text: string) => string;
  /** The hunt's document, whose words about files stay, but for what its entries tell of the dataset. */
  readonly document: (text: string) => string;
  /** Of all that was replaced so far. */
  readonly key: () => PseudonymKey;
}

/** @throws UserError 'not-found' where a chosen pseudonym will not do */
export function* packPseudonyms(table: EventTable, dataset: { readonly name: string; readonly sha256: string | null }, choices: readonly PseudonymChoice[]): Generator<number, PackPseudonyms> {
  const pseudonyms = yield* usable(table, choices);
  const withoutDigest = digestHidden(dataset.sha256);
  const files = fileNamesHidden([dataset.name, ...table.members.map(({ name }) => name)]);
  return {
    rewrite: (text) => rewritten(pseudonyms, files(withoutDigest(text))),
    document: (text) => rewritten(pseudonyms, entriesOfNoDataset(text, dataset.sha256)),
    key: () => keyOf(dataset.name, pseudonyms),
  };
}

/** A digest tells the dataset to whoever has it. */
function digestHidden(sha256: string | null): (text: string) => string {
  if (sha256 === null) return (text) => text;
  const short = base64url(sha256);
  return (text) => text.replaceAll(`"${sha256}"`, 'null').replaceAll(sha256, 'left-out').replaceAll(short, 'left-out');
}

/** Entries among a hunt's false positives and bypasses (read-entries.ts) name the dataset that their rows are in, in a link's title. */
function entriesOfNoDataset(text: string, sha256: string | null): string {
  return sha256 === null ? text : text.replace(new RegExp(`sha256:${sha256} (?:[^"\\\\\n]|\\\\.)*`, 'g'), `sha256:${UNTOLD_SHA256} the dataset`);
}

function rewritten(pseudonyms: Pseudonyms, text: string): string {
  return isJson(text) ? pseudonyms.json(text) : pseudonyms.text(text);
}

function isJson(text: string): boolean {
  if (!/^\s*[{[]/.test(text)) return false;
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

function* usable(table: EventTable, choices: readonly PseudonymChoice[]): Generator<number, Pseudonyms> {
  const pseudonyms = yield* chosen(table, choices);
  const [problem] = choiceProblems(pseudonyms.replacements);
  if (problem) throw new UserError({ code: 'not-found', message: `The pseudonym for ${problem[0]} will not do. ${problem[1]}`, advice: 'Choose another one.' });
  return pseudonyms;
}

function* chosen(table: EventTable, choices: readonly PseudonymChoice[]): Generator<number, Pseudonyms> {
  const names = known.get(table) ?? (yield* collectNames(table));
  known.set(table, names);
  return pseudonymsOf(names, new Map(choices.map(({ original, as }) => [original.toLowerCase(), as])));
}

/** The replaced lines, several of one member at a time, each with its line end; and how much of the table is done. */
function* stretches(table: EventTable, pseudonyms: Pseudonyms): Generator<{ readonly member: number; readonly text: string; readonly done: number }> {
  let text = '';
  let member = 0;
  for (let i = 0; i < table.rowCount; i++) {
    const row = rowId(i);
    const own = table.source(row).member;
    if (text !== '' && (own !== member || text.length >= STRETCH)) {
      yield { member, text, done: i / table.rowCount };
      text = '';
    }
    member = own;
    text += `${pseudonyms.json(onOneLine(table.text(row)))}\n`;
  }
  if (text !== '') yield { member, text, done: 1 };
}

function rowCounts({ analytics }: HuntResult) {
  return analytics.flatMap(({ analytic, readings }) => readings.map(({ kind, table }) => ({ analytic: analytic.id, reading: kind, rows: table?.rowCount ?? null })));
}

function keyOf(dataset: string, pseudonyms: Pseudonyms): PseudonymKey {
  const replacements = pseudonyms.replacements.filter(({ pseudonym }) => pseudonym !== null).map(({ kind, original, pseudonym }) => ({ kind, original, pseudonym }));
  const text = `${JSON.stringify({ format: 'huntbook-pseudonym-key', version: 1, dataset, replacements, spellings: pseudonyms.spellings() }, null, 1)}\n`;
  return { name: `${stemOf(dataset)}.pseudonym-key.json`, text };
}

function stemOf(dataset: string): string {
  return dataset.replace(/^.*[/\\]/, '').replace(/(\.(zip|tar|gz|tgz|json|jsonl|ndjson|csv))+$/i, '');
}
