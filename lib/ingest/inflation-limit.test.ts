import { describe, expect, it } from 'vitest';
import { UserError } from '@/lib/base/user-error';
import { InflationLimit } from './inflation-limit';

const MIB = 2 ** 20;

function failureOf(act: () => void): unknown {
  try {
    act();
  } catch (error) {
    return error instanceof UserError ? error.failure : error;
  }
  return null;
}

describe('InflationLimit', () => {
  it('lets pass what stays within it, to the last byte', () => {
    const limit = new InflationLimit('a.zip', 3 * MIB);
    expect(failureOf(() => [MIB, 2 * MIB].forEach((bytes) => limit.state(bytes)))).toBeNull();
    expect(failureOf(() => [MIB, MIB, MIB].forEach((bytes) => limit.inflate(bytes)))).toBeNull();
  });

  it('refuses what states more, before anything is inflated, and tells both', () => {
    expect(failureOf(() => new InflationLimit('a.zip', 2 * MIB).state(2 * MIB + 1))).toMatchObject({
      code: 'too-large',
      message: 'a.zip holds 2.0 MiB by its own account, more than the limit of 2.0 MiB.',
    });
    expect(failureOf(() => new InflationLimit('a.zip').state(2 ** 40))).toMatchObject({
      message: 'a.zip holds 1,024.0 GiB by its own account, more than the limit of 8.0 GiB.',
    });
  });

  it('stops what inflates to more than it states', () => {
    const limit = new InflationLimit('a.zip', 2 * MIB);
    limit.state(10);
    limit.inflate(2 * MIB);
    expect(failureOf(() => limit.inflate(1))).toMatchObject({ code: 'too-large', message: 'a.zip inflates to more than the limit of 2.0 MiB.' });
  });
});
