import { CopyButton } from '@/components/ui/copy-button';
import { Marked } from '@/components/ui/marked';
import { PivotMenu } from '@/components/workbench/pivots/pivot-menu';
import { usePivotContextMenu } from '@/components/workbench/pivots/use-pivot-context-menu';
import type { TextMark } from '@/components/ui/text-marks';
import type { EventDetail } from '@/lib/engine/engine';
import { Unknown } from './part';
import { useTextMark } from './use-text-mark';
import { HostLink, UserLink } from './view-link';

type Field = EventDetail['fields'][number];

/** Names as field-names.ts and Windows write them; a nested one by its last part. */
const HOST_FIELDS = ['hostname', 'computer', 'computername', 'computer_name'];
const USER_FIELDS = ['subjectusername', 'targetusername'];

/** Every field, in the order of the line. */
export function EventFields({ fields }: { readonly fields: readonly Field[] }) {
  const mark = useTextMark();
  return (
    <dl className="text-sm">
      {fields.map((field) => (
        <FieldRow key={field.name} field={field} mark={mark} />
      ))}
    </dl>
  );
}

function FieldRow({ field, mark }: { readonly field: Field; readonly mark: TextMark | null }) {
  const { handlers, menu } = usePivotContextMenu(field.name, field.text);
  return (
    <div {...handlers} className="group grid grid-cols-[minmax(0,9.5rem)_minmax(0,1fr)] items-start gap-x-3 border-b border-line pl-4 pr-2 last:border-b-0">
      <dt className="py-1.5 font-mono text-xs text-ink-2">{field.name}</dt>
      <dd className="flex items-start">
        <span className="mr-3 min-w-0 grow whitespace-pre-wrap break-words py-1 font-mono text-xs leading-5">{content(field, mark)}</span>
        <CopyButton text={field.text ?? 'null'} label={`Copy ${field.name}`} />
        {field.text !== null && <PivotMenu field={field.name} value={field.text} />}
        {menu}
      </dd>
    </div>
  );
}

function content({ name, kind, text }: Field, mark: TextMark | null) {
  if (text === null) return <Unknown>null</Unknown>;
  if (text === '') return <Unknown>empty text</Unknown>;
  const bare = name.slice(name.lastIndexOf('.') + 1).toLowerCase();
  if (kind === 'string' && text !== '-') {
    if (HOST_FIELDS.includes(bare)) return <HostLink host={text} />;
    if (USER_FIELDS.includes(bare)) return <UserLink user={text} />;
  }
  return <Marked text={text} mark={mark} />;
}
