import type { Browser, Page } from '@playwright/test';
import { sharedPath } from '@/lib/shared-data.test-support';
import { test } from './fixtures';

export const SMB_DATASET = 'covenant_copy_smb_CreateRequest.zip';
export const PURPLESHARP_DATASET = 'purplesharp_ad_playbook_I.zip';

interface Given {
  readonly home: Page;
  readonly browser: Browser;
  readonly baseURL: string | undefined;
}

/** A test on a public dataset beside the repository, whose path it is given; where that is missing, one that is skipped and says so. */
export function onPublic(dataset: string, title: string, run: (given: Given, file: string) => Promise<void>): void {
  const file = sharedPath(`datasets/${dataset}`);
  if (file === null) test.skip(`${title} (SKIPPED: no ../shared/datasets beside the checkout)`, () => undefined);
  else test(title, ({ home, browser, baseURL }) => run({ home, browser, baseURL }, file));
}
