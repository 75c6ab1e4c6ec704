import { wallClock } from '@/lib/base/time-zone';
import { classNames } from '@/components/ui/class-names';
import { Badge } from '@/components/ui/badge';
import { countText } from '@/components/ui/format';
import { useTimeZone } from '@/components/workbench/time-zone-context';
import { useRequests } from './page-requests';
import type { ListedRequest, Requester, RequestUse } from './request-log';

const USES: Readonly<Record<RequestUse, string>> = {
  app: 'The app’s own file',
  catalogue: 'The list of public datasets and hunts',
  dataset: 'The dataset you opened',
  hunt: 'The hunt you opened',
  unknown: 'Unknown: nothing here asked for it',
};

/** `isNarrow`: shown on a phone too. */
const HEADS = [
  { head: 'Why', isNarrow: true },
  { head: 'Address', isNarrow: true },
  { head: 'By', isNarrow: false },
  { head: 'Last', isNarrow: false },
] as const;

const REQUESTERS: Readonly<Record<Requester, string>> = { page: 'Page', engine: 'Engine', 'offline copy': 'Offline copy' };

/** Every request that was made since the page was loaded, and why; live. */
export function RequestsList() {
  const requests = useRequests();
  const zone = useTimeZone();
  const unknown = requests.filter(({ use }) => use === 'unknown').length;
  return (
    <>
      <p role="status">
        {countText(requests.length, 'address', 'addresses')} asked for since this page was loaded.{' '}
        {unknown === 0 ? <span>Each is known.</span> : <strong className="font-medium text-caution">{countText(unknown, 'address', 'addresses')} unknown: an extension of your browser may be behind it.</strong>}
      </p>
      <p className="text-ink-2">
        What the app asks for is only fetched: no request sends a dataset or what was found in it. A request shows at once where the offline copy is at work, else when
        its answer has been read. What the offline copy answers is listed too, though it needs no network. Your browser looks by itself for a new offline-worker.js.
      </p>
      <div tabIndex={0} role="group" aria-label="Addresses" className="focus-inset max-h-[52dvh] overflow-auto rounded border border-line">
        <table className="w-full text-left text-xs">
          <thead className="sticky top-0 bg-raised">
            <tr className="border-b border-line">
              {HEADS.map(({ head, isNarrow }) => (
                <th key={head} scope="col" className={classNames('px-2 py-1.5 font-medium text-ink-2', !isNarrow && 'max-sm:hidden')}>
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {requests.map((request) => (
              <RequestRow key={`${request.by} ${request.url}`} request={request} zone={zone} />
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

function RequestRow({ request: { url, path, by, use, count, at }, zone }: { readonly request: ListedRequest; readonly zone: string }) {
  return (
    <tr className="border-b border-line align-top last:border-0">
      <td className="px-2 py-1">{use === 'unknown' ? <Badge tone="caution" className="h-auto! whitespace-normal!">{USES.unknown}</Badge> : USES[use]}</td>
      <td className="break-all px-2 py-1 font-mono" title={url}>{path === null ? url : path || './'}</td>
      <td className="whitespace-nowrap px-2 py-1 text-ink-2 max-sm:hidden">
        {REQUESTERS[by]}
        {count === 0 && ' · under way'}
        {count > 1 && ` · ${count} times`}
      </td>
      <td className="tabular whitespace-nowrap px-2 py-1 font-mono text-ink-2 max-sm:hidden">{wallClock(zone, at).slice(11, 19)}</td>
    </tr>
  );
}
