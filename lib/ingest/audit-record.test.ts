import { describe, expect, it } from 'vitest';
import { AuditRecord } from './audit-record';

const reader = new AuditRecord();

function auditRecord(line: string): string | null {
  const bytes = new TextEncoder().encode(line);
  return reader.read(bytes, 0, bytes.length) ? new TextDecoder().decode(reader.json.subarray(0, reader.jsonLength)) : null;
}

/* Records as in the Red Hat documentation of audit log files; values by what ausearch names them. */
describe('an audit record', () => {
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
    [
      'characters that JSON escapes, and bytes beyond ASCII',
      'type=X msg=audit(1361533480.850:77): a="C:\\x\u0001" b=\'é "q"\' "k=\\',
      { type: 'X', '@timestamp': TIME, serial: 77, a: 'C:\\x\u0001', b: 'é "q"', '"k': '\\' },
    ],
    [
      'integers as JSON writes them; the rest is text',
      'type=X msg=audit(1361533480.850:077): a=0 b=-5 c=-0 d=007 e=999999999999999 f=1234567890123456 g=1.5 h= i=a4 a12=3',
      { type: 'X', '@timestamp': TIME, serial: '077', a: 0, b: -5, c: '-0', d: '007', e: 999999999999999, f: '1234567890123456', g: '1.5', h: '', i: 'a4', a12: '3' },
    ],
    [
      'the first of equal keys, also of those that are ours',
      'type=X msg=audit(1361533480.850:77): serial=5 k=1 type=Y k=2 node=n @timestamp=0',
      { type: 'X', '@timestamp': TIME, serial: 77, k: 1, node: 'n' },
    ],
    [
      'what is no pair between pairs, and quotes that nobody closes',
      'type=X msg=audit(1361533480.850:77): alone =x a="b"c=1 d==e f="g h',
      { type: 'X', '@timestamp': TIME, serial: 77, a: 'b', d: '=e', f: '"g' },
    ],
    ['seconds without a fraction, or with a longer one', 'type=X msg=audit(1361533480.8504:77):', { type: 'X', '@timestamp': '2013-02-22T11:44:40.8504Z', serial: 77 }],
    ['words only', `type=X msg=audit(1361533480.850:77): msg='no keys here'`, { type: 'X', '@timestamp': TIME, serial: 77, msg: 'no keys here' }],
  ])('%s', (_name, line, record) => {
    expect(JSON.parse(auditRecord(line) ?? 'null')).toEqual(record);
  });

  it('tells thousands of keys apart', () => {
    const pairs = Array.from({ length: 5_000 }, (_, i) => [`key${i}`, i] as const);
    const text = [...pairs, ...pairs.map(([key]) => [key, -1] as const)].map(([key, value]) => `${key}=${value}`).join(' ');
    expect(JSON.parse(auditRecord(`type=X msg=audit(1361533480.850:77): ${text}`) ?? 'null')).toEqual({ type: 'X', '@timestamp': TIME, serial: 77, ...Object.fromEntries(pairs) });
    expect(auditRecord('type=X msg=audit(1361533480.850:77): key0=1')).toContain('"key0":1');
  });

  it('takes time in proportion to the line', () => {
    const before = performance.now();
    auditRecord(`type=X msg=audit(1.0:1): ${'a'.repeat(300_000)} ${'k="'.repeat(100_001)}`);
    expect(performance.now() - before).toBeLessThan(1_000);
  });

  it.each(['', 'hello', 'type=X msg=audit(x): a=1', 'type=X msg=audit(99999999999999.0:1): a=1', 'type= msg=audit(1.0:1):', 'node= type=X msg=audit(1.0:1):', 'type=X msg=audit(1.:1):', 'type=X msg=audit(1.0:):', 'type=X msg=audit(1.0:1)'])('is null for %j', (line) => {
    expect(auditRecord(line)).toBeNull();
  });
});
