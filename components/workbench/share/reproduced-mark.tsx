'use client';

import { useEffect, useState } from 'react';
import type { ResultClaim } from '@/lib/url/result-claim';
import type { DatasetAddress, ViewState } from '@/lib/url/view-state';
import { trackBusy } from '@/components/ui/busy';
import { CheckIcon, InfoIcon, WarningIcon } from '@/components/ui/icons';
import { Popover } from '@/components/ui/popover';
import { checkClaim, outcomeOf, type ClaimCheck, type Findings, type Standing } from './claim';
import { findingsOf, useHuntAtWork, type HuntAtWork } from './hunt-at-work';

/** Of a link that says what its maker had: whether it is still so. Nothing for any other link. */
export function ReproducedMark({ view }: { readonly view: ViewState | null }) {
  const atWork = useHuntAtWork();
  if (!view?.made || !view.dataset) return null;
  if (!atWork) return <Waiting />;
  return <Mark made={view.made} address={view.dataset} atWork={atWork} />;
}

interface MarkProps {
  readonly made: ResultClaim;
  readonly address: DatasetAddress;
  readonly atWork: HuntAtWork;
}

function Mark({ made, address, atWork }: MarkProps) {
  const [known, setKnown] = useState<{ readonly of: HuntAtWork; readonly findings: Findings } | null>(null);
  useEffect(() => {
    let isWanted = true;
    const work = findingsOf(atWork).then(
      (findings) => isWanted && setKnown({ of: atWork, findings }),
      // The engine has stopped, which is said elsewhere.
      () => undefined,
    );
    void trackBusy(work);
    return () => {
      isWanted = false;
    };
  }, [atWork]);
  if (known?.of !== atWork) return <Waiting />;
  const check = checkClaim(made, address, known.findings);
  return (
    <Popover align="end" description="Whether this link reproduces" surfaceClassName="p-3 w-96" trigger={<Word check={check} />}>
      {() => (
        <dl className="flex flex-col gap-2 text-sm">
          {PARTS.map((part) => (
            <div key={part} className="flex flex-col">
              <dt className="label">{NAMES[part]}</dt>
              <dd className={check[part] === 'changed' && part !== 'engine' ? 'text-caution' : undefined}>{saidOf(part, check, made, known.findings)}</dd>
            </div>
          ))}
        </dl>
      )}
    </Popover>
  );
}

/** Keeps the place, so that nothing moves when the answer comes. */
function Waiting() {
  return (
    <span aria-hidden="true" className="invisible inline-flex h-7 items-center gap-1.5 border px-2.5 text-xs">
      <CheckIcon />
      Reproduced
    </span>
  );
}

function Word({ check }: { readonly check: ClaimCheck }) {
  const outcome = outcomeOf(check);
  if (outcome === 'reproduced') {
    return (
      <>
        <CheckIcon className="text-accent" />
        Reproduced
      </>
    );
  }
  if (outcome === 'unknown') {
    return (
      <>
        <InfoIcon />
        Not compared
      </>
    );
  }
  const changed = PARTS.filter((part) => part !== 'engine' && check[part] === 'changed').map((part) => NAMES[part].toLowerCase());
  return (
    <span className="inline-flex items-center gap-1.5 text-caution">
      <WarningIcon />
      Changed: {changed.join(', ')}
    </span>
  );
}

type Part = keyof ClaimCheck;
const PARTS: readonly Part[] = ['data', 'hunt', 'engine', 'rows'];
const NAMES: Readonly<Record<Part, string>> = { data: 'Data', hunt: 'Hunt', engine: 'Engine', rows: 'Rows' };

const SAID: Readonly<Record<Exclude<Part, 'engine'>, Readonly<Record<Standing, string>>>> = {
  data: {
    same: 'The same file, by its SHA-256.',
    changed: 'Another file: its SHA-256 is not the link’s.',
    unknown: 'Not compared: a browser computes the SHA-256 only over https.',
  },
  hunt: {
    same: 'The same text, by its digest.',
    changed: 'The hunt’s text has changed since.',
    unknown: 'Not compared: a browser computes the digest only over https.',
  },
  rows: {
    same: 'Every row of every reading is the same, with the events behind it.',
    changed: 'Some row of some reading is another, or has other events behind it.',
    unknown: 'Not compared: there are too many, or the other version counts them otherwise.',
  },
};

function saidOf(part: Part, check: ClaimCheck, made: ResultClaim, now: Findings): string {
  if (part !== 'engine') return SAID[part][check[part]];
  return check.engine === 'same' ? `Huntbook ${now.app}, as then.` : `The link was made with Huntbook ${made.app}; this is ${now.app}.`;
}
