import { useMemo, useState } from 'react';
import { Disclosure } from '@/components/ui/disclosure';
import { ErrorNotice } from '@/components/ui/error-notice';
import type { EventDetail, EventRef } from '@/lib/engine/engine';
import { useDrill } from './drill-context';
import { FileTrail } from './file-trail';
import { PaneSkeleton } from './pane-skeleton';
import { ProcessTree } from './process-tree';
import { useAnswer } from './use-answer';

const FILE_FIELDS = ['targetfilename', 'image', 'imageloaded', 'newprocessname', 'processname', 'objectname', 'relativetargetname'];
const PROCESS_FIELDS = ['processguid', 'sourceprocessguid', 'newprocessid', 'processid'];

/** What of the event can be followed: its file and its process. Each is asked for when it is unfolded. */
export function EventTrails({ event }: { readonly event: EventDetail }) {
  const { unfolded } = useDrill().view;
  const [open, setOpen] = useState<readonly string[]>(unfolded === null ? [] : [unfolded]);
  const names = new Set(event.fields.filter(({ text }) => text !== null && !['', '-', '0', '0x0'].includes(text)).map(({ name }) => name.slice(name.lastIndexOf('.') + 1).toLowerCase()));
  const hasFile = FILE_FIELDS.some((name) => names.has(name));
  const hasProcess = PROCESS_FIELDS.some((name) => names.has(name));
  if (!hasFile && !hasProcess) return null;
  const toggle = (part: string) => setOpen(open.includes(part) ? open.filter((other) => other !== part) : [...open, part]);
  return (
    <div className="border-b border-line">
      {hasFile && (
        <Disclosure summary="This file" aside="written, run, loaded, hash" open={open.includes('file')} onToggle={() => toggle('file')}>
          <FileOf {...event.ref} />
        </Disclosure>
      )}
      {hasProcess && (
        <Disclosure summary="Process tree" aside="what started it, what it started" open={open.includes('process')} onToggle={() => toggle('process')}>
          <ProcessTree {...event.ref} />
        </Disclosure>
      )}
    </div>
  );
}

function FileOf({ member, line }: EventRef) {
  const { engine } = useDrill();
  const answer = useAnswer(useMemo(() => () => engine.fileTrail({ member, line }), [engine, member, line]));
  if (answer.kind === 'waiting') return <PaneSkeleton />;
  if (answer.kind === 'failed') return <ErrorNotice failure={answer.failure} />;
  if (answer.value === null) return <p className="px-4 py-2 text-sm text-ink-3">The event names no file by its path.</p>;
  return <FileTrail trail={answer.value} />;
}
