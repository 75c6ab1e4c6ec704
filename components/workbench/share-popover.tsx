import { useState } from 'react';
import { ShareIcon } from '@/components/ui/icons';
import { Popover } from '@/components/ui/popover';
import { useLazy } from '@/components/ui/use-lazy';

const loadPanel = () => import('./share/share-panel');
const loadCode = () => import('./share/qr-dialog');

/** The link to what is on screen: what it reveals, then the ways to hand it over. */
export function SharePopover() {
  const [code, setCode] = useState<string | null>(null);
  return (
    <>
      <Popover
        align="end"
        look="plain"
        description="Share this view"
        surfaceClassName="p-3 w-[30rem]"
        trigger={
          <>
            <ShareIcon />
            <span className="max-sm:sr-only">Share</span>
          </>
        }
      >
        {(close) => (
          <LazyPanel
            onCode={(href) => {
              close();
              setCode(href);
            }}
          />
        )}
      </Popover>
      {code !== null && <LazyCode href={code} onClose={() => setCode(null)} />}
    </>
  );
}

function LazyPanel({ onCode }: { readonly onCode: (href: string) => void }) {
  const panel = useLazy(loadPanel);
  return panel && <panel.SharePanel onCode={onCode} />;
}

function LazyCode({ href, onClose }: { readonly href: string; readonly onClose: () => void }) {
  const code = useLazy(loadCode);
  return code && <code.QrDialog href={href} onClose={onClose} />;
}
