/** Events of the Linux audit daemon, of five records each; 4.5 million records are about 600 MiB of lines. */
export function* manyAuditRecords(events: number): Generator<string, void, undefined> {
  const hex = (number: number) => ((number * 2_654_435_761) % 2 ** 32).toString(16);
  for (let i = 0; i < events; i++) {
    const head = `msg=audit(${1_600_000_000 + (i >> 4)}.${String(i % 1_000).padStart(3, '0')}:${i}):`;
    yield `type=SYSCALL ${head} arch=c000003e syscall=59 success=yes exit=0 a0=${hex(i)} a1=${hex(i + 1)} a2=${hex(i + 2)} a3=8 items=2 ppid=${i % 30_000} pid=${(i + 7) % 32_768} auid=1000 uid=0 gid=0 euid=0 suid=0 fsuid=0 egid=0 sgid=0 fsgid=0 tty=pts0 ses=3 comm="bash${i % 50}" exe="/usr/bin/bash" key="rootcmd"\n`;
    yield `type=EXECVE ${head} argc=3 a0="ls" a1="-la" a2="/var/log/${i % 977}"\n`;
    yield `type=CWD ${head} cwd="/home/user${i % 31}"\n`;
    yield `type=PATH ${head} item=0 name="/usr/bin/ls" inode=${i % 100_000} dev=fd:00 mode=0100755 ouid=0 ogid=0 rdev=00:00 nametype=NORMAL cap_fp=0 cap_fi=0 cap_fe=0 cap_fver=0\n`;
    yield `type=PROCTITLE ${head} proctitle=6C73002D6C61${hex(i)}\n`;
  }
}
