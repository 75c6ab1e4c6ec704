import type { Span } from '@/lib/base/span';
import type { JoinKey, Leg } from '@/lib/query/plan';
import type { Funnel, FunnelJoin, FunnelLeg, FunnelStep } from '@/lib/query/result-table';

/** Notes, while the plan runs, what each step leaves. */
export class FunnelRecorder {
  private readonly legs: { readonly leg: Leg; readonly start: number; readonly steps: FunnelStep[] }[] = [];
  private readonly joins: FunnelJoin[] = [];
  private readonly after: FunnelStep[] = [];
  readonly joinKeys: (readonly JoinKey[])[] = [];

  scan(leg: Leg, start: number): void {
    this.legs.push({ leg, start, steps: [] });
  }

  /** A step of the leg that was scanned last. */
  legStep(text: string, span: Span, left: number): void {
    this.legs[this.legs.length - 1].steps.push({ text, span, left });
  }

  join(join: FunnelJoin, keys: readonly JoinKey[]): void {
    this.joins.push(join);
    this.joinKeys.push(keys);
  }

  step(text: string, span: Span | null, left: number): void {
    this.after.push({ text, span, left });
  }

  scannedLegs(): readonly Leg[] {
    return this.legs.map(({ leg }) => leg);
  }

  funnel(): Funnel {
    return { legs: this.legs satisfies FunnelLeg[], joins: this.joins, after: this.after };
  }
}
