import { useCallback, useLayoutEffect, useRef, useState, type RefObject } from 'react';
import { useScale } from '@/components/ui/scale';
import { revealed, rowWindow, scrolled, scrollStart, type RowWindow } from './scroll-window';

interface RowWindowState {
  /** For the scroll container. */
  readonly container: RefObject<HTMLDivElement | null>;
  readonly window: RowWindow;
  readonly onScroll: () => void;
  readonly reveal: (row: number) => void;
  /** Whole rows that fit. */
  readonly page: number;
}

/**
 * Which rows are in view of a scroll container whose sticky header covers its first `header` pixels. Starts at the top again when
 * `source` changes. Renders only when the window moves to other rows, not at every pixel. Heights, given and told, are pixels at
 * the normal size.
 */
export function useRowWindow(rows: number, header: number, rowHeight: number, source: unknown): RowWindowState {
  const scale = useScale();
  const container = useRef<HTMLDivElement>(null);
  const position = useRef(scrollStart);
  const [viewport, setViewport] = useState(0);
  const [window, setWindow] = useState<RowWindow>({ first: 0, end: 0, offset: 0 });

  const show = useCallback(() => {
    const next = rowWindow(position.current, rows, viewport);
    setWindow((now) => (now.first === next.first && now.end === next.end && now.offset === next.offset ? now : next));
  }, [rows, viewport]);

  const onScroll = useCallback(() => {
    if (!container.current) return;
    position.current = scrolled(position.current, container.current.scrollTop / scale, rows, viewport);
    show();
  }, [rows, viewport, scale, show]);

  const reveal = useCallback(
    (row: number) => {
      const next = revealed(position.current, row, rows, viewport);
      if (next === position.current || !container.current) return;
      position.current = next;
      container.current.scrollTop = next.scrollTop * scale;
      show();
    },
    [rows, viewport, scale, show],
  );

  useLayoutEffect(() => {
    const element = container.current;
    if (!element) return;
    const measure = () => setViewport(Math.max(0, element.clientHeight / scale - header));
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [header, scale]);

  // At another scale the same rows stay in view.
  useLayoutEffect(() => {
    if (container.current) container.current.scrollTop = position.current.scrollTop * scale;
  }, [scale]);

  useLayoutEffect(() => {
    position.current = scrollStart;
    if (container.current) container.current.scrollTop = 0;
  }, [source]);

  useLayoutEffect(show, [show, source]);

  return { container, window, onScroll, reveal, page: Math.max(1, Math.floor(viewport / rowHeight)) };
}
