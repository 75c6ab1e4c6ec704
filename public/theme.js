/* global document, location */
/*
 * Before the page is first painted, which its own scripts come too late for: the theme that the address names
 * (lib/url/address-keys.ts), where app/globals.css reads it. Loaded as it stands, for the page allows no inline script.
 */
{
  const named = /[#&]theme=([^&]*)/.exec(location.hash)?.[1];
  if (named === 'light' || named === 'dark') document.documentElement.dataset.theme = named;
}
