import type { Replacement } from './pseudonyms-replacement';

const OWN_NAME = /^[\p{L}\p{N}](?:[\p{L}\p{N}._:-]{0,62}[\p{L}\p{N}])?$/u;

/** Why a person's own pseudonym would not do, by the original in lower case. */
export function choiceProblems(replacements: readonly Replacement[]): ReadonlyMap<string, string> {
  const originals = new Set(replacements.map(({ original }) => original.toLowerCase()));
  const uses = new Map<string, number>();
  for (const { pseudonym } of replacements) if (pseudonym !== null) uses.set(pseudonym, (uses.get(pseudonym) ?? 0) + 1);
  const problems = new Map<string, string>();
  for (const { kind, original, pseudonym, why } of replacements) {
    if (why !== 'chosen' || pseudonym === null) continue;
    const problem =
      !OWN_NAME.test(pseudonym) ? 'Letters, digits, “.”, “-”, “_” and “:” only, up to 64.'
      // Spellings are told apart by their capitals.
      : kind !== 'address' && pseudonym === pseudonym.toUpperCase() ? 'It needs a letter.'
      : originals.has(pseudonym) ? 'That is one of the names to be replaced.'
      : (uses.get(pseudonym) ?? 0) > 1 ? 'Another name has this pseudonym: the two could not be told apart.'
      : null;
    if (problem !== null) problems.set(original.toLowerCase(), problem);
  }
  return problems;
}
