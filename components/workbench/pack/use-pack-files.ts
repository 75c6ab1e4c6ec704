import { useCallback } from 'react';
import type { Engine } from '@/lib/engine/engine';
import { trackBusy } from '@/components/ui/busy';
import { toFailure } from '@/components/workbench/failure';
import { datasetOfKey, keepAnswerKey } from '@/components/workbench/truth/answer-keys';
import type { DatasetControl } from '@/components/workbench/use-dataset';
import type { HuntControl } from '@/components/workbench/use-hunt-document';
import type { FilesControl } from '@/components/workbench/use-open-files';
import { showPack, showPackFailure } from './open-pack';

type OpenFiles = FilesControl['openFiles'];

/** Opens files: a pack alone as what is in it, anything else by `openOthers`. */
export function usePackFiles(engine: Engine | null, { openFiles: openDataset }: DatasetControl, { openFile: openHunt }: HuntControl, openOthers: OpenFiles): OpenFiles {
  return useCallback(
    (files) => {
      if (engine === null || files.length !== 1) return openOthers(files);
      const [file] = files;
      const work = engine.readPack({ name: file.name, blob: file }).then(
        (pack) => {
          if (pack === null) return openOthers(files);
          showPack(file.name, pack);
          if (pack.contents === null) return;
          const { answerKey, hunt, events } = pack.contents;
          const keyDataset = answerKey && datasetOfKey(answerKey);
          if (answerKey && keyDataset) keepAnswerKey(keyDataset, answerKey);
          openHunt(hunt);
          if (events) openDataset([new File([events.blob], events.name)]);
        },
        (error: unknown) => showPackFailure(file.name, toFailure(error)),
      );
      void trackBusy(work);
    },
    [engine, openDataset, openHunt, openOthers],
  );
}
