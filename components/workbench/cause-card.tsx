'use client';

import { useId, useMemo, useState } from 'react';
import type { CauseKind, CodePlace, DifferenceCause, Words } from '@/lib/engine/compare-shapes';
import type { AnalyticRun, Engine, ReadingKind } from '@/lib/engine/engine';
import { Badge } from '@/components/ui/badge';
import { CodeBlock } from '@/components/ui/code-block';
import { countText } from '@/components/ui/format';
import { ChevronDownIcon, ChevronRightIcon } from '@/components/ui/icons';
import { codeExcerpt } from './code-excerpt';
import { DifferingRowsTable } from './differing-rows-table';
import { READING_NAMES } from './reading-names';

const KIND_NAMES: Record<CauseKind, string> = {
  pattern: 'Pattern',
  value: 'Value',
  missing: 'Missing value',
  absent: 'Missing field',
  case: 'Letter case',
  type: 'Type',
  filter: 'Filter',
  join: 'Join',
  partner: 'Partner',
  duplicates: 'Repeated rows',
  limit: 'Limit',
};

/** Shown of the rows of one cause, and of the values. */
const MOST_ROWS = 20;
const MOST_VALUES = 8;

interface CauseCardProps {
  readonly engine: Engine;
  readonly analytic: AnalyticRun;
  readonly cause: DifferenceCause;
  readonly has: ReadingKind;
  readonly lacks: ReadingKind;
  readonly onOpenRow: (reading: ReadingKind, row: number) => void;
}

/** One cause: a sentence, both conditions in their code side by side, the values that decide, and its rows. */
export function CauseCard({ engine, analytic, cause, has, lacks, onOpenRow }: CauseCardProps) {
  const id = useId();
  const [isOpen, setOpen] = useState(false);
  const rows = useMemo(() => cause.rowNumbers.map((row) => ({ home: has, row })), [cause, has]);
  return (
    <li className="min-w-0 rounded border border-line">
      <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-1 px-3 py-2">
        <p className="min-w-0 grow basis-72 text-sm">
          <Badge tone="caution" className="mr-2 align-text-bottom">
            {KIND_NAMES[cause.kind]}
          </Badge>
          <WordsLine words={cause.words} />
        </p>
        <button
          type="button"
          aria-expanded={isOpen}
          aria-controls={id}
          onClick={() => setOpen(!isOpen)}
          className="tabular flex min-h-6 shrink-0 items-center gap-1 rounded px-1 text-xs font-medium text-accent hover:bg-sunken"
        >
          {isOpen ? <ChevronDownIcon /> : <ChevronRightIcon />}
          {countText(cause.rows, 'row')}
          {cause.alone < cause.rows && cause.kind !== 'duplicates' && <span className="font-normal text-ink-2">, {cause.alone === 0 ? 'none' : cause.alone.toLocaleString('en')} by this alone</span>}
        </button>
      </div>
      {(cause.has ?? cause.lacks) && (
        <div className="grid border-t border-line md:grid-cols-2 md:divide-x md:divide-line">
          <Side analytic={analytic} kind={has} place={cause.has} />
          <Side analytic={analytic} kind={lacks} place={cause.lacks} />
        </div>
      )}
      {cause.values.length > 1 && <Values cause={cause} />}
      <div id={id} hidden={!isOpen} className="border-t border-line p-2">
        {isOpen && (
          <DifferingRowsTable engine={engine} analytic={analytic.id} of={{ analytic: analytic.id, readings: analytic.readings.map(({ kind }) => kind) }} kinds={[]} rows={rows} most={MOST_ROWS} label="Rows of this cause" onOpenRow={onOpenRow} />
        )}
      </div>
    </li>
  );
}

/** A condition where it stands in its reading's code. */
function Side({ analytic, kind, place }: { readonly analytic: AnalyticRun; readonly kind: ReadingKind; readonly place: CodePlace | null }) {
  const reading = analytic.readings.find((candidate) => candidate.kind === kind);
  const excerpt = useMemo(() => (reading && place ? codeExcerpt(reading.code, reading.tokens, place.span) : null), [reading, place]);
  return (
    <div className="min-w-0 max-md:[&+&]:border-t max-md:[&+&]:border-line">
      <p className="px-3 pt-1.5 text-2xs text-ink-2">
        {READING_NAMES[kind]}
        {place?.leg != null && <span className="font-mono text-ink-3"> {place.leg}</span>}
      </p>
      {excerpt ? (
        <CodeBlock code={excerpt.code} tokens={excerpt.tokens} marks={NO_MARKS} focused={excerpt.span} label={`${READING_NAMES[kind]}, the condition`} />
      ) : (
        <p className="px-3 py-2 text-xs text-ink-3">sets none</p>
      )}
    </div>
  );
}

const NO_MARKS: readonly [] = [];

function Values({ cause: { values, valueCount, field } }: { readonly cause: DifferenceCause }) {
  const shown = values.slice(0, MOST_VALUES);
  return (
    <ul aria-label={field === null ? 'Values that decide' : `Values of ${field} that decide`} className="flex flex-wrap gap-x-4 gap-y-0.5 border-t border-line px-3 py-1.5 text-xs">
      {shown.map(({ value, rows }) => (
        <li key={value ?? ''} className="min-w-0">
          {value === null ? <span className="text-ink-3">missing</span> : <code className="break-all font-mono">{value}</code>} <span className="tabular text-ink-3">× {rows.toLocaleString('en')}</span>
        </li>
      ))}
      {valueCount > shown.length && <li className="text-ink-2">and {(valueCount - shown.length).toLocaleString('en')} more values</li>}
    </ul>
  );
}

export function WordsLine({ words }: { readonly words: Words }) {
  return words.map((part, place) => {
    if (typeof part === 'string') return part;
    if ('reading' in part) return READING_NAMES[part.reading];
    return (
      <code key={place} className="break-words rounded bg-sunken px-1 font-mono text-xs">
        {part.code}
      </code>
    );
  });
}
