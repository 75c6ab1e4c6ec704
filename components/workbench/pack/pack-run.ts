import type { Engine } from '@/lib/engine/engine';
import type { PackRequest, PackStep } from '@/lib/engine/pack-shapes';

/** Asks for the steps of a pack until it is made; null where it was cancelled. @throws UserError 'too-large', 'cancelled', 'not-found' */
export async function runPack(engine: Pick<Engine, 'writePack'>, request: PackRequest, onDone: (done: number) => void, signal: AbortSignal): Promise<Extract<PackStep, { readonly kind: 'made' }> | null> {
  for (let step = 0; !signal.aborted; step++) {
    const made = await engine.writePack(request, step);
    if (signal.aborted) return null;
    if (made.kind === 'made') return made;
    onDone(made.done);
  }
  return null;
}
