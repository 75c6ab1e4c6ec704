/** https://learn.microsoft.com/windows/security/threat-protection/auditing/event-4624 ("Logon types and descriptions") */
const logonTypes: ReadonlyMap<string, string> = new Map([
  ['0', 'system'],
  ['2', 'interactive'],
  ['3', 'network'],
  ['4', 'batch'],
  ['5', 'service'],
  ['7', 'unlock'],
  ['8', 'network cleartext'],
  ['9', 'new credentials'],
  ['10', 'remote interactive'],
  ['11', 'cached interactive'],
  ['12', 'cached remote interactive'],
  ['13', 'cached unlock'],
]);

/** '3' → 'network'; an unknown type stays a number. */
export function logonTypeName(text: string): string {
  return logonTypes.get(text.trim()) ?? `type ${text.trim()}`;
}
