import { useEffect, useState } from 'react';
import { trackBusy } from '@/components/ui/busy';
import { answerKeyOf } from '@/components/workbench/truth/answer-keys';

/** The text of the dataset's answer key; null without one, and until it is known. */
export function useAnswerKey(sha256: string | null): string | null {
  const [text, setText] = useState<string | null>(null);
  useEffect(() => {
    let isWanted = true;
    // One that cannot be fetched stays out, and the choice does too.
    void trackBusy(answerKeyOf(sha256).then((found) => isWanted && setText(found), () => undefined));
    return () => {
      isWanted = false;
    };
  }, [sha256]);
  return text;
}
