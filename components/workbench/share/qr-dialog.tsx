'use client';

import { useMemo } from 'react';
import { encode } from 'uqr';
import { Dialog, DialogHead } from '@/components/ui/dialog';
import { qrPath } from './qr-path';

/** ISO/IEC 18004: four modules of light around the code. */
const QUIET = 4;

/** A link as a QR code, as large as the window: for a class and its projector. */
export function QrDialog({ href, onClose }: { readonly href: string; readonly onClose: () => void }) {
  const { path, side } = useMemo(() => {
    const { data, size } = encode(href, { ecc: 'L', border: 0 });
    return { path: qrPath(data), side: size + 2 * QUIET };
  }, [href]);
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
