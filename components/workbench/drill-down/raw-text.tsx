import { CopyButton } from '@/components/ui/copy-button';
import { Marked } from '@/components/ui/marked';
import { useTextMark } from './use-text-mark';

interface RawTextProps {
  readonly text: string;
  readonly label: string;
  readonly copyLabel: string;
}

export function RawText({ text, label, copyLabel }: RawTextProps) {
  const mark = useTextMark();
  return (
    <div className="px-4 py-3">
      <div className="mb-2">
        <CopyButton text={text} label={copyLabel} wide />
      </div>
      <pre tabIndex={0} aria-label={label} className="max-h-[32rem] overflow-auto whitespace-pre-wrap break-all rounded bg-sunken p-2.5 font-mono text-xs">
        <Marked text={text} mark={mark && { ...mark, text: text.startsWith('{') ? JSON.stringify(mark.text).slice(1, -1) : mark.text }} />
      </pre>
    </div>
  );
}
