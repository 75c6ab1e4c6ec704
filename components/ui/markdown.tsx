import { memo, useMemo, type ReactNode } from 'react';
import ReactMarkdown, { type Components } from 'react-markdown';
import remarkGfm from 'remark-gfm';
import { classNames } from './class-names';

const PLUGINS = [remarkGfm];

/** A document is not to be trusted: images are named, not fetched; raw HTML shows as text; links tell their target nothing. */
const COMPONENTS: Components = {
  a: ({ href, children }) => <OuterLink href={href}>{children}</OuterLink>,
  img: ({ alt }) => <span className="text-ink-3">[image: {alt}]</span>,
  code: ({ children }) => <code className="rounded bg-sunken px-1 py-px font-mono text-[0.92em]">{children}</code>,
  pre: ({ children }) => (
    <pre tabIndex={0} className="my-2 overflow-auto rounded bg-sunken p-2 text-xs">
      {children}
    </pre>
  ),
  h1: ({ children }) => <p className="mt-3 font-semibold">{children}</p>,
  h2: ({ children }) => <p className="mt-3 font-semibold">{children}</p>,
  h3: ({ children }) => <p className="mt-3 font-semibold">{children}</p>,
  h4: ({ children }) => <p className="mt-3 font-semibold">{children}</p>,
  p: ({ children }) => <p className="mt-2 first:mt-0">{children}</p>,
  ul: ({ children }) => <ul className="mt-2 list-disc pl-5">{children}</ul>,
  ol: ({ children }) => <ol className="mt-2 list-decimal pl-5">{children}</ol>,
  table: ({ children }) => (
    <div tabIndex={0} role="group" aria-label="Table" className="mt-2 overflow-x-auto">
      <table className="text-sm">{children}</table>
    </div>
  ),
  th: ({ children }) => <th className="border-b border-line py-1 pr-4 text-left align-top font-medium">{children}</th>,
  td: ({ children }) => <td className="border-b border-line py-1 pr-4 align-top">{children}</td>,
};

/** What is relative leads somewhere on the document's own site, which is not this one. */
function OuterLink({ href, children }: { readonly href: string | undefined; readonly children: ReactNode }) {
  if (!/^(?:https?|mailto):/i.test(href ?? '')) return <span>{children}</span>;
  return (
    <a href={href} target="_blank" rel="noopener noreferrer" className="text-accent underline underline-offset-2">
      {children}
    </a>
  );
}

interface MarkdownProps {
  readonly text: string;
  readonly className?: string;
  /** For a link that leads nowhere outside: what shows its words instead; null: they are only words. */
  readonly inner?: (href: string, title: string | undefined) => ((words: ReactNode) => ReactNode) | null;
}

/** Prose from a document, read anew only for another text or `inner`. Its parser is large: only what is loaded lazily itself may show prose. */
export const Markdown = memo(function Markdown({ text, className, inner }: MarkdownProps) {
  const components = useMemo((): Components => {
    if (!inner) return COMPONENTS;
    return { ...COMPONENTS, a: ({ href, title, children }) => inner(href ?? '', title)?.(children) ?? <OuterLink href={href}>{children}</OuterLink> };
  }, [inner]);
  return (
    <div className={classNames('max-w-[72ch] text-base text-ink', className)}>
      <ReactMarkdown remarkPlugins={PLUGINS} components={components}>
        {text}
      </ReactMarkdown>
    </div>
  );
});
