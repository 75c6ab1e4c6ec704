import { useId, useState, type ReactNode } from 'react';
import type { Engine } from '@/lib/engine/engine';
import type { LessonAnswer } from '@/lib/engine/lesson-file';
import type { ViewState } from '@/lib/url/view-state';
import { Button } from '@/components/ui/button';
import type { ViewNavigation } from '@/components/workbench/use-view-state';
import { optionPlaces, readCount } from './lesson-answer';
import { EventChoice, InlineWords } from './option-words';

interface AnswerFormProps {
  readonly engine: Engine;
  readonly answer: LessonAnswer;
  readonly dataset: string;
  readonly view: ViewState;
  readonly go: ViewNavigation['go'];
  /** As `isRightAnswer` takes it. */
  readonly onAnswer: (given: string) => void;
}

/** Takes one answer: it counts. */
export function AnswerForm({ engine, answer, dataset, view, go, onAnswer }: AnswerFormProps) {
  const [given, setGiven] = useState('');
  const isWhole = answer.kind === 'count' ? readCount(given) !== null : given.trim() !== '';
  return (
    <form
      className="flex flex-col items-start gap-3"
      onSubmit={(event) => {
        event.preventDefault();
        if (isWhole) onAnswer(given.trim());
      }}
    >
      {answer.kind === 'choice' && <Options answer={answer} given={given} onGiven={setGiven} />}
      {answer.kind === 'event' && (
        <fieldset className="flex min-w-0 max-w-full flex-col gap-1">
          <legend className="sr-only">Pick an event</legend>
          {(answer.right.get(dataset)?.among ?? []).map((ref) => (
            <Option key={ref} type="radio" isChosen={given === ref} onChoose={() => setGiven(ref)}>
              <EventChoice engine={engine} event={ref} view={view} go={go} />
            </Option>
          ))}
        </fieldset>
      )}
      {(answer.kind === 'count' || answer.kind === 'account') && (
        <label className="flex items-center gap-2 text-sm">
          {answer.kind === 'count' ? 'Count' : 'Account'}
          <input
            value={given}
            inputMode={answer.kind === 'count' ? 'numeric' : 'text'}
            autoComplete="off"
            spellCheck={false}
            maxLength={255}
            onChange={(event) => setGiven(event.target.value)}
            className="h-8 w-56 rounded border border-edge bg-surface px-2 font-mono text-sm pointer-coarse:h-10"
          />
        </label>
      )}
      <Button type="submit" look="primary" disabled={!isWhole}>
        Answer
      </Button>
    </form>
  );
}

function Options({ answer: { options }, given, onGiven }: { readonly answer: Extract<LessonAnswer, { readonly kind: 'choice' }>; readonly given: string; readonly onGiven: (given: string) => void }) {
  const isSeveral = options.filter(({ isRight }) => isRight).length > 1;
  const chosen = new Set(given === '' ? [] : given.split(',').map(Number));
  const choose = (place: number) => {
    if (!isSeveral) onGiven(String(place));
    else onGiven(optionPlaces(chosen.has(place) ? [...chosen].filter((other) => other !== place) : [...chosen, place]));
  };
  return (
    <fieldset className="flex min-w-0 max-w-full flex-col gap-1">
      <legend className="sr-only">{isSeveral ? 'Choose all that are right' : 'Choose one'}</legend>
      {options.map(({ text }, place) => (
        <Option key={place} type={isSeveral ? 'checkbox' : 'radio'} isChosen={chosen.has(place)} onChoose={() => choose(place)}>
          <InlineWords text={text} />
        </Option>
      ))}
    </fieldset>
  );
}

interface OptionProps {
  readonly type: 'radio' | 'checkbox';
  readonly isChosen: boolean;
  readonly onChoose: () => void;
  readonly children: ReactNode;
}

function Option({ type, isChosen, onChoose, children }: OptionProps) {
  const id = useId();
  return (
    <div className="flex min-w-0 items-start gap-2 text-sm pointer-coarse:min-h-10 pointer-coarse:items-center">
      <input id={id} type={type} name="answer" checked={isChosen} onChange={onChoose} className="mt-1 size-3.5 shrink-0 accent-(--accent) pointer-coarse:size-5" />
      <label htmlFor={id} className="min-w-0 grow">
        {children}
      </label>
    </div>
  );
}
