/*
 * Names that say nothing of an environment: they stay. Accounts and domains that Windows has everywhere (Microsoft Learn, "Security
 * identifiers" and "Special identities"), and words too common to be replaced wherever they stand.
 */

const KNOWN = new Set(
  [
    'system', 'local service', 'network service', 'anonymous logon', 'local system', 'localsystem', 'everyone', 'authenticated users', 'administrator', 'administrators',
    'guest', 'guests', 'defaultaccount', 'wdagutilityaccount', 'krbtgt', 'iusr', 'nt authority', 'nt service', 'nt-authority', 'builtin', 'workgroup', 'window manager',
    'font driver host', 'iis apppool', 'nt virtual machine', 'microsoftaccount', 'azuread', 'local', 'localhost', 'root', 'null', 'none', 'n/a', 'unknown', 'trustedinstaller',
    'public', 'all users', 'default', 'default user', 'defaultuser0', 'users', 'true', 'false', '%username%',
  ],
);

/** Of a person, perhaps, but also of half the events. */
const COMMON = new Set(
  [
    'admin', 'user', 'test', 'service', 'services', 'server', 'client', 'domain', 'host', 'computer', 'workstation', 'backup', 'internal', 'corp', 'corporate', 'office', 'lan', 'home',
    'security', 'application', 'windows', 'microsoft', 'setup', 'remote', 'process', 'object', 'event', 'account', 'name', 'file', 'data', 'program', 'programs', 'documents', 'desktop',
    'info', 'information', 'audit', 'success', 'failure', 'unknown', 'http', 'https', 'smb', 'tcp', 'udp', 'ldap', 'kerberos', 'ntlm', 'sysmon', 'operational', 'powershell', 'explorer',
    'temp', 'share', 'media', 'print', 'power', 'network', 'example', 'com', 'net', 'org',
  ],
);

/** Nobody's name: neither replaced nor listed. */
export function isKnown(lower: string): boolean {
  return KNOWN.has(lower) || /^(dwm|umfd)-\d+$/.test(lower) || !/[\p{L}\p{N}]/u.test(lower) || /^%%\d+$/.test(lower);
}

/** Why a name is listed but kept where nobody has decided; null: it is replaced. */
export function whyKept(lower: string): 'common word' | 'too short' | null {
  if (lower.length < 3 || /^\d{1,5}$/.test(lower)) return 'too short';
  return COMMON.has(lower) ? 'common word' : null;
}
