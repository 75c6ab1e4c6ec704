import type { Failure } from '@/lib/base/user-error';
import type { NamedFile, OpenSettings } from '@/lib/ingest/source';
import type { DatasetSource, Engine, OpenProgress } from './engine';

/* Everything that crosses between the page and the worker. */

export type Method = Exclude<keyof Engine, 'close'>;

/** `open` takes functions beside its source; they stay on the page and become messages. */
export type Args<M extends Method> = M extends 'open' ? [source: DatasetSource, settings: OpenSettings] : Parameters<Engine[M]>;

export type Answer<M extends Method> = Awaited<ReturnType<Engine[M]>>;

export type Call = { [M in Method]: { readonly method: M; readonly args: Args<M> } }[Method];

/** `id` names a call; its answer and progress carry the same. */
export type ToWorker =
  | { readonly kind: 'call'; readonly id: number; readonly call: Call }
  | { readonly kind: 'cancel'; readonly id: number };

export type FromWorker =
  | { readonly kind: 'progress'; readonly id: number; readonly progress: OpenProgress }
  /** A Blob crosses without its bytes being copied. */
  | { readonly kind: 'fetched'; readonly id: number; readonly file: NamedFile }
  | { readonly kind: 'result'; readonly id: number; readonly value: Answer<Method> }
  | { readonly kind: 'failure'; readonly id: number; readonly failure: Failure }
  /** Something that should not have happened: no UserError. */
  | { readonly kind: 'bug'; readonly id: number; readonly message: string };
