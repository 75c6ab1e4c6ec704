import { useEffect, useState } from 'react';
import type { Engine } from '@/lib/engine/engine';
import type { PseudonymChoice, PseudonymPreview } from '@/lib/engine/pseudonym-shapes';
import { trackBusy } from '@/components/ui/busy';
import { toFailure } from '@/components/workbench/failure';
import { runSteps } from '@/components/workbench/run-steps';

export interface PseudonymPreviewState {
  /** Of the choices before, while the present one is worked out. */
  readonly preview: PseudonymPreview | null;
  /** How far that has got, from 0 to 1; null once it is there. */
  readonly done: number | null;
  readonly failure: string | null;
}

/** Made anew at each choice: the hunt is run on what would be shared. Ends with the component. */
export function usePseudonymPreview(engine: Engine, choices: readonly PseudonymChoice[]): PseudonymPreviewState {
  const [state, setState] = useState<PseudonymPreviewState>({ preview: null, done: 0, failure: null });
  useEffect(() => {
    const controller = new AbortController();
    const tell = (change: Partial<PseudonymPreviewState>) => {
      if (!controller.signal.aborted) setState((now) => ({ ...now, ...change }));
    };
    const work = runSteps((step) => engine.pseudonyms(choices, step), (done) => tell({ done, failure: null }), controller.signal).then(
      (made) => made && tell({ preview: made.preview, done: null, failure: null }),
      (error: unknown) => tell({ done: null, failure: toFailure(error).message }),
    );
    void trackBusy(work);
    return () => controller.abort();
  }, [engine, choices]);
  return state;
}
