'use client';

import { useMemo } from 'react';
import { Dialog, DialogHead } from '@/components/ui/dialog';
import { QUIET, qrCode } from './qr-code';

/** A link as a QR code, as large as the window: for a class and its projector. */
export function QrDialog({ href, onClose }: { readonly href: string; readonly onClose: () => void }) {
  const { path, side } = useMemo(() => qrCode(href), [href]);
  return (
    <Dialog label="QR code of the link" isOpen onClose={onClose} className="p-4">
      {(close) => (
        <div className="flex flex-col gap-3">
          <DialogHead title="Scan to open this view" onClose={close} />
          {/* Dark on light in both themes: not every reader takes it the other way round. */}
          <svg role="img" aria-label="QR code" viewBox={`${-QUIET} ${-QUIET} ${side} ${side}`} shapeRendering="crispEdges" className="size-[min(72vmin,calc(100vw-4rem))]">
            <rect x={-QUIET} y={-QUIET} width={side} height={side} fill="#fff" />
            <path d={path} fill="#000" />
          </svg>
        </div>
      )}
    </Dialog>
  );
}
