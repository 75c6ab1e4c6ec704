/** 'b34bc01c-3d7f-5f6a-b603-000000000900': Sysmon's process GUID without its braces; null for none and for the one of zeros. */
export function processGuid(text: string | null): string | null {
  const guid = text?.trim().replace(/^\{|\}$/g, '').toLowerCase() ?? '';
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(guid) && /[1-9a-f]/.test(guid) ? guid : null;
}

/**
 * When the process started, in milliseconds since 1970, to the second: the second part of the GUID is the low, the third the high half
 * of the start time in seconds. Null where that is no time after 2000.
 * https://learn.microsoft.com/sysinternals/downloads/sysmon (the GUID is "unique across a domain"; its parts are as the events show them)
 */
export function startOfGuid(guid: string): number | null {
  const [, low, high] = guid.split('-');
  const seconds = parseInt(high + low, 16);
  return seconds > 946_684_800 ? seconds * 1_000 : null;
}

/** A process ID, which audit events write in hex and Sysmon and the firewall in decimal: '0x1d60' and '7520' → 7520. Null for 0. */
export function processNumber(text: string | null): number | null {
  if (text === null || !/^(0x[0-9a-f]{1,8}|\d{1,10})$/i.test(text.trim())) return null;
  return Number(text.trim()) || null;
}
