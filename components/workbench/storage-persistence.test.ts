import { describe, expect, it } from 'vitest';
import { storagePersistence } from './storage-persistence';

function setUp({ hasBeenActive = true, grants = true, granted = false }) {
  const asked: boolean[] = [];
  const storage = {
    persisted: async () => granted || (asked.length > 0 && grants),
    persist: async () => {
      asked.push(grants);
      return grants;
    },
  };
  return { asked, persistence: storagePersistence(() => ({ storage, userActivation: { hasBeenActive } })) };
}

describe('the persistence of what is kept', () => {
  it('is asked for once, and known', async () => {
    const { asked, persistence } = setUp({});
    expect(await persistence.isGranted()).toBe(false);
    await persistence.ask();
    await persistence.ask();
    expect([asked.length, await persistence.isGranted()]).toEqual([1, true]);
    const refused = setUp({ grants: false });
    await refused.persistence.ask();
    await refused.persistence.ask();
    expect([refused.asked.length, await refused.persistence.isGranted()]).toEqual([1, false]);
  });

  it('is not asked for before the viewer did something, nor where it is granted already', async () => {
    for (const given of [{ hasBeenActive: false }, { granted: true }]) {
      const { asked, persistence } = setUp(given);
      await persistence.ask();
      expect(asked).toEqual([]);
    }
  });

  it('is refused where the browser has no such storage, or fails', async () => {
    const fails = () => Promise.reject(new Error('not here'));
    for (const parts of [{}, { storage: {} }, { storage: { persist: fails, persisted: fails }, userActivation: { hasBeenActive: true } }]) {
      const persistence = storagePersistence(() => parts);
      await persistence.ask();
      expect(await persistence.isGranted()).toBe(false);
    }
  });
});
