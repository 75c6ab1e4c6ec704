/* Runs one step in this process and prints what it took: node-step-process.ts STEP ARCHIVE INFLATED */
import { existsSync, readFileSync } from 'node:fs';
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
console.log(JSON.stringify({ millis, peakMiB: peakKilobytes() / 1024 }));

/** Linux counts the parent's memory into a child's maxRSS, but not into VmHWM (proc(5), getrusage(2)). */
function peakKilobytes(): number {
  const status = existsSync('/proc/self/status') ? readFileSync('/proc/self/status', 'utf8') : '';
  const peak = /^VmHWM:\s*(\d+) kB$/m.exec(status);
  return peak ? Number(peak[1]) : process.resourceUsage().maxRSS;
}
