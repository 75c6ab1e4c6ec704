/* global document, localStorage, location */
/*
 * Before the page is first painted, which its own scripts come too late for: the theme and the size that the address names
 * (lib/url/address-keys.ts), or the size that this device keeps (components/workbench/use-size.ts), where app/globals.css reads them.
 * Loaded as it stands, for the page allows no inline script.
 */
{
  const { dataset } = document.documentElement;
  const named = (key) => new RegExp(`[#&]${key}=([^&]*)`).exec(location.hash)?.[1];
  const theme = named('theme');
  if (theme === 'light' || theme === 'dark') dataset.theme = theme;
  let size = named('size');
  try {
    if (size !== 'large') size = localStorage.getItem('huntbook.size');
  } catch {
    // Storage may be forbidden.
  }
  if (size === 'large') dataset.size = size;
}
