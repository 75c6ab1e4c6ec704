'use client';

import { useEffect, useState } from 'react';
import type { ResultClaim } from '@/lib/url/result-claim';
import type { DatasetAddress, ViewState } from '@/lib/url/view-state';
import type { ViewNavigation } from '@/components/workbench/use-view-state';
import { trackBusy } from '@/components/ui/busy';
import { CheckIcon, InfoIcon, WarningIcon } from '@/components/ui/icons';
import { Popover } from '@/components/ui/popover';
import { ChangedReadings } from './changed-readings';
import { checkClaim, outcomeOf, type ClaimCheck, type Findings } from './claim';
import { findingsOf, useHuntAtWork, type HuntAtWork } from './hunt-at-work';
import { dataWords, huntWords, rowsWords } from './claim-words';
import { readingChanges } from './reading-changes';

/** Of a link that says what its maker had: whether it is still so. Nothing for any other link. */
export function ReproducedMark({ view, go }: Pick<ViewNavigation, 'view' | 'go'>) {
  const atWork = useHuntAtWork();
  if (!view?.made || !view.dataset) return null;
  if (!atWork) return <Waiting />;
  return <Mark made={view.made} address={view.dataset} atWork={atWork} view={view} go={go} />;
}

interface MarkProps {
  readonly made: ResultClaim;
  readonly address: DatasetAddress;
  readonly atWork: HuntAtWork;
  readonly view: ViewState;
  readonly go: ViewNavigation['go'];
}

function Mark({ made, address, atWork, view, go }: MarkProps) {
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
  const { findings } = known;
  const check = checkClaim(made, address, findings);
  const changes = readingChanges(made, findings.result);
  const said: Readonly<Record<Part, string>> = {
    data: dataWords(check.data, made, findings),
    hunt: huntWords(check.hunt, changes),
    engine: check.engine === 'same' ? `Huntbook ${findings.app}, as then.` : `The link was made with Huntbook ${made.app}; this is ${findings.app}.`,
    rows: rowsWords(check.rows, changes),
  };
  return (
    <Popover align="end" description="Whether this link reproduces" surfaceClassName="p-3 w-96" trigger={<Word check={check} />}>
      {(close) => (
        <dl className="flex flex-col gap-2 text-sm">
          {PARTS.map((part) => (
            <div key={part} className="flex flex-col">
              <dt className="label">{NAMES[part]}</dt>
              <dd>
                <span className={check[part] === 'changed' && part !== 'engine' ? 'text-caution' : undefined}>{said[part]}</span>
                {part === 'rows' && check.rows === 'changed' && changes && (
                  <ChangedReadings
                    changes={changes}
                    view={view}
                    onOpen={(to) => {
                      close();
                      go(to);
                    }}
                  />
                )}
              </dd>
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
