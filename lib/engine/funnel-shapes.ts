export interface FunnelView {
  readonly legs: readonly { readonly leg: string; readonly start: number; readonly steps: readonly FunnelStepView[] }[];
  readonly joins: readonly { readonly text: string; readonly left: string; readonly right: string; readonly leftRows: number; readonly rightRows: number; readonly pairs: number }[];
  readonly after: readonly FunnelStepView[];
}

export interface FunnelStepView {
  readonly text: string;
  readonly left: number;
}
