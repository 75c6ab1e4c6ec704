/* Runs one step in this process and prints what it took: node-step-process.ts STEP ARCHIVE INFLATED */
import { isNodeStepName, NODE_STEPS, type NodeStep } from './node-steps';

const [name, archive, inflated] = process.argv.slice(2);
if (!isNodeStepName(name)) throw new Error(`No step is called ${name}`);
const step: NodeStep = NODE_STEPS[name];

const millis: Record<string, number> = {};
let last = performance.now();
const lap = (part: string) => {
  const now = performance.now();
  if (part !== '') millis[part] = now - last;
  last = performance.now();
};
await step({ archive, inflated }, lap);
// maxRSS is in kilobytes (libuv).
console.log(JSON.stringify({ millis, peakMiB: process.resourceUsage().maxRSS / 1024 }));
