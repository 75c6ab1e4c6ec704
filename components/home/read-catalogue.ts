/** A recording in one archive: what `public/catalog.json` says of it. */
export interface PublicDataset {
  readonly title: string;
  /** One action of an attacker, or a whole chain of them. */
  readonly kind: string;
  readonly platform: readonly string[];
  /** Where its events come from: 'host' or 'cloud'. */
  readonly source: string;
  /** ATT&CK tactics: 'TA0008'. */
  readonly tactics: readonly string[];
  /** ATT&CK techniques: 'T1021.002'. */
  readonly techniques: readonly string[];
  readonly url: string;
  readonly archiveBytes: number;
  /** `events` is null where nobody counted them. */
  readonly members: readonly { readonly name: string; readonly events: number | null; readonly bytes: number }[];
}

/** A notebook: what `public/hunts.json` says of it. */
export interface PublicHunt {
  readonly id: string;
  readonly title: string;
  readonly techniques: readonly string[];
  readonly notebook: string;
  /** Links of the datasets that it was written on. */
  readonly datasets: readonly string[];
  readonly analytics: number;
}

export interface Catalogue {
  readonly datasets: readonly PublicDataset[];
  readonly hunts: readonly PublicHunt[];
  /** By ID, of every tactic and technique above. */
  readonly tacticNames: ReadonlyMap<string, string>;
  readonly techniqueNames: ReadonlyMap<string, string>;
  /** Whose facts these are. */
  readonly sources: { readonly datasets: string; readonly hunts: string; readonly names: string };
}

/** Reads the two files, already parsed. Throws an Error that names the first value that is not what it should be. */
export function readCatalogue(catalog: unknown, hunts: unknown): Catalogue {
  const facts = record(catalog);
  const published = record(hunts);
  return {
    datasets: list(facts.datasets, readDataset),
    hunts: list(published.hunts, readHunt),
    tacticNames: names(facts.tactics),
    techniqueNames: names(facts.techniques),
    sources: { datasets: text(facts.source), hunts: text(published.source), names: text(facts.names) },
  };
}

function readDataset(value: unknown): PublicDataset {
  const { title, kind, platform, source, tactics, techniques, url, archiveBytes, members } = record(value);
  return {
    title: text(title),
    kind: text(kind),
    platform: list(platform, text),
    source: text(source),
    tactics: list(tactics, text),
    techniques: list(techniques, text),
    url: text(url),
    archiveBytes: count(archiveBytes),
    members: list(members, (member) => {
      const { name, events, bytes } = record(member);
      return { name: text(name), events: events === null ? null : count(events), bytes: count(bytes) };
    }),
  };
}

function readHunt(value: unknown): PublicHunt {
  const { id, title, techniques, notebook, datasets, analytics } = record(value);
  return {
    id: text(id),
    title: text(title),
    techniques: list(techniques, text),
    notebook: text(notebook),
    datasets: list(datasets, text),
    analytics: count(analytics),
  };
}

function record(value: unknown): Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw wrong(value, 'an object');
  return { ...value };
}

function list<T>(value: unknown, read: (item: unknown) => T): readonly T[] {
  if (!Array.isArray(value)) throw wrong(value, 'a list');
  return value.map((item: unknown) => read(item));
}

function names(value: unknown): ReadonlyMap<string, string> {
  return new Map(Object.entries(record(value)).map(([id, name]) => [id, text(name)]));
}

function text(value: unknown): string {
  if (typeof value !== 'string') throw wrong(value, 'a text');
  return value;
}

function count(value: unknown): number {
  if (typeof value !== 'number' || !Number.isSafeInteger(value) || value < 0) throw wrong(value, 'a count');
  return value;
}

function wrong(value: unknown, wanted: string): Error {
  return new Error(`the catalogue holds ${JSON.stringify(value)?.slice(0, 60) ?? 'nothing'} where ${wanted} should be`);
}
