import type { MadePack } from '@/lib/engine/pack-shapes';
import { Button } from '@/components/ui/button';
import { saveFile } from '@/components/ui/save-file';

/** What to do with a pack once it is saved. */
export function PackMade({ made: { name, sha256, key } }: { readonly made: MadePack }) {
  return (
    <div className="flex flex-col gap-3">
      <p role="status">
        Saved <span className="break-all font-mono text-xs">{name}</span>
      </p>
      <div className="flex flex-col gap-1">
        <p>Give its SHA-256 another way than the pack itself, so that whoever gets it can tell that it is yours:</p>
        <p className="break-all font-mono text-xs">{sha256}</p>
      </div>
      {key !== null && (
        <section aria-label="Key" className="flex flex-col items-start gap-2">
          <p>The key tells which pseudonym stands for what. It is a file of its own and not in the pack: save it, and keep it to yourself.</p>
          <Button look="primary" onClick={() => saveFile(key.name, 'application/json', key.text)}>
            Save the key
          </Button>
        </section>
      )}
    </div>
  );
}
