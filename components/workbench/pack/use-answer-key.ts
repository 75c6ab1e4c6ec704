import { useEffect, useState } from 'react';
import { trackBusy } from '@/components/ui/busy';
import { answerKeyOf } from '@/components/workbench/truth/answer-keys';

/** The text of the dataset's answer key; null without one, undefined until that is known. */
export function useAnswerKey(sha256: string | null): string | null | undefined {
  const [text, setText] = useState<string | null | undefined>(undefined);
  useEffect(() => {
    let isWanted = true;
    // One that cannot be fetched stays out, and the choice does too.
    void trackBusy(answerKeyOf(sha256).then((found) => isWanted && setText(found), () => isWanted && setText(null)));
    return () => {
      isWanted = false;
    };
  }, [sha256]);
  return text;
}
