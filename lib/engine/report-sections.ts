import { markdownText } from '@/lib/base/markdown-text';
import { clockSentences, durationText } from './clock-sentences';
import type { ImportReport, ReportedHost, ReportSection, ToldReport } from './report-shapes';

/** Rows of one table; the JSON has more. */
const MOST_ROWS = 300;

export function tellReport(report: ImportReport): ToldReport {
  const sections = reportSections(report);
  return { report, sections, markdown: reportMarkdown(sections) };
}

function reportSections(report: ImportReport): readonly ReportSection[] {
  const { summary } = report;
  return [
    section('file', 'File', ['', ''], [], [
      ['Name', summary.name],
      ['SHA-256', summary.sha256 ?? 'not known: the browser computes it on https pages only'],
      ['Size', `${count(summary.fileBytes)} bytes`],
      ['Text inside', `${count(summary.bytes)} bytes${report.ratio === null ? '' : `, ${report.ratio.toFixed(1)} : 1`}`],
      ['Events', count(summary.events)],
      ['Skipped lines', count(summary.skippedLines)],
      ['Shapes', `${count(report.shapes.length)} (sets of fields that events have)`],
      ['Fields', count(report.fieldCount)],
      ['First event', summary.time ? summary.time.first : 'no event has a readable time'],
      ['Last event', summary.time ? summary.time.last : 'no event has a readable time'],
    ]),
    section('clocks', 'Clocks', ['Field', 'Tells', 'Events', 'First', 'Last', 'Out of order', 'Minus UTC, median'], [2, 5, 6], report.clocks.fields.map(clockRow), clockSentences(report)),
    ...listed('skew', 'Host against host', ['Opened by', 'Taken by', 'Connections', 'Second clock minus first', 'Least', 'Greatest'], [2, 3, 4, 5],
      report.skews.map((skew) => [skew.client, skew.server, count(skew.connections), durationText(skew.millis), durationText(skew.low), durationText(skew.high)]),
      ['Sysmon 3 of both hosts tells of the same connection, each by its own UTC clock. What lies between is how far the clocks stand apart, and how long either host took to tell.']),
    section('names', 'Field names', ['A hunt asks for', 'Read from', 'Match', 'Events', 'Means the same, not read'], [3], report.names.map(({ canonical, sources, how, unread }) => [
      canonical, sources.map((source) => (sources.length > 1 ? counted(source) : source.value)).join(', else ') || 'nothing of the kind', how, count(sources.reduce((sum, { events }) => sum + events, 0)), unread.map(counted).join(', '),
    ]), report.names.some(({ sources }) => sources.length > 1) ? ['Where an event lacks the first field, the next is read: the number behind each is that of the events it is read in.'] : []),
    ...listed('case', 'Names that differ only by case', ['Fields'], [], report.caseTwins.map((twins) => [twins.map(counted).join(', ')]),
      ['They are different fields: a hunt that asks for one does not read the other.']),
    section('hosts', 'Hosts', ['Host', 'Events', 'Spellings and why they are one'], [1], report.hosts.map((host) => [host.name, count(host.events), spellings(host)])),
    section('channels', 'Channels', ['Channel', 'Events'], [1], summary.channels.map(({ value, events }) => [value, count(events)])),
    section('event-ids', 'Event IDs', ['Event ID', 'Channel', 'Events'], [2], report.eventIds.map(({ eventId, channel, events }) => [eventId, channel ?? 'none', count(events)]), [], report.eventIdCount),
    section('fields', 'Fields', ['Field', 'Events', 'Types'], [1], report.fields.map(({ name, events, kinds }) => [
      name, count(events), kinds.length === 1 ? kinds[0].kind : kinds.map(({ kind, events: of }) => `${kind} ${count(of)}`).join(', '),
    ]), [], report.fieldCount),
    section('members', 'Files with events', ['File', 'Events', 'Bytes'], [1, 2], summary.members.map(({ name, events, bytes }) => (events === 0 ? [name, 'left out', ''] : [name, count(events), count(bytes)]))),
    ...listed('skipped-members', 'Files that are not events', ['File', 'It is'], [], summary.skippedMembers.map(({ name, reason }) => [name, reason])),
    ...listed('skipped-lines', 'Skipped lines', ['File', 'Line', 'Why', 'Begins'], [1], summary.skippedLineSamples.map(({ member, line, reason, preview }) => [member, count(line), reason, preview]), [], summary.skippedLines),
  ];
}

function section(id: string, title: string, columns: readonly string[], numeric: readonly number[], rows: ReportSection['rows'], notes: readonly string[] = [], total = rows.length): ReportSection {
  return { id, title, notes, columns, numeric, rows: rows.slice(0, MOST_ROWS), more: total - Math.min(rows.length, MOST_ROWS) };
}

/** Only where there is something to list. */
function listed(...args: Parameters<typeof section>): readonly ReportSection[] {
  return args[4].length === 0 ? [] : [section(...args)];
}

const ROLES = { event: 'the event', received: 'collection', content: 'something in the event' } as const;

function clockRow({ name, role, events, first, last, isShown, outOfOrder, offset }: ImportReport['clocks']['fields'][number]): readonly string[] {
  return [isShown ? `${name} (shown)` : name, ROLES[role], count(events), first, last, role === 'content' ? '' : count(outOfOrder), offset ? durationText(offset.median) : ''];
}

function spellings({ name, spellings: written, couldBe }: ReportedHost): string {
  const others = written.map(({ value, events, why }) => {
    if (why === 'as-named') return written.length > 1 ? `${value}: ${count(events)}` : null;
    return `${value}: ${count(events)}, ${why === 'other-case' ? 'the same name in other case' : 'the short name of the one full name that begins so'}`;
  });
  const open = couldBe.length > 1 ? `${name} could be ${couldBe.join(' or ')}: kept apart` : null;
  return [...others, open].filter((text) => text !== null).join('; ');
}

function counted({ value, events }: { readonly value: string; readonly events: number }): string {
  return `${value} (${count(events)})`;
}

function count(number: number): string {
  return number.toLocaleString('en');
}

/** The report as Markdown: what a dataset holds must not become markup, so a cell is escaped. */
function reportMarkdown(sections: readonly ReportSection[]): string {
  const parts = sections.map(({ title, notes, columns, rows, more }) => {
    const line = (cells: readonly string[]) => `| ${cells.map(markdownCell).join(' | ')} |`;
    const table = [line(columns), line(columns.map(() => '---')), ...rows.map(line)];
    return [`## ${title}`, ...notes.map(markdownCell), table.join('\n'), ...(more > 0 ? [`and ${count(more)} more`] : [])].join('\n\n');
  });
  return `# Import report\n\nTimes are in UTC.\n\n${parts.join('\n\n')}\n`;
}

function markdownCell(text: string): string {
  return text === '---' ? text : markdownText(text);
}
