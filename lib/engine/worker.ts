import { hostEngine } from './engine-host';
import { createInProcessEngine } from './in-process-engine';

hostEngine(createInProcessEngine(), self);
