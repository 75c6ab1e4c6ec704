'use client';

import type { OpenProgress } from '@/lib/engine/engine';
import { ProgressBar } from '@/components/ui/progress-bar';
import { bytesText, countText, limitText } from '@/components/ui/format';

interface OpeningScreenProps {
  readonly name: string;
  readonly progress: OpenProgress | null;
  /** Most bytes that archives may inflate to. */
  readonly maxBytes: number;
  readonly onCancel: () => void;
}

export function OpeningScreen({ name, progress, maxBytes, onCancel }: OpeningScreenProps) {
  return (
    <main className="mx-auto flex w-full max-w-xl flex-col justify-center px-6 py-24">
      <h1 className="sr-only">Opening {name}</h1>
      <ProgressBar label={name} fraction={fraction(progress)} detail={detail(progress, maxBytes)} onCancel={onCancel} />
    </main>
  );
}

function fraction(progress: OpenProgress | null): number | null {
  if (progress === null || progress.totalBytes === null || progress.totalBytes === 0) return null;
  return progress.bytes / progress.totalBytes;
}

function detail(progress: OpenProgress | null, maxBytes: number): string {
  if (progress === null) return 'Starting…';
  const of = progress.totalBytes === null ? '' : ` of ${bytesText(progress.totalBytes)}`;
  const bytes = `${bytesText(progress.bytes)}${of}`;
  return progress.phase === 'download' ? `Downloading · ${bytes}` : `Reading · ${bytes} · ${countText(progress.events, 'event')} · at most ${limitText(maxBytes)} inflated`;
}
