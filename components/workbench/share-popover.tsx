import type { DatasetSummary } from '@/lib/engine/engine';
import type { DatasetAddress, HuntAddress } from '@/lib/url/view-state';
import { CopyButton } from '@/components/ui/copy-button';
import { ShareIcon } from '@/components/ui/icons';
import { Popover } from '@/components/ui/popover';

interface SharePopoverProps {
  readonly address: DatasetAddress;
  /** Null: the first that we ship. */
  readonly hunt: HuntAddress | null;
  readonly summary: DatasetSummary;
}

export function SharePopover({ address, hunt, summary }: SharePopoverProps) {
  return (
    <Popover
      align="end"
      look="plain"
      description="Share this view"
      surfaceClassName="p-3 w-96"
      trigger={
        <>
          <ShareIcon />
          <span className="max-sm:sr-only">Share</span>
        </>
      }
    >
      {() => (
        <div className="flex flex-col gap-2.5 text-sm">
          <ShareNote address={address} summary={summary} />
          {hunt?.kind === 'upload' && (
            <p>
              The hunt is a file of yours too: whoever opens the link is asked for <span className="break-all font-mono text-xs">{hunt.name}</span>.
            </p>
          )}
          <div>
            <CopyButton wide label="Copy the link" text={() => Promise.resolve(location.href)} />
          </div>
        </div>
      )}
    </Popover>
  );
}

function ShareNote({ address, summary }: Omit<SharePopoverProps, 'hunt'>) {
  if (address.kind !== 'upload') {
    return <p>The link opens this very view: the dataset, the hunt, the analytic and what is open beside it.</p>;
  }
  return (
    <>
      <p>
        This dataset is a file of yours. The link carries none of its data: it names the file, and whoever opens the link is asked for that same file.
        The open session, host and user stay out of the link.
      </p>
      {summary.sha256 === null ? (
        <p className="text-ink-2">This page is not served over https, so the browser cannot compute the file’s SHA-256 and the link cannot name it.</p>
      ) : (
        <dl>
          <dt className="label">SHA-256 of {address.name}</dt>
          <dd className="break-all font-mono text-xs">{summary.sha256}</dd>
        </dl>
      )}
    </>
  );
}
