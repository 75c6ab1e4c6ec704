import type { ReactNode } from 'react';
import type { Engine } from '@/lib/engine/engine';
import type { LessonAnswer } from '@/lib/engine/lesson-file';
import type { ViewState } from '@/lib/url/view-state';
import { classNames } from '@/components/ui/class-names';
import type { ViewNavigation } from '@/components/workbench/use-view-state';
import { isRightAnswer } from './lesson-answer';
import { EventChoice, InlineWords } from './option-words';

interface GivenAnswerProps {
  readonly engine: Engine;
  readonly answer: LessonAnswer;
  readonly dataset: string;
  /** Null: nobody answered, only what is right is told. */
  readonly given: string | null;
  readonly view: ViewState;
  readonly go: ViewNavigation['go'];
}

/** What is right, and what was given. */
export function GivenAnswer({ engine, answer, dataset, given, view, go }: GivenAnswerProps) {
  const isRight = given !== null && isRightAnswer(answer, dataset, given);
  return (
    <div className="flex flex-col gap-2 text-sm">
      {given !== null && (
        <p role="status" className={classNames('font-medium', isRight ? 'text-accent' : 'text-caution')}>
          {isRight ? '✓ Right' : '✗ Missed'}
        </p>
      )}
      {answer.kind === 'choice' &&
        list(
          answer.options.map(({ text, isRight: is }, place) => ({
            key: String(place),
            is,
            was: given?.split(',').includes(String(place)) ?? false,
            words: <InlineWords text={text} />,
          })),
        )}
      {answer.kind === 'event' &&
        list(
          (answer.right.get(dataset)?.among ?? []).map((event) => ({
            key: event,
            is: answer.right.get(dataset)?.event === event,
            was: given === event,
            words: <EventChoice engine={engine} event={event} view={view} go={go} />,
          })),
        )}
      {(answer.kind === 'count' || answer.kind === 'account') && (
        <p>
          The answer is <span className="tabular font-mono font-medium">{answer.right.get(dataset)?.toLocaleString('en')}</span>
          {given !== null && !isRight && (
            <>
              ; yours was <span className="font-mono">{given}</span>
            </>
          )}
        </p>
      )}
    </div>
  );
}

function list(options: readonly { readonly key: string; readonly is: boolean; readonly was: boolean; readonly words: ReactNode }[]) {
  return (
    <ul className="flex flex-col gap-1">
      {options.map(({ key, is, was, words }) => (
        <li key={key} className={classNames('flex min-w-0 items-start gap-2', is ? 'font-medium' : 'text-ink-2')}>
          <span className="w-4 shrink-0">
            <span aria-hidden="true">{is ? '✓' : was ? '✗' : ''}</span>
            <span className="sr-only">{is ? 'right: ' : 'wrong: '}</span>
          </span>
          <span className="min-w-0">{words}</span>
          {was && <span className="shrink-0 text-xs text-ink-2">your answer</span>}
        </li>
      ))}
    </ul>
  );
}
