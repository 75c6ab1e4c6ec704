import { useState } from 'react';
import type { PseudonymChoice, ShownReplacement } from '@/lib/engine/pseudonym-shapes';
import { Button } from '@/components/ui/button';

interface ReplacementTableProps {
  readonly replacements: readonly ShownReplacement[];
  /** Null: no choice any more. */
  readonly onChoose: (choice: PseudonymChoice | null, original: string) => void;
}

const KINDS = { user: 'User', host: 'Host', domain: 'Domain', address: 'Address', sid: 'SID' } as const;
/** More are replaced, but not drawn at once. */
const MOST_SHOWN = 200;

/** Every replacement, to be kept or named otherwise. */
export function ReplacementTable({ replacements, onChoose }: ReplacementTableProps) {
  const [shown, setShown] = useState(MOST_SHOWN);
  const rows = (['user', 'host', 'domain', 'address', 'sid'] as const).flatMap((kind) => replacements.filter((each) => each.kind === kind));
  return (
    <section aria-label="Replacements" className="flex flex-col gap-1">
      <h3 className="label">Replacements</h3>
      <div className="max-h-72 overflow-auto rounded border border-line" tabIndex={0} role="group" aria-label="All replacements">
        <table className="w-full text-xs">
          <thead>
            <tr className="text-left">
              {['Kind', 'Name', 'Pseudonym', 'Times', ''].map((name) => (
                <th key={name} className="label px-2 py-1 font-normal">
                  {name === '' ? <span className="sr-only">Choice</span> : name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.slice(0, shown).map((each) => (
              <ReplacementRow key={each.original} replacement={each} onChoose={onChoose} />
            ))}
          </tbody>
        </table>
      </div>
      {rows.length > shown && (
        <div>
          <Button onClick={() => setShown(shown + MOST_SHOWN)}>Show more of {rows.length.toLocaleString('en')}</Button>
        </div>
      )}
    </section>
  );
}

function ReplacementRow({ replacement, onChoose }: { readonly replacement: ShownReplacement; readonly onChoose: ReplacementTableProps['onChoose'] }) {
  const { kind, original, pseudonym, why, count, isInHunt, problem } = replacement;
  return (
    <tr className="border-t border-line align-top">
      <td className="px-2 py-1">{KINDS[kind]}</td>
      <td className="min-w-28 break-all px-2 py-1 font-mono">
        {original}
        {isInHunt && <span className="block font-sans text-caution">The hunt names it</span>}
      </td>
      <td className="px-2 py-1">
        <input
          key={pseudonym}
          aria-label={`Pseudonym of ${original}`}
          defaultValue={pseudonym ?? ''}
          placeholder={why === 'chosen' ? 'kept' : why === null ? '' : `kept: ${why}`}
          onBlur={({ target }) => {
            const as = target.value.trim();
            if (as !== (pseudonym ?? '')) onChoose(as === '' ? null : { original, as }, original);
          }}
          onKeyDown={({ key, currentTarget }) => key === 'Enter' && currentTarget.blur()}
          className="h-7 w-full min-w-28 rounded border border-edge bg-surface px-2 font-mono"
        />
        {problem !== null && (
          <span role="alert" className="block text-danger">
            {problem}
          </span>
        )}
      </td>
      <td className="px-2 py-1 tabular-nums">{count.toLocaleString('en')}</td>
      <td className="px-2 py-1">
        {pseudonym !== null ? (
          <Button aria-label={`Keep ${original}`} onClick={() => onChoose({ original, as: null }, original)}>
            Keep
          </Button>
        ) : (
          why === 'chosen' && (
            <Button aria-label={`Replace ${original}`} onClick={() => onChoose(null, original)}>
              Replace
            </Button>
          )
        )}
      </td>
    </tr>
  );
}
