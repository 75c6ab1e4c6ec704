import type { HuntDocument } from '@/lib/hunts/hunt-document';
import type { AnalyticResult, HuntResult, Verdict } from '@/lib/hunts/hunt-result';

/** What a finding says of the dataset. */
export interface FoundIn {
  readonly name: string;
  readonly sha256: string | null;
}

/**
 * A layer of ATT&CK Navigator, format 4.5: the hunt's techniques, scored by how many of its analytics have hits. Without a score: nothing was
 * found and that means nothing, for some event type is missing. Source: https://github.com/mitre-attack/attack-navigator/blob/master/layers/spec/v4.5/layerformat.md
 */
export function navigatorLayer({ document, analytics }: HuntResult, { name, sha256 }: FoundIn): string {
  const verdicts = analytics.map(bestVerdict);
  const hits = verdicts.filter((verdict) => verdict === 'hits').length;
  const isKnown = hits > 0 || verdicts.includes('no-hit');
  const comment = analytics.map((of, i) => `Analytic ${of.analytic.id}: ${WORDS[verdicts[i]]}`).join('\n');
  const layer = {
    name: `${document.title}: ${name}`,
    versions: { navigator: '4.9.0', layer: '4.5' },
    domain: 'enterprise-attack',
    description: `${hits} of ${analytics.length} analytics of the hunt "${document.title}" have hits in ${name}. Made by Huntbook.`,
    techniques: techniquesOf(document).map((techniqueID) => ({
      techniqueID,
      ...(isKnown ? { score: hits } : {}),
      comment,
      enabled: true,
      metadata: [
        { name: 'Hunt', value: document.title },
        { name: 'Dataset', value: name },
        ...(sha256 === null ? [] : [{ name: 'SHA-256', value: sha256 }]),
      ],
      showSubtechniques: false,
    })),
    gradient: { colors: ['#ffffff', '#d55e00'], minValue: 0, maxValue: Math.max(1, analytics.length) },
    legendItems: [{ label: 'Analytics with hits', color: '#d55e00' }],
  };
  return `${JSON.stringify(layer, null, 2)}\n`;
}

/** Those that the document names at its top; else those that it links to. */
export function techniquesOf({ techniques, markdown }: HuntDocument): readonly string[] {
  const named = techniques.filter((technique) => /^T\d{4}(\.\d{3})?$/.test(technique));
  if (named.length > 0) return [...new Set(named)];
  const links = markdown.matchAll(/attack\.mitre\.org\/techniques\/(T\d{4})(?:[/.](\d{3}))?/g);
  return [...new Set(Array.from(links, ([, technique, sub]) => (sub === undefined ? technique : `${technique}.${sub}`)))];
}

const WORDS: Record<Verdict, string> = { hits: 'hits', 'no-hit': 'no hit', 'cannot-know': 'cannot know', error: 'could not run' };
const BEST_FIRST: readonly Verdict[] = ['hits', 'no-hit', 'cannot-know', 'error'];

function bestVerdict({ readings }: AnalyticResult): Verdict {
  return BEST_FIRST.find((verdict) => readings.some((reading) => reading.verdict === verdict)) ?? 'cannot-know';
}
