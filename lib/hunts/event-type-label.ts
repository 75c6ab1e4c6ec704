/** "Sysmon 11": a provider or channel by its short name, and event IDs. */
export function eventTypeLabel(provider: string | null, eventIds: readonly string[]): string {
  const ids = eventIds.join(' or ');
  if (provider === null) return ids === '' ? 'any event' : `event ${ids}`;
  return ids === '' ? shortName(provider) : `${shortName(provider)} ${ids}`;
}

/** Microsoft-Windows-Sysmon/Operational is Sysmon, Microsoft-Windows-Security-Auditing the Security log. */
function shortName(provider: string): string {
  const name = provider
    .trim()
    .replace(/\/(operational|admin|analytic|debug)$/i, '')
    .replace(/^microsoft-windows-/i, '')
    .replace(/^security-auditing$/i, 'Security');
  return name.slice(0, 1).toUpperCase() + name.slice(1);
}
