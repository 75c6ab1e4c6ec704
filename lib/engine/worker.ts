import { hostEngine } from './engine-host';
import { createInProcessEngine } from './in-process-engine';
import { tellLife } from './worker-life';

hostEngine(createInProcessEngine(), self);
tellLife(self);
