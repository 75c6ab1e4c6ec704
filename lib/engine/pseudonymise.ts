import { rowId } from '@/lib/base/row-id';
import { UserError } from '@/lib/base/user-error';
import type { EventTable } from '@/lib/events/event-table';
import { EventTableBuilder } from '@/lib/events/event-table-builder';
import type { HuntResult } from '@/lib/hunts/hunt-result';
import { readHuntDocument } from '@/lib/hunts/read-hunt-document';
import { runHunt } from '@/lib/hunts/run-hunt';
import { pseudonymsOf, type Pseudonyms } from '@/lib/packs/pseudonyms';
import { choiceProblems } from '@/lib/packs/pseudonyms-choices';
import { LeftOver } from '@/lib/packs/pseudonyms-left';
import type { PseudonymChoice, PseudonymisedEvents, PseudonymPreview } from './pseudonym-shapes';

/** Bytes that are gathered before they are handed on. */
const STRETCH = 1 << 20;

/** What the pseudonyms would be and do: the hunt is run again on the events as they would be shared. */
export function previewPseudonyms(table: EventTable, dataset: string, hunt: { readonly text: string; readonly result: HuntResult }, choices: readonly PseudonymChoice[]): PseudonymPreview {
  const pseudonyms = chosen(table, choices);
  const left = new LeftOver(pseudonyms);
  const builder = new EventTableBuilder();
  const encoder = new TextEncoder();
  table.members.forEach(({ name }, member) => {
    builder.startMember(pseudonyms.text(name));
    for (const stretch of stretches(table, pseudonyms, member)) {
      for (const line of stretch.split('\n')) left.add(line);
      builder.append(encoder.encode(stretch));
    }
    builder.endMember();
  });
  const counts = pseudonyms.replacements.map(({ original }) => pseudonyms.countOf(original));
  const text = isJson(hunt.text) ? pseudonyms.json(hunt.text) : pseudonyms.text(hunt.text);
  const inHunt = pseudonyms.replacements.map(({ original }, i) => pseudonyms.countOf(original) > counts[i]);
  const problems = choiceProblems(pseudonyms.replacements);
  const after = rowCounts(runHunt(readHuntDocument(text), builder.finish()));
  const before = rowCounts(hunt.result);
  return {
    replacements: pseudonyms.replacements.map((each, i) => ({ ...each, count: counts[i], isInHunt: inHunt[i], problem: problems.get(each.original.toLowerCase()) ?? null })),
    left: left.all(),
    counts: before.map(({ analytic, reading, rows }, i) => ({ analytic, reading, before: rows, after: after[i]?.rows ?? null })),
    hunt: text === hunt.text ? null : text,
    key: { name: `${stemOf(dataset)}.pseudonym-key.json`, text: keyText(dataset, pseudonyms) },
  };
}

/** @throws UserError 'not-found' where a chosen pseudonym will not do */
export async function pseudonymisedEvents(table: EventTable, dataset: string, choices: readonly PseudonymChoice[]): Promise<PseudonymisedEvents> {
  const pseudonyms = usable(table, choices);
  const encoder = new TextEncoder();
  const chunks = table.members.flatMap((_, member) => [...stretches(table, pseudonyms, member)].map((stretch) => encoder.encode(stretch)));
  const zipped = new Blob(chunks).stream().pipeThrough(new CompressionStream('gzip'));
  return { name: `${pseudonyms.text(stemOf(dataset))}.pseudonymised.ndjson.gz`, events: table.rowCount, bytes: await new Response(zipped).blob() };
}

/** For texts of every kind: JSON is replaced string by string, anything else as it stands. @throws UserError 'not-found' where a chosen pseudonym will not do */
export function pseudonymRewrite(table: EventTable, choices: readonly PseudonymChoice[]): (text: string) => string {
  const pseudonyms = usable(table, choices);
  return (text) => (isJson(text) ? pseudonyms.json(text) : pseudonyms.text(text));
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

function usable(table: EventTable, choices: readonly PseudonymChoice[]): Pseudonyms {
  const pseudonyms = chosen(table, choices);
  const [problem] = choiceProblems(pseudonyms.replacements);
  if (problem) throw new UserError({ code: 'not-found', message: `The pseudonym for ${problem[0]} will not do. ${problem[1]}`, advice: 'Choose another one.' });
  return pseudonyms;
}

function chosen(table: EventTable, choices: readonly PseudonymChoice[]): Pseudonyms {
  return pseudonymsOf(table, new Map(choices.map(({ original, as }) => [original.toLowerCase(), as])));
}

/** The replaced lines of one member, several at a time, each with its line end. */
function* stretches(table: EventTable, pseudonyms: Pseudonyms, member: number): Generator<string> {
  let stretch = '';
  for (let i = 0; i < table.rowCount; i++) {
    const row = rowId(i);
    if (table.source(row).member !== member) continue;
    stretch += `${pseudonyms.json(table.text(row))}\n`;
    if (stretch.length < STRETCH) continue;
    yield stretch;
    stretch = '';
  }
  if (stretch !== '') yield stretch;
}

function rowCounts({ analytics }: HuntResult) {
  return analytics.flatMap(({ analytic, readings }) => readings.map(({ kind, table }) => ({ analytic: analytic.id, reading: kind, rows: table?.rowCount ?? null })));
}

function keyText(dataset: string, pseudonyms: Pseudonyms): string {
  const replacements = pseudonyms.replacements.filter(({ pseudonym }) => pseudonym !== null).map(({ kind, original, pseudonym }) => ({ kind, original, pseudonym }));
  return `${JSON.stringify({ format: 'huntbook-pseudonym-key', version: 1, dataset, replacements, spellings: pseudonyms.spellings() }, null, 1)}\n`;
}

function stemOf(dataset: string): string {
  return dataset.replace(/^.*[/\\]/, '').replace(/(\.(zip|tar|gz|tgz|json|jsonl|ndjson|csv))+$/i, '');
}
