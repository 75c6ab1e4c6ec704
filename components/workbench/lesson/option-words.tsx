import { useMemo } from 'react';
import type { Engine } from '@/lib/engine/engine';
import { encodeViewState } from '@/lib/url/encode-view-state';
import type { ViewState } from '@/lib/url/view-state';
import { Markdown } from '@/components/ui/markdown';
import { useAnswer } from '@/components/workbench/drill-down/use-answer';
import { momentText } from '@/components/workbench/drill-down/time-text';
import { useTimeZone } from '@/components/workbench/time-zone-context';
import type { ViewNavigation } from '@/components/workbench/use-view-state';
import { refOf } from './check-lesson';

export function InlineWords({ text }: { readonly text: string }) {
  return <Markdown text={text} className="text-sm leading-5" />;
}

interface EventChoiceProps {
  readonly engine: Engine;
  /** '0.58' */
  readonly event: string;
  readonly view: ViewState;
  readonly go: ViewNavigation['go'];
}

/** An event to pick: when, where, what, and a link that opens it beside. */
export function EventChoice({ engine, event, view, go }: EventChoiceProps) {
  const answer = useAnswer(useMemo(() => () => engine.event(refOf(event)), [engine, event]));
  const zone = useTimeZone();
  const change = { event: refOf(event), session: null, row: [], funnel: null } as const;
  if (answer.kind === 'waiting') return <span>…</span>;
  if (answer.kind === 'failed') return <span>This event is not in the dataset.</span>;
  const { eventId, host, gist } = answer.value;
  return (
    <span className="flex flex-wrap items-baseline gap-x-2">
      <span className="tabular font-mono text-xs text-ink-2">{momentText(answer.value, zone)}</span>
      <span className="font-mono text-xs">{host}</span>
      <span>
        event {eventId} · {gist}
      </span>
      <a
        href={`#${encodeViewState({ ...view, ...change })}`}
        aria-label={`Open event ${eventId}, ${gist}`}
        onClick={(click) => {
          if (click.metaKey || click.ctrlKey || click.shiftKey) return;
          click.preventDefault();
          go(change);
        }}
        className="text-accent underline underline-offset-2"
      >
        open
      </a>
    </span>
  );
}
