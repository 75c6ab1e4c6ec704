import type { AnswerKey } from '@/lib/hunts/answer-key';
import { SHAPES } from './event-shapes';
import { MEMBER, sampleLines } from './generate-sample';
import type { LoggedEvent } from './sample-log';

const HUNT = 'smb-create-remote-file';

/** `sha256` is that of the archive. */
export function sampleAnswerKey(sha256: string | null): AnswerKey {
  return {
    title: 'Sample: four copies to administrative shares',
    story:
      'On 11 March, with the stolen account adm.halvorsen, somebody works from WS11 and then WS12. A tool is copied to C$ of WS12 and run there by WMI; ' +
      'a library is copied to C$ of FS01 with a wide access mask; a service binary is put into ADMIN$ of FS01 and started; a last file goes to C$ of BK01, ' +
      'where the logon ID comes in another spelling. The nightly backup, shared logon IDs and misleading shares are not part of it.',
    dataset: { name: 'sample.zip', sha256 },
    events: sampleLines().flatMap(({ event }, index) => {
      if (!event?.isAttack) return [];
      const analytics = expectedBy(event);
      return [{ member: MEMBER, line: index + 1, what: what(event), expectedBy: new Map(analytics.length > 0 ? [[HUNT, analytics]] : []) }];
    }),
  };
}

/**
 * Each analytic's question, answered by what was put in: I and II are after connects to a share other than IPC$ (every session of the attack has
 * connected to IPC$ as well), III to V after each request for the right to write a file there.
 */
function expectedBy({ shape, own }: LoggedEvent): readonly string[] {
  if (own.ShareName === '\\\\*\\IPC$') return [];
  if (shape === 'shareConnect') return ['I', 'II'];
  return shape === 'shareAccess' && (Number(own.AccessMask) & 2) !== 0 ? ['III', 'IV', 'V'] : [];
}

function what({ shape, host, own }: LoggedEvent): string {
  const named = [own.ShareName, own.RelativeTargetName, own.TargetFilename, own.ServiceName, own.NewProcessName].filter((text) => typeof text === 'string');
  return [SHAPES[shape].eventId, host.name, ...named].join(' · ');
}
