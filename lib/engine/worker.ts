import { inflateBeside } from '@/lib/ingest/inflater';
import { hostEngine } from './engine-host';
import { createInProcessEngine } from './in-process-engine';
import { tellLife } from './worker-life';
import { passOnRequests, tellRequests } from './worker-requests';

// Not every browser lets a worker have workers.
if (typeof Worker === 'function') inflateBeside(() => passOnRequests(new Worker(new URL('./inflater-worker.ts', import.meta.url), { type: 'module' }), self));
hostEngine(createInProcessEngine(), self);
tellLife(self);
tellRequests(self);
