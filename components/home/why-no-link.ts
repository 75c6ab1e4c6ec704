/** What is wrong with an address that `linkedDataset` (lib/url) refused. One or two sentences. */
export function whyNoLink(text: string): string {
  if (text === '') return 'Paste the address of a dataset first.';
  if (!URL.canParse(text)) return 'This is not a whole address. It begins with https:// or http://.';
  const { protocol, username, password } = new URL(text);
  if (protocol !== 'https:' && protocol !== 'http:') return `Only http and https links can be opened, and this is a ${protocol.slice(0, -1)} link.`;
  if (username !== '' || password !== '') return 'This link holds a user name or a password. Take that away: a browser fetches no such link.';
  return 'This link is too long.';
}
