/**
 * Addresses for documentation (RFC 5737, RFC 3849), and beyond their 762 those for benchmarks (RFC 2544) and reserved ones (RFC 1112); private
 * ones (RFC 1918) and link-local ones (RFC 3927, RFC 4291) stay so.
 */
const PUBLIC_POOLS: readonly (readonly [first: number, count: number])[] = [
  [quad('192.0.2.1'), 254],
  [quad('198.51.100.1'), 254],
  [quad('203.0.113.1'), 254],
  [quad('198.18.0.1'), 131_070],
  [quad('240.0.0.1'), 2 ** 27],
];

/** Two private networks that were one stay one: the pseudonyms' third byte is the network's. */
const PRIVATE_FIRST = [10, 172, 192];

export class AddressPseudonyms {
  private readonly networks = new Map<string, { readonly number: number; hosts: number }>();
  private made = 0;
  private readonly next = { public: 0, link: 0, v6: 0 };
  /** A first byte that no private original has, if there is one. */
  private readonly privateNet: readonly [first: number, second: number];

  constructor(private readonly originals: ReadonlySet<string>) {
    const used = new Set([...originals].map((original) => Number(/^(\d+)\.\d+\.\d+\.\d+$/.exec(original)?.[1])));
    const first = PRIVATE_FIRST.find((byte) => !used.has(byte)) ?? 10;
    this.privateNet = first === 10 ? [10, 20] : first === 172 ? [172, 20] : [192, 168];
  }

  /** Null: one that every host has, or that names none (loopback, unspecified, broadcast, multicast). @param lower IPv4 dotted, or IPv6 in lower case */
  of(lower: string): string | null {
    if (lower.includes(':')) return this.ofV6(lower);
    const [a, b] = lower.split('.').map(Number);
    if (a === 127 || a === 0 || a >= 224) return null;
    if (lower === '169.254.169.254') return null;
    if (a === 169 && b === 254) return this.free(() => `169.254.${1 + (this.next.link >>> 8)}.${this.next.link++ & 255}`);
    if (a === 10 || (a === 172 && b >= 16 && b < 32) || (a === 192 && b === 168)) return this.ofPrivate(lower.slice(0, lower.lastIndexOf('.')));
    return this.free(() => fromPool(this.next.public++));
  }

  private ofPrivate(network: string): string {
    const [first, second] = this.privateNet;
    return this.free(() => {
      let known = this.networks.get(network);
      // Numbers that would hold an original are passed over, so that a full network may need another one.
      if (!known || known.hosts >= 254) {
        known = { number: this.made++, hosts: 0 };
        this.networks.set(network, known);
      }
      known.hosts++;
      // A dataset with more than 256 networks goes on in 10/8.
      return known.number < 256 ? `${first}.${second}.${known.number}.${known.hosts}` : `10.${100 + ((known.number >>> 8) & 127)}.${known.number & 255}.${known.hosts}`;
    });
  }

  private ofV6(lower: string): string | null {
    if (/^ff/.test(lower) || /^[0:]*:0*1?$/.test(lower)) return null;
    const net = /^fe[89ab]/.test(lower) ? 'fe80::' : /^f[cd]/.test(lower) ? 'fd00:db8::' : '2001:db8::';
    return this.free(() => `${net}${(++this.next.v6).toString(16)}`);
  }

  private free(make: () => string): string {
    for (;;) {
      const address = make();
      if (!this.holdsOriginal(address)) return address;
    }
  }

  /** 10.0.0.12 holds 10.0.0.1, and 110.0.0.1 does. */
  private holdsOriginal(address: string): boolean {
    const { length } = address;
    for (let start = 0; start < 3; start++) for (let end = length - 3; end <= length; end++) if (this.originals.has(address.slice(start, end))) return true;
    return false;
  }
}

function fromPool(nth: number): string {
  let rest = nth;
  for (const [first, count] of PUBLIC_POOLS) {
    if (rest < count) return dotted(first + rest);
    rest -= count;
  }
  throw new Error('More addresses than there are pseudonyms');
}

function quad(address: string): number {
  return address.split('.').reduce((sum, byte) => sum * 256 + Number(byte), 0);
}

function dotted(value: number): string {
  return [24, 16, 8, 0].map((shift) => Math.floor(value / 2 ** shift) % 256).join('.');
}
