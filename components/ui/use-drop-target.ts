import { useState, type DragEvent } from 'react';

/** Handlers that make an element take what is dragged as `type` within the page, and whether it would be dropped here now. */
export function useDropTarget(type: string, onDropped: (data: string) => void) {
  const [isTarget, setIsTarget] = useState(false);
  const handlers = {
    onDragOver: (event: DragEvent) => {
      if (!event.dataTransfer.types.includes(type)) return;
      event.preventDefault();
      setIsTarget(true);
    },
    onDragLeave: () => setIsTarget(false),
    onDrop: (event: DragEvent) => {
      setIsTarget(false);
      const data = event.dataTransfer.getData(type);
      if (data === '') return;
      event.preventDefault();
      onDropped(data);
    },
  };
  return { isTarget, handlers };
}
