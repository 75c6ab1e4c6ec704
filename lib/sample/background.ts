import { logMistypedPassword, logOutbound, logPowerShell, logProgram, logRegistryAudit, logServiceState } from './background-events';
import { logDeletedFile, logLocalFile, logProcessAccess, logRegistry } from './background-sysmon';
import { HOSTS, type Host } from './company';
import type { Random } from './random';
import type { SampleLog } from './sample-log';
import { time } from './smb-steps';

const HOUR = 3_600_000;
const HOURS = 64;

/** What Windows hosts log all day and less at night. None of it touches a share, and the System process creates no file. */
export function logBackground(log: SampleLog, random: Random): void {
  for (let hour = 0; hour < HOURS; hour++) {
    const start = time('09T20:00:00.000') + hour * HOUR;
    const busy = shareOfWork((20 + hour) % 24);
    // Real hosts write most events in bursts. The first number is bursts in an hour of the evening.
    const bursts = (perHour: number, shortest: number, longest: number, one: (at: number, host: Host) => void) => {
      const count = Math.floor(perHour * busy + random.next());
      for (let i = 0; i < count; i++) {
        const at = start + random.integer(0, HOUR - 1000);
        const host = random.pick(HOSTS);
        for (let length = random.integer(shortest, longest); length > 0; length--) one(at + 6 * length, host);
      }
    };
    bursts(1.7, 10, 17, (at, host) => logRegistry(log, random, at, host));
    bursts(0.7, 5, 9, (at, host) => logProcessAccess(log, at, host));
    bursts(0.9, 1, 1, (at, host) => logProgram(log, random, at, host));
    bursts(0.8, 2, 4, (at, host) => logOutbound(log, random, at, host));
    bursts(0.4, 2, 6, (at, host) => logLocalFile(log, random, at, host));
    bursts(0.2, 1, 3, (at, host) => logDeletedFile(log, random, at, host));
    bursts(0.3, 2, 4, (at, host) => logRegistryAudit(log, random, at, host));
    bursts(0.3, 2, 4, (at, host) => logServiceState(log, random, at, host));
    bursts(0.3, 1, 4, (at, host) => logPowerShell(log, random, at, host));
    bursts(0.15, 1, 1, (at) => logMistypedPassword(log, random, at));
  }
}

function shareOfWork(hour: number): number {
  if (hour >= 6 && hour < 17) return 2;
  return hour >= 17 && hour < 20 ? 1 : 0.55;
}
