import { UserError } from '@/lib/base/user-error';

/** How long one step may take: the page hears in time, others get their turn, and whoever cancels asks for no more. */
export const TURN_MILLIS = 60;

/** A stretch of long work; the last gives what was made. `done`: how far it has got, from 0 to 1. */
export type Step<T> = { readonly kind: 'working'; readonly done: number } | ({ readonly kind: 'made' } & T);

/** Long work, done in steps that are asked for in turn from 0 on. What the work yields is how far it has got. */
export class Stepwise<T extends object> {
  private work: AsyncGenerator<number, T> | null = null;
  private next = 0;

  /** Step 0 begins anew, whatever was under way. @throws UserError 'cancelled' where another step was due, and what the work throws */
  async step(number: number, begin: () => AsyncGenerator<number, T>): Promise<Step<T>> {
    if (number === 0) {
      this.work = begin();
      this.next = 0;
    }
    const { work } = this;
    if (work === null || number !== this.next) throw replaced();
    this.next++;
    const until = performance.now() + TURN_MILLIS;
    for (;;) {
      const { done, value } = await work.next();
      if (work !== this.work) throw replaced();
      if (done === true) {
        this.work = null;
        return { kind: 'made', ...value };
      }
      if (performance.now() >= until) return { kind: 'working', done: value };
    }
  }

  forget(): void {
    this.work = null;
  }
}

/** The steps of a part of some work, from one point of the whole to another. */
export function* between<T>(from: number, to: number, steps: Iterator<number, T>): Generator<number, T> {
  for (;;) {
    const { done, value } = steps.next();
    if (done === true) return value;
    yield from + (to - from) * value;
  }
}

export function replaced(): UserError {
  return new UserError({ code: 'cancelled', message: 'Another export, or another dataset, has taken the place of this export.', advice: 'Export again.' });
}
