import { describe, expect, it } from 'vitest';
import { rowId } from '@/lib/base/row-id';
import type { EventTable } from '@/lib/events/event-table';
import { eventTableOf } from '@/lib/events/event-table-builder';
import { pseudonymsOf as pseudonymsFor } from './pseudonyms';
import type { Choices } from './pseudonyms-assign';
import { choiceProblems } from './pseudonyms-choices';
import { collectNames } from './pseudonyms-collect';
import { LeftOver } from './pseudonyms-left';

const EVENTS = [
  { Hostname: 'WKS5.hollow.local', SubjectUserName: 'pfarrow', SubjectDomainName: 'HOLLOW', SubjectUserSid: 'S-1-5-21-11-22-33-1104', IpAddress: '::ffff:172.18.39.5', Image: 'C:\\Users\\pfarrow\\run.exe', ShareName: '\\\\*\\C$' },
  { Hostname: 'wks5.HOLLOW.LOCAL', SubjectUserName: 'WKS5$', TargetUserName: 'PFarrow@HOLLOW.LOCAL', SubjectUserSid: 'S-1-5-18', IpAddress: '172.18.39.6', User: 'NT AUTHORITY\\SYSTEM', DestAddress: '8.8.4.4' },
  { Hostname: 'DC1', SubjectUserName: 'PFARROW', GroupSid: 'S-1-5-21-11-22-33-513', IpAddress: '127.0.0.1', Link: 'fe80::1f:2', Message: 'Account Name:\t\tzoe.lin\r\nfrom \\\\FILES9\\media, zoe.lin said; pfarrow2 too', Port: 1104 },
];
function pseudonymsOf(of: EventTable, choices?: Choices) {
  const names = collectNames(of);
  for (;;) {
    const { done, value } = names.next();
    if (done === true) return pseudonymsFor(value, choices);
  }
}

const table = eventTableOf(EVENTS.map((event) => JSON.stringify(event)).join('\n'));
const events = (pseudonyms = pseudonymsOf(table)): Record<string, string>[] => EVENTS.map((_, row) => JSON.parse(pseudonyms.json(table.text(rowId(row)))) as Record<string, string>);
const [first, second, third] = events();

