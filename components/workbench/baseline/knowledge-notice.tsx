import type { BaselineKnowledge } from '@/lib/engine/baseline-shapes';
import { countText } from '@/components/ui/format';

/** What the dataset cannot tell of writes; nothing where every host tells. */
export function KnowledgeNotice({ hosts, hostsThatTell, silent }: BaselineKnowledge) {
  if (hosts === hostsThatTell && hosts > 0) return null;
  return (
    <p role="note" className="max-w-[90ch] border-l-2 border-caution pl-3 text-sm text-ink-2">
      {hostsThatTell === 0
        ? 'Cannot know: no host of this dataset logs file access on shares (5145, “Audit Detailed File Share”), so nothing tells which files were written.'
        : `${countText(hosts - hostsThatTell, 'host')} of ${hosts.toLocaleString('en')} with a Security log ${hosts - hostsThatTell === 1 ? 'has' : 'have'} no 5145 (“Audit Detailed File Share”): what was written there is not in the table.`}
      {silent.length > 0 && ` Somebody connected to administrative shares of ${silent.slice(0, 5).join(', ')}${silent.length > 5 ? ` and ${silent.length - 5} more` : ''} all the same.`}
    </p>
  );
}
