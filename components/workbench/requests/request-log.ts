/** Who made a request. */
export type Requester = 'page' | 'engine' | 'offline copy';

/** What for. 'unknown': nothing that the app knows of asked for it. */
export type RequestUse = 'app' | 'catalogue' | 'dataset' | 'hunt' | 'unknown';

export interface ListedRequest {
  readonly url: string;
  /** Of what lies in the app's folder, the address from there; null elsewhere. */
  readonly path: string | null;
  readonly by: Requester;
  readonly use: RequestUse;
  /** How often it was answered. */
  readonly count: number;
  /** Milliseconds since 1970, of the last. */
  readonly at: number;
}

interface Seen {
  readonly url: string;
  readonly by: Requester;
  readonly count: number;
  readonly at: number;
}

const CATALOGUE_FILES: readonly string[] = ['catalog.json', 'hunts.json'];

/** Every request since the page was loaded, one line for each address and requester. */
export class RequestLog {
  private readonly seen = new Map<string, Seen>();
  private readonly links = new Map<string, 'dataset' | 'hunt'>();
  private readonly listeners = new Set<() => void>();
  private listed: readonly ListedRequest[] | null = null;

  /** `home`: the address of the folder that the app is served from, with '/' at its end. */
  constructor(private readonly home: string) {}

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** A link that the viewer asked for. */
  link(url: string, use: 'dataset' | 'hunt'): void {
    this.links.set(url, use);
    this.tell();
  }

  /** A request that is made now; `requested` follows when it is answered. */
  begun(url: string, by: Requester, at: number): void {
    this.note(url, by, at, 0);
  }

  /** A request that was made. What is no request (`blob:`, `data:`) is left out. */
  requested(url: string, by: Requester, at: number): void {
    this.note(url, by, at, 1);
  }

  /** What nothing asked for first, then the latest. */
  readonly list = (): readonly ListedRequest[] =>
    (this.listed ??= [...this.seen.values()]
      .map((seen) => ({ ...seen, path: seen.url.startsWith(this.home) ? seen.url.slice(this.home.length) : null, use: this.useOf(seen.url) }))
      .sort((a, b) => Number(b.use === 'unknown') - Number(a.use === 'unknown') || b.at - a.at));

  private note(url: string, by: Requester, at: number, answers: number): void {
    if (!/^(?:https?|wss?):/i.test(url)) return;
    const key = `${by} ${url}`;
    this.seen.set(key, { url, by, count: (this.seen.get(key)?.count ?? 0) + answers, at });
    this.tell();
  }

  private useOf(url: string): RequestUse {
    const link = this.links.get(url);
    if (link) return link;
    // A file of the app has no query: one could carry data away.
    if (!url.startsWith(this.home) || url.includes('?')) return 'unknown';
    return CATALOGUE_FILES.includes(url.slice(this.home.length)) ? 'catalogue' : 'app';
  }

  private tell(): void {
    this.listed = null;
    for (const listener of this.listeners) listener();
  }
}
