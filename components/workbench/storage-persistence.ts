/** Whether the browser keeps its storage for this page until told otherwise, or may clear it when space runs short. */
export interface StoragePersistence {
  isGranted(): Promise<boolean>;
  /** Asks for it, once a visit, and only where the viewer has done something: a browser may put the question to them. Never fails. */
  ask(): Promise<void>;
}

interface BrowserParts {
  readonly storage?: Partial<Pick<StorageManager, 'persist' | 'persisted'>>;
  readonly userActivation?: Pick<UserActivation, 'hasBeenActive'>;
}

/** `parts` is the browser's `navigator`; what it lacks counts as refused. */
export function storagePersistence(parts: () => BrowserParts): StoragePersistence {
  let isAsked = false;
  const isGranted = async () => (await parts().storage?.persisted?.().catch(() => false)) ?? false;
  return {
    isGranted,
    ask: async () => {
      const { storage, userActivation } = parts();
      if (isAsked || userActivation?.hasBeenActive !== true || (await isGranted())) return;
      isAsked = true;
      await storage?.persist?.().catch(() => false);
    },
  };
}
