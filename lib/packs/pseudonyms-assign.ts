import type { Replacement } from './pseudonyms-replacement';
import { AddressPseudonyms } from './pseudonyms-address';
import type { FoundName } from './pseudonyms-collect';
import { whyKept } from './pseudonyms-known';

/** What a person has decided, by the original in lower case: a name of their own, or null to keep it. */
export type Choices = ReadonlyMap<string, string | null>;

/**
 * Gives each name its pseudonym: user01, host01, corp1 and corp1.example (the short name of a domain is the beginning of the long one),
 * addresses of their kind, and SIDs whose domain is the same where it was the same. None holds an original.
 */
export function assignPseudonyms(found: readonly FoundName[], choices: Choices): readonly Replacement[] {
  const originals = new Set(found.map(({ original }) => original.toLowerCase()));
  const free = new FreeNames(originals, new Set([...choices.values()].flatMap((own) => (own === null ? [] : [own.toLowerCase()]))));
  const addresses = new AddressPseudonyms(originals);
  const sids = new SidPseudonyms();
  const domains = new Map<string, { readonly base: string; longs: number }>();
  const digits = (kind: string) => String(found.filter((name) => name.kind === kind).length).length;
  const [users, hosts] = [Math.max(2, digits('user')), Math.max(2, digits('host'))];
  const domain = (lower: string): string => {
    const [label] = lower.split('.', 1);
    const own = choices.get(label);
    const known = domains.get(label) ?? { base: own === null ? label : (own?.toLowerCase() ?? free.next('corp', 1)), longs: 0 };
    domains.set(label, known);
    if (!lower.includes('.')) return known.base;
    known.longs++;
    return `${known.base}.${known.longs === 1 ? '' : `net${known.longs}.`}example`;
  };
  return found.flatMap(({ kind, original }): Replacement[] => {
    const lower = original.toLowerCase();
    const own = choices.get(lower);
    if (own === null) return [{ kind, original, pseudonym: null, why: 'chosen' }];
    if (own !== undefined) return [{ kind, original, pseudonym: own.toLowerCase(), why: 'chosen' }];
    if (kind === 'address') {
      const pseudonym = addresses.of(lower);
      return pseudonym === null ? [] : [{ kind, original, pseudonym, why: null }];
    }
    if (kind === 'sid') return [{ kind, original, pseudonym: sids.of(lower), why: null }];
    const why = whyKept(lower);
    if (why !== null) return [{ kind, original, pseudonym: null, why }];
    return [{ kind, original, pseudonym: kind === 'domain' ? domain(lower) : kind === 'host' ? free.next('host', hosts) : free.next('user', users), why: null }];
  });
}

class FreeNames {
  private readonly last = new Map<string, number>();

  constructor(
    private readonly originals: ReadonlySet<string>,
    private readonly own: ReadonlySet<string>,
  ) {}

  next(word: string, digits: number): string {
    for (;;) {
      const number = (this.last.get(word) ?? 0) + 1;
      this.last.set(word, number);
      const name = `${word}${String(number).padStart(digits, '0')}`;
      if (!this.own.has(name) && !this.holdsOriginal(name)) return name;
    }
  }

  private holdsOriginal(name: string): boolean {
    for (let start = 0; start < name.length; start++) {
      for (let end = start + 3; end <= name.length; end++) {
        const part = name.slice(start, end);
        if (this.originals.has(part) && whyKept(part) === null) return true;
      }
    }
    return false;
  }
}

/** RIDs below 1000 are those of every domain: 500 is its administrator, 513 its users (MS-DTYP 2.4.2.4). */
const FIRST_OWN_RID = 1000;

class SidPseudonyms {
  private readonly domains = new Map<string, { readonly name: string; rids: number }>();

  of(lower: string): string {
    const parts = lower.split('-');
    const isAzure = parts[2] === '12';
    const key = parts.slice(0, isAzure ? 8 : 7).join('-');
    const number = this.domains.size + 1;
    const domain = this.domains.get(key) ?? { name: isAzure ? `s-1-12-1-${number}001-${number}002-${number}003-${number}004` : `s-1-5-21-${number}001-${number}002-${number}003`, rids: 0 };
    this.domains.set(key, domain);
    if (isAzure || parts.length < 8) return domain.name;
    const rid = Number(parts[7]);
    return `${domain.name}-${rid < FIRST_OWN_RID ? rid : FIRST_OWN_RID + ++domain.rids}`;
  }
}
