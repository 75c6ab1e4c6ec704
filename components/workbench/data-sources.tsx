import type { DataSourceStatus } from '@/lib/engine/engine';
import { countText } from '@/components/ui/format';
import { VerdictMark } from './verdict-mark';

/** What an analytic needs, and whether this dataset has it. */
export function DataSources({ sources }: { readonly sources: readonly DataSourceStatus[] }) {
  return (
    <div tabIndex={0} role="group" aria-label="Data sources" className="overflow-x-auto">
      <table className="text-xs">
        <caption className="label pb-0.5 text-left">Data sources</caption>
        <tbody>
          {sources.map((source) => (
            <tr key={`${source.provider} ${source.eventId} ${source.relationship}`}>
              <th scope="row" className="tabular whitespace-nowrap py-0.5 pr-4 text-left font-mono font-medium">
                {source.eventId}
              </th>
              <td className="whitespace-nowrap py-0.5 pr-4">
                {source.source}: {source.relationship}
              </td>
              <td className="whitespace-nowrap py-0.5 pr-4 text-ink-2 max-sm:hidden">{source.provider}</td>
              <td className="whitespace-nowrap py-0.5">
                <span className="tabular flex items-center gap-1">
                  {source.events > 0 ? (
                    <>
                      {countText(source.events, 'event')}
                      <span className="text-ink-2">· {countText(source.hosts, 'host')}</span>
                    </>
                  ) : (
                    <>
                      <VerdictMark verdict="cannot-know" />
                      <span className="text-caution">none in this dataset: cannot know</span>
                    </>
                  )}
                </span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
