/** What the viewer asked for that a link leads to. */
export type LinkUse = 'dataset' | 'hunt';

type Listener = (url: string, use: LinkUse) => void;

let listener: Listener | null = null;

/** Is told of every link before it is fetched: the page lists them with their reason. */
export function listenForLinks(told: Listener): void {
  listener = told;
}

export function tellLink(url: string, use: LinkUse): void {
  listener?.(url, use);
}
