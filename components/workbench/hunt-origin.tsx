import type { HuntAddress } from '@/lib/url/view-state';

/** Where a hunt's document comes from. */
export function HuntOrigin({ address }: { readonly address: HuntAddress }) {
  if (address.kind === 'shipped') return <>Comes with Huntbook</>;
  if (address.kind === 'upload') {
    return (
      <>
        Your file <span className="break-all font-mono">{address.name}</span>
      </>
    );
  }
  return (
    <>
      From{' '}
      <a href={address.url} target="_blank" rel="noopener noreferrer" title={address.url} className="break-all text-accent underline decoration-1 underline-offset-2 hover:decoration-2">
        {new URL(address.url).host}
      </a>
    </>
  );
}