describe('pseudonyms', () => {
  it.each([
    ['a person', first.SubjectUserName, 'user01'],
    ['in capitals', third.SubjectUserName, 'USER01'],
    ['in another spelling, beside the domain', second.TargetUserName, 'User01@CORP1.EXAMPLE'],
    ['the profile in a path', first.Image, 'C:\\Users\\user01\\run.exe'],
    ['a host with its domain', first.Hostname, 'HOST01.corp1.example'],
    ['the same without capitals', second.Hostname, 'host01.CORP1.EXAMPLE'],
    ['its machine account', second.SubjectUserName, 'HOST01$'],
    ['the domain’s short name, as the long one begins', first.SubjectDomainName, 'CORP1'],
    ['a SID', first.SubjectUserSid, 'S-1-5-21-1001-1002-1003-1001'],
    ['a group of every domain', third.GroupSid, 'S-1-5-21-1001-1002-1003-513'],
    ['a SID of every Windows', second.SubjectUserSid, 'S-1-5-18'],
    ['an account of every Windows', second.User, 'NT AUTHORITY\\SYSTEM'],
    ['a private address stays private, and mapped', first.IpAddress, '::ffff:10.20.0.1'],
    ['one of the same network', second.IpAddress, '10.20.0.2'],
    ['a public one, for documentation', second.DestAddress, '192.0.2.1'],
    ['loopback', third.IpAddress, '127.0.0.1'],
    ['link-local', third.Link, 'fe80::1'],
    ['a share of every host', first.ShareName, '\\\\*\\C$'],
    // pfarrow2: a long name is replaced inside of a longer word, too.
    ['names in a text, and the host of a share', third.Message, 'Account Name:\t\tuser02\r\nfrom \\\\HOST03\\media, user02 said; user012 too'],
  ])('%s', (_, replaced, expected) => expect(replaced).toBe(expected));

  it('leaves keys and numbers, and what holds no name as it was written', () => {
    const pseudonyms = pseudonymsOf(table);
    expect(pseudonyms.json('{"pfarrow":"\\u0041\\/","Port":1104,"a":"\\u0070farrow"}')).toBe('{"pfarrow":"\\u0041\\/","Port":1104,"a":"user01"}');
  });

  it('replaces names in Base64, as PowerShell takes it, and finds those that stand nowhere else', () => {
    const command = (text: string) => `powershell -enc ${Buffer.from(text, 'utf16le').toString('base64')}`;
    const inner = Buffer.from('Account Name: yara.oduya').toString('base64');
    const encoded = eventTableOf(JSON.stringify({ UserName: 'pfarrow', CommandLine: command('net use \\\\FILES9\\c$ /user:pfarrow'), Script: command(`echo ${inner}`) }));
    const pseudonyms = pseudonymsOf(encoded);
    const replaced: unknown = JSON.parse(pseudonyms.json(encoded.text(rowId(0))));
    expect(replaced).toEqual({ UserName: 'user01', CommandLine: command('net use \\\\HOST01\\c$ /user:user01'), Script: command(`echo ${Buffer.from('Account Name: user02').toString('base64')}`) });
    expect(pseudonyms.countOf('pfarrow')).toBe(2);
  });

  it('keeps spellings apart that were, and equal without regard to case', () => {
    const pseudonyms = pseudonymsOf(table);
    const spellings = ['pfarrow', 'PFARROW', 'Pfarrow', 'pFarrow', 'PFarrow', 'pfarroW'].map((name) => pseudonyms.text(name));
    expect(new Set(spellings).size).toBe(spellings.length);
    expect(new Set(spellings.map((name) => name.toLowerCase()))).toEqual(new Set(['user01']));
  });

  it('has no pseudonym that holds an original', () => {
    const awkward = eventTableOf(['user01', 'host01', 'corp1', 'ser02'].map((name, i) => JSON.stringify({ Hostname: `box${i}`, UserName: name, Ip: `10.20.0.${i + 1}` })).join('\n'));
    const { replacements } = pseudonymsOf(awkward);
    for (const { original } of replacements) for (const { pseudonym } of replacements) expect(pseudonym).not.toContain(original);
  });

  it('takes a person’s choices, and says which will not do', () => {
    const { replacements } = pseudonymsOf(table, new Map([['pfarrow', 'Alice'], ['zoe.lin', 'alice'], ['hollow', null], ['wks5', 'dc1'], ['dc1', 'a\\b']]));
    const pseudonymOf = (name: string) => replacements.find(({ original }) => original.toLowerCase() === name)?.pseudonym;
    expect([pseudonymOf('pfarrow'), pseudonymOf('hollow')]).toEqual(['alice', null]);
    expect([...choiceProblems(replacements).keys()].sort()).toEqual(['dc1', 'pfarrow', 'wks5', 'zoe.lin']);
  });

  it('tells what is left', () => {
    const left = new LeftOver(pseudonymsOf(table));
    const bytes = Buffer.concat([Buffer.from([1, 0, 0, 255]), Buffer.from('pfarrow@hollow', 'utf16le')]).toString('base64');
    left.add(JSON.stringify({ DC1A: 1, hash: 'd41d8cd98f00b204e9800998ecf8427e', encoded: bytes, query: 'login.vendor.com', at: 'host01.corp1.example' }));
    expect(Object.fromEntries(left.all().map(({ what, examples }) => [what, examples]))).toEqual({
      'Replaced names inside longer words or in the names of fields': ['dc1'],
      'Names of hosts on the internet or of other domains': ['login.vendor.com'],
      'Hashes of files': ['d41d8cd98f00b204e9800998ecf8427e'],
      'Bytes in Base64 that hold a replaced name': [bytes.slice(0, 40)],
    });
  });

  it('takes time in proportion to the text, however often a name begins', () => {
    const pseudonyms = pseudonymsOf(eventTableOf(JSON.stringify({ UserName: `${'a'.repeat(100)}b` })));
    const time = (text: string) => {
      const start = performance.now();
      pseudonyms.text(text);
      return performance.now() - start;
    };
    const long = 'a'.repeat(100_000);
    time(long);
    expect(time(long)).toBeLessThan(3_000);
  });
});
