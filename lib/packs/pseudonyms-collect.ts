import { rowId } from '@/lib/base/row-id';
import type { EventTable } from '@/lib/events/event-table';
import type { NameKind } from './pseudonyms-replacement';
import { base64Runs, DEEPEST_BASE64, readBase64 } from './base64-text';
import { isKnown } from './pseudonyms-known';

export interface FoundName {
  readonly kind: NameKind;
  readonly original: string;
}

/** Longer ones are no names: a text that a pattern took for one. */
const LONGEST_NAME = 128;

/** Field names as `fieldKey` writes them. */
const HOST_FIELD = /(^|\.)(hostname|host|(source|destination|target|client|server|remote|local)?(hostname|host|computername|computer|workstationname|workstation|servername|machinename|machine)|devicename|dvchost|clientname)$|(^|\.)(host|agent|observer|computer|device)\.(name|hostname)$/;
const USER_FIELD = /(^|\.)[a-z]*(username|accountname|samaccountname|logonuser|suser|duser)$|(^|\.)(user|auid|uid|acct)$|(^|\.)user\.name$/;
const DOMAIN_FIELD = /(^|\.)[a-z]*(domainname|userdomain|dnsdomain|accountdomain)$|(^|\.)domain$|(^|\.)(user|host)\.domain$/;

