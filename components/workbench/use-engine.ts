'use client';

import { useEffect, useState } from 'react';
import { createWorkerEngine, type WorkerEngine } from '@/lib/engine/worker-client';

/** The page's one engine, started when the page mounts; null until then and on the server. */
export function useEngine(): WorkerEngine | null {
  const [engine, setEngine] = useState<WorkerEngine | null>(null);
  useEffect(() => {
    const started = createWorkerEngine();
    setEngine(started);
    return () => {
      started.close();
      setEngine(null);
    };
  }, []);
  return engine;
}
