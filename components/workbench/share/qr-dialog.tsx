'use client';

import { useEffect, useMemo, useRef } from 'react';
import { encode } from 'uqr';
import { Button } from '@/components/ui/button';
import { qrPath } from './qr-path';

/** ISO/IEC 18004: four modules of light around the code. */
const QUIET = 4;

/** A link as a QR code, as large as the window: for a class and its projector. */
export function QrDialog({ href, onClose }: { readonly href: string; readonly onClose: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  const { path, side } = useMemo(() => {
    const { data, size } = encode(href, { ecc: 'L', border: 0 });
    return { path: qrPath(data), side: size + 2 * QUIET };
  }, [href]);
  return (
    <dialog
      ref={dialog}
      aria-label="QR code of the link"
      onClose={onClose}
      onClick={(event) => event.target === event.currentTarget && onClose()}
      className="m-auto rounded-lg border border-line bg-raised p-4 text-ink shadow-pop backdrop:bg-[rgb(0_0_0/0.5)]"
    >
      <div className="flex flex-col gap-3">
        <div className="flex items-center justify-between gap-3">
          <h2 className="text-base font-medium">Scan to open this view</h2>
          <Button onClick={onClose}>Close</Button>
        </div>
        {/* Dark on light in both themes: not every reader takes it the other way round. */}
        <svg role="img" aria-label="QR code" viewBox={`${-QUIET} ${-QUIET} ${side} ${side}`} shapeRendering="crispEdges" className="size-[min(80vmin,calc(100vw-4rem))]">
          <rect x={-QUIET} y={-QUIET} width={side} height={side} fill="#fff" />
          <path d={path} fill="#000" />
        </svg>
      </div>
    </dialog>
  );
}
