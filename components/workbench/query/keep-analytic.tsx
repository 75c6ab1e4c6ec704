'use client';

import { useId, useState, type FormEvent } from 'react';
import type { Engine } from '@/lib/engine/engine';
import type { QueryText } from '@/lib/engine/query-shapes';
import { trackBusy } from '@/components/ui/busy';
import { Button } from '@/components/ui/button';
import { Popover } from '@/components/ui/popover';
import { saveFile } from '@/components/ui/save-file';
import { closed } from '@/components/workbench/drill-down/layers';
import { openOwnHunt } from '@/components/workbench/edit/open-own-hunt';
import { toFailure } from '@/components/workbench/failure';
import type { OpenHunt } from '@/components/workbench/hunt-opener';
import type { FilesControl } from '@/components/workbench/use-open-files';
import type { ViewNavigation } from '@/components/workbench/use-view-state';
import { editedName } from './edited-name';

interface KeepAnalyticProps {
  readonly engine: Engine;
  readonly hunt: OpenHunt;
  readonly query: QueryText;
  readonly go: ViewNavigation['go'];
  readonly files: FilesControl['openFiles'];
}

/** Adds the query to the hunt that is open, which becomes an edited one, kept on this device. */
export function KeepAnalytic({ engine, hunt, query, go, files }: KeepAnalyticProps) {
  const [title, setTitle] = useState('My query');
  const [failed, setFailed] = useState<string | null>(null);
  const field = useId();
  const { file } = hunt;
  const name = editedName(file.name);
  const edit = (then: (edited: { readonly markdown: string; readonly id: string }) => Promise<void> | void) => {
    setFailed(null);
    const work = engine
      .withAnalytic({ ...query, hunt: file.text, title: title.trim() })
      .then(then)
      .catch((error: unknown) => setFailed(toFailure(error).message));
    void trackBusy(work);
  };
  const keep = async ({ markdown, id }: { readonly markdown: string; readonly id: string }) => {
    const kept = await openOwnHunt(engine, { name, text: markdown, replaces: file.sha256, files });
    if (kept !== null) go({ ...closed, hunt: { kind: 'upload', sha256: kept.sha256, name }, section: 'analytics', analytic: id, reading: query.language });
  };
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    edit(keep);
  };
  return (
    <Popover trigger="Keep as analytic" look="plain" surfaceClassName="w-80">
      {() => (
        <form className="flex flex-col gap-2 p-3" onSubmit={onSubmit}>
          <label htmlFor={field} className="label">
            Title
          </label>
          <input
            id={field}
            value={title}
            onChange={(event) => setTitle(event.target.value)}
            maxLength={120}
            required
            pattern=".*\S.*"
            className="h-8 rounded border border-edge bg-surface px-2 text-sm"
          />
          <p className="text-xs text-ink-2">
            It becomes one more analytic of <span className="break-all">{file.title || file.name}</span>, in an edited copy of the hunt that is kept on this device.
          </p>
          {failed !== null && (
            <p role="alert" className="text-xs text-danger">
              {failed}
            </p>
          )}
          <div className="flex flex-wrap gap-2">
            <Button type="submit" look="primary">
              Keep
            </Button>
            <Button onClick={() => edit(({ markdown }) => saveFile(name, 'text/markdown', markdown))}>Download the edited hunt (.md)</Button>
          </div>
        </form>
      )}
    </Popover>
  );
}