const SID = /S-1-5-21-\d+-\d+-\d+(?:-\d+)?|S-1-12-1-\d+-\d+-\d+-\d+/gi;
const IPV4 = /(?<![\w.])(?:25[0-5]|2[0-4]\d|1?\d?\d)(?:\.(?:25[0-5]|2[0-4]\d|1?\d?\d)){3}(?![\w]|\.\d)/g;
const IPV6 = /(?<![\w:.])(?=[0-9a-f:]*:[0-9a-f]*:)[0-9a-f:]{3,39}(?![\w:]|\.\d)/gi;
const PROFILE = /(?:[\\/]+(?:users|home)|[\\/]+Documents and Settings)[\\/]+([^\\/:*?"<>|\r\n,;]+)(?=[\\/])/gi;
const UNC = /(?<=^|[\s"'=(,;])\\\\([A-Za-z0-9][A-Za-z0-9_.-]*)\\/g;
const MAIL = /(?<![\w.+-])([A-Za-z0-9_.+$-]+)@([A-Za-z0-9-]+(?:\.[A-Za-z0-9-]*[A-Za-z][A-Za-z0-9-]*)+)/g;
/** Labels of the text that Windows writes for its events. */
const SAID: readonly (readonly [NameKind, RegExp])[] = [
  ['user', /(?:Account|User|Client|Logon) Name:[ \t]*([^\r\n]+)/g],
  ['user', /(?:^|\n)User:[ \t]*([^\r\n]+)/g],
  ['domain', /(?:Account Domain|Domain Name|(?:Supplied )?Realm Name):[ \t]*([^\r\n]+)/g],
  ['host', /(?:(?:Source )?Workstation(?: Name)?|Computer(?: Name)?|(?:Source|Destination)Hostname|Target Server Name):[ \t]*([^\r\n]+)/g],
];

/**
 * Every name in a table's events, in the order in which they are met, and by the fields and texts that say what they are. In steps, each of an
 * event; what they yield is how far it has got.
 */
export function* collectNames(table: EventTable): Generator<number, readonly FoundName[]> {
  const names = new Names();
  const seen = new Map<string, Set<string>>();
  const visit = (field: string, value: unknown): void => {
    if (typeof value === 'string') {
      const known = seen.get(field) ?? new Set();
      seen.set(field, known);
      if (known.has(value)) return;
      known.add(value);
      names.fromField(fieldKey(field), value);
      names.fromText(value);
    } else if (Array.isArray(value)) for (const each of value) visit(field, each);
    else if (typeof value === 'object' && value !== null) for (const [key, each] of Object.entries(value)) visit(field === '' ? key : `${field}.${key}`, each);
  };
  for (let row = 0; row < table.rowCount; row++) {
    visit('', JSON.parse(table.text(rowId(row))));
    yield row / table.rowCount;
  }
  return names.all();
}

function fieldKey(field: string): string {
  return field.toLowerCase().replace(/[_\s-]/g, '');
}

class Names {
  private readonly found = new Map<string, FoundName>();

  all(): readonly FoundName[] {
    return [...this.found.values()];
  }

  fromField(field: string, value: string): void {
    if (HOST_FIELD.test(field)) this.host(value);
    else if (USER_FIELD.test(field)) this.user(value);
    else if (DOMAIN_FIELD.test(field)) this.domain(value);
  }

  fromText(text: string, depth = 0): void {
    for (const [sid] of text.matchAll(SID)) this.sid(sid);
    for (const [address] of text.matchAll(IPV4)) this.add('address', address);
    for (const [address] of text.matchAll(IPV6)) if (isIpv6(address)) this.add('address', address);
    for (const [, user] of text.matchAll(PROFILE)) this.user(user);
    for (const [, host] of text.matchAll(UNC)) this.host(host);
    for (const [, user, domain] of text.matchAll(MAIL)) {
      this.user(user);
      this.domain(domain);
    }
    if (depth < DEEPEST_BASE64) {
      for (const { run } of base64Runs(text)) {
        const read = readBase64(run);
        if (read) this.fromText(read.text, depth + 1);
      }
    }
    if (!text.includes(':')) return;
    for (const [kind, label] of SAID) for (const [, value] of text.matchAll(label)) this.named(kind, value);
  }

  private named(kind: NameKind, value: string): void {
    if (kind === 'user') this.user(value);
    else if (kind === 'host') this.host(value);
    else this.domain(value);
  }

  /** "DOMAIN\user", "user@domain", "HOST$" or the bare name. */
  private user(value: string): void {
    const [, domain, account] = /^([^\\/]+)[\\/]([^\\/]+)$/.exec(value.trim()) ?? ['', '', value.trim()];
    if (domain !== '') {
      this.domain(domain);
      // Accounts that Windows makes itself: services, desktops, pools.
      if (isKnown(domain.toLowerCase())) return;
    }
    const [name, at] = account.split('@', 2);
    if (at !== undefined && at !== '') this.domain(at);
    if (name.endsWith('$')) this.host(name.slice(0, -1));
    // Neither a GUID, nor a number, nor a SID, is a person's name.
    else if (!/^\{?[\da-f]{8}-|^S-1-|[\\/:;"|]/i.test(name)) this.add('user', name);
  }

  /** The short name, and the domain behind it. */
  private host(value: string): void {
    const name = value.trim().replace(/^\\+/, '').replace(/\.$/, '');
    if (!/^[\p{L}\p{N}_-]+(\.[\p{L}\p{N}_-]+)*$/u.test(name) || /^[\d.]+$/.test(name) || /^S-1-/i.test(name)) return;
    const dot = name.indexOf('.');
    this.add('host', dot < 0 ? name : name.slice(0, dot));
    if (dot >= 0) this.domain(name.slice(dot + 1));
  }

  private domain(value: string): void {
    const name = value.trim().replace(/\.$/, '');
    if (!/^[\p{L}\p{N}_-]+( [\p{L}\p{N}_-]+)*(\.[\p{L}\p{N}_-]+)*$/u.test(name) || /^[\d.]+$/.test(name)) return;
    this.add('domain', name);
    const dot = name.indexOf('.');
    if (dot > 0) this.add('domain', name.slice(0, dot));
  }

  private sid(sid: string): void {
    this.add('sid', sid);
    const domain = /^(S-1-5-21-\d+-\d+-\d+)-\d+$/i.exec(sid);
    if (domain) this.add('sid', domain[1]);
  }

  /** A name that is of two kinds is a domain's before a host's before a person's. */
  private add(kind: NameKind, original: string): void {
    const lower = original.toLowerCase();
    if (original === '' || original.length > LONGEST_NAME || isKnown(lower)) return;
    const known = this.found.get(lower);
    if (!known || RANK[kind] < RANK[known.kind]) this.found.set(lower, { kind, original: known?.original ?? original });
  }
}

const RANK: Record<NameKind, number> = { sid: 0, address: 1, domain: 2, host: 3, user: 4 };

function isIpv6(text: string): boolean {
  const halves = text.split('::');
  const groups = halves.flatMap((half) => (half === '' ? [] : half.split(':')));
  if (halves.length > 2 || groups.some((group) => !/^[\da-f]{1,4}$/i.test(group))) return false;
  return halves.length === 2 ? groups.length >= 2 && groups.length < 8 : groups.length === 8;
}
