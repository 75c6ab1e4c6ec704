import { describe, expect, it } from 'vitest';
import { base64Runs, readBase64 } from './base64-text';

const utf16 = (text: string) => Buffer.from(text, 'utf16le').toString('base64');
const utf8 = (text: string) => Buffer.from(text, 'utf8').toString('base64');

describe('base64Runs', () => {
  // Expected by the regular expression that says the same.
  const RUNS = /(?<![A-Za-z0-9+/])[A-Za-z0-9+/]{16,}={0,2}/g;
  it.each([
    '', 'short', 'exactly16letters', 'powershell -enc SQBFAFgAIAAoAE4AZQB3AC0ATwBiAGoAZQBjAHQA==', 'a'.repeat(15), `${'a'.repeat(15)}.${'b'.repeat(16)}=.${'c'.repeat(40)}===x`,
    `.${'a'.repeat(31)}.${'b'.repeat(17)}`, 'C:\\Windows\\System32\\svchost.exe Microsoft/Windows/Security/Auditing', `${'é'.repeat(20)}${'z'.repeat(16)}é`,
  ])('finds what the expression finds in %j', (text) => {
    expect([...base64Runs(text)].map(({ start, run }) => [start, run])).toEqual([...text.matchAll(RUNS)].map((match) => [match.index, match[0]]));
  });
});

describe('readBase64', () => {
  it.each([
    ['UTF-16', utf16('net use \\\\FS1\\C$ /user:pfarrow')],
    ['UTF-16 beyond Latin', utf16('имя: pfarrow, пароль')],
    ['UTF-8', utf8('net use \\\\FS1\\C$ /user:pfarrow')],
    ['UTF-8 beyond Latin', utf8('имя пользователя pfarrow')],
    ['UTF-8 without padding', utf8('user pfarrow, at home').replace(/=+$/, '')],
  ])('reads and writes %s', (_, run) => {
    const read = readBase64(run);
    expect(read?.text).toContain('pfarrow');
    expect(read?.write(read.text)).toBe(run);
    expect(readBase64(read?.write(read.text.replace('pfarrow', 'user01')) ?? '')?.text).toContain('user01');
  });

  it.each([
    ['a word', 'MicrosoftWindowsSecurityAuditing'],
    ['a hash', '435009D1DDC0365BFA34B8C8D3F85286'],
    ['bytes', Buffer.from([0, 1, 2, 250, 251, 252, 65, 66, 67, 0, 9, 9, 9]).toString('base64')],
    ['a text that ends in other bytes', Buffer.concat([Buffer.from('this was a text '), Buffer.from([255, 254])]).toString('base64')],
    ['no Base64', 'abcdefghijklmnopq'],
  ])('reads nothing of %s', (_, run) => expect(readBase64(run)).toBeNull());
});
