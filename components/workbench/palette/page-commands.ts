import { UTC } from '@/lib/base/time-zone';
import { copyText } from '@/components/ui/clipboard';
import { linkToShare } from '@/components/workbench/share/link-to-share';
import { requestsOpen } from '@/components/workbench/requests/requests-open';
import type { DatasetControl } from '@/components/workbench/use-dataset';
import type { SizeControl } from '@/components/workbench/use-size';
import type { FilesControl } from '@/components/workbench/use-open-files';
import type { ViewNavigation } from '@/components/workbench/use-view-state';
import { KEYS_COMMAND, type Command } from './commands';

interface PageActions {
  readonly adjust: ViewNavigation['adjust'];
  readonly setSize: SizeControl['setSize'];
  readonly onFiles: FilesControl['openFiles'];
  readonly control: Pick<DatasetControl, 'openAddress' | 'close'>;
  readonly isOpen: boolean;
}

/** What can be done on every screen. */
export function pageCommands({ adjust, setSize, onFiles, control, isOpen }: PageActions): readonly Command[] {
  const browserZone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const page = (id: string, name: string, run: () => void, words: readonly string[] = []): Command => ({ group: 'Page', id, name, words, run });
  const dataset = (id: string, name: string, run: () => void): Command => ({ group: 'Dataset', id, name, run });
  return [
    dataset('open', 'Open a file…', () => pickFiles(onFiles)),
    dataset('sample', 'Open the sample', () => control.openAddress({ kind: 'sample' })),
    ...(isOpen ? [dataset('close', 'Close the dataset', control.close)] : []),
    page('link', 'Copy the link to this view', () => void linkToShare().then(({ href }) => copyText(href)), ['share', 'url']),
    page('light', 'Theme: light', () => adjust({ theme: 'light' })),
    page('dark', 'Theme: dark', () => adjust({ theme: 'dark' })),
    page('system', 'Theme: as the system', () => adjust({ theme: null })),
    page('large', 'Size: presentation', () => setSize('large'), ['projector', 'large', 'zoom', 'text']),
    page('normal', 'Size: normal', () => setSize(null), ['text']),
    page('utc', 'Time zone: UTC', () => adjust({ zone: UTC })),
    ...(browserZone === UTC ? [] : [page('zone', `Time zone: ${browserZone}`, () => adjust({ zone: browserZone }), ['local'])]),
    page('requests', 'Every request of this page', () => requestsOpen.set(true), ['network', 'privacy', 'offline']),
    page(KEYS_COMMAND, 'Show the keys', () => undefined, ['shortcuts', 'help']),
  ];
}

/** Asks for files without a field on the page. */
function pickFiles(onFiles: PageActions['onFiles']): void {
  const input = document.createElement('input');
  input.type = 'file';
  input.multiple = true;
  input.addEventListener('change', () => onFiles([...(input.files ?? [])]));
  input.click();
}
