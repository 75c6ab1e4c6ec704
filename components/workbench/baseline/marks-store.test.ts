import { expect, it } from 'vitest';
import { marking, unmarking } from './marks';
import { MarksStore } from './marks-store';

const SHA = 'a'.repeat(64);
const key = (directory: string) => ({ account: null, source: null, host: 'FS01', share: '\\\\*\\C$', directory });
const said = { reason: 'backup', expires: null };

/** A device of one file, which tells every tab but the one that wrote. */
function device(text: string | null = null, isThere = true) {
  const file = { text };
  const listeners: ((sha256: string) => void)[] = [];
  const tab = () => {
    let own: ((sha256: string) => void) | null = null;
    return {
      update: async (_sha256: string, change: (text: string | null) => string | null) => {
        await Promise.resolve();
        if (!isThere) return false;
        const next = change(file.text);
        if (next !== null) {
          file.text = next;
          for (const listener of listeners) if (listener !== own) listener(SHA);
        }
        return true;
      },
      listen: (listener: (sha256: string) => void) => {
        own = listener;
        listeners.push(listener);
      },
    };
  };
  return { file, tab };
}

const settled = () => new Promise((resolve) => setTimeout(resolve, 0));
const directories = (store: MarksStore) => store.getState().marks.map(({ directory }) => directory);

function openStore(kept: ConstructorParameters<typeof MarksStore>[0], sha256: string | null = SHA): MarksStore {
  const store = new MarksStore(kept);
  store.take({ sha256, name: 'march.zip' });
  return store;
}

it('keeps marks for the next visit', async () => {
  const { tab } = device();
  const store = openStore(tab());
  store.change(marking([key('too early')], said));
  await settled();
  store.change(marking([key('a')], said));
  await settled();
  const next = openStore(tab());
  expect(next.getState().isRead).toBe(false);
  await settled();
  expect([directories(next), next.getState().isKept]).toEqual([['a'], true]);
});

it('joins what two tabs change', async () => {
  const { tab } = device();
  const [one, two] = [openStore(tab()), openStore(tab())];
  await settled();
  one.change(marking([key('a')], said));
  two.change(marking([key('b')], said));
  await settled();
  one.change(unmarking([key('b')]));
  await settled();
  expect([directories(one), directories(two)]).toEqual([['a'], ['a']]);
});

it.each([['{"format":"huntbook-baseline","version":2,"dataset":{},"rows":[],"marks":[]}', true], [null, false]])('says that nothing is kept, and writes over nothing: %s', async (text, isThere) => {
  const { file, tab } = device(text, isThere);
  const store = openStore(tab());
  await settled();
  store.change(marking([key('a')], said));
  await settled();
  expect([directories(store), store.getState().isKept, file.text]).toEqual([['a'], false, text]);
});

it('lasts as long as the page where the dataset has no digest', async () => {
  const { file, tab } = device();
  const store = openStore(tab(), null);
  store.change(marking([key('a')], said));
  store.take({ sha256: SHA, name: 'other.zip' });
  await settled();
  store.take({ sha256: null, name: 'march.zip' });
  expect([directories(store), store.getState().isKept, file.text]).toEqual([['a'], false, null]);
});
