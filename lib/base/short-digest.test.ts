import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { base64url, shortDigest } from './short-digest';

it.each(['', 'a', 'huntbook', '\u00ff\u00fe'])('writes the digest of %j as Node does', (text) => {
  const digest = createHash('sha256').update(text).digest();
  expect(base64url(digest.toString('hex'))).toBe(digest.toString('base64url'));
  expect(shortDigest(digest.toString('hex'))).toBe(digest.subarray(0, 12).toString('base64url'));
});
