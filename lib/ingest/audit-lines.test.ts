import { describe, expect, it } from 'vitest';
import { auditRecord } from './audit-lines';

/* Records as in the Red Hat documentation of audit log files; values by what ausearch names them. */
describe('auditRecord', () => {
  const TIME = '2013-02-22T11:44:40.850Z';
  it.each<[string, string, unknown]>([
    [
      'a system call: arguments stay hexadecimal text',
      'type=SYSCALL msg=audit(1361533480.850:77): arch=c000003e syscall=2 success=no exit=-13 a0=10 a1=0 comm="cat" key=(null)',
      { type: 'SYSCALL', '@timestamp': TIME, serial: 77, arch: 'c000003e', syscall: 2, success: 'no', exit: -13, a0: '10', a1: '0', comm: 'cat', key: '(null)' },
    ],
    [
      'a message of keys',
      `type=USER_AUTH msg=audit(1361533480.850:77): pid=1 exe="outer" msg='op=PAM:auth acct="root" exe="/bin/su" hostname=? res=failed'`,
      { type: 'USER_AUTH', '@timestamp': TIME, serial: 77, pid: 1, exe: 'outer', op: 'PAM:auth', acct: 'root', hostname: '?', res: 'failed' },
    ],
    [
      'a node, and what was looked up',
      `node=web1 type=CWD msg=audit(1361533480.850:77): cwd="/" ouid=0\u001dOUID="root"`,
      { type: 'CWD', node: 'web1', '@timestamp': TIME, serial: 77, cwd: '/', ouid: 0, OUID: 'root' },
    ],
    ['words only', `type=X msg=audit(1361533480.850:77): msg='no keys here'`, { type: 'X', '@timestamp': TIME, serial: 77, msg: 'no keys here' }],
  ])('%s', (_name, line, record) => {
    expect(JSON.parse(auditRecord(line) ?? 'null')).toEqual(record);
  });

  it('takes time in proportion to the line', () => {
    const before = performance.now();
    auditRecord(`type=X msg=audit(1.0:1): ${'a'.repeat(300_000)} ${'k="'.repeat(100_001)}`);
    expect(performance.now() - before).toBeLessThan(1_000);
  });

  it.each(['', 'hello', 'type=X msg=audit(x): a=1', 'type=X msg=audit(99999999999999.0:1): a=1'])('is null for %j', (line) => {
    expect(auditRecord(line)).toBeNull();
  });
});
