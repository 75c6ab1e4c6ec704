import { noSuchMember } from './failures';
import type { MemberChoice } from './source';

/** Tells which members to read, and afterwards whether all that were asked for were there. */
export class ChosenMembers {
  /** Null: all. */
  private readonly wanted: ReadonlySet<number | string> | null;
  private readonly unmet: Set<number | string>;

  constructor(choice: MemberChoice | undefined) {
    this.wanted = choice ? new Set(choice) : null;
    this.unmet = new Set(choice);
  }

  get areAll(): boolean {
    return this.wanted === null;
  }

  /** `place`: what the member's place is if it holds events. */
  isChosen(name: string, place: number): boolean {
    return !this.wanted || this.wanted.has(place) || this.wanted.has(name);
  }

  /** The member holds events. */
  meet(name: string, place: number): void {
    this.unmet.delete(place);
    this.unmet.delete(name);
  }

  /** @throws UserError 'not-found' */
  end(datasetName: string, inside: readonly string[]): void {
    for (const wanted of this.unmet) throw noSuchMember(datasetName, wanted, inside);
  }
}
