import type { Metadata, Viewport } from 'next';
import localFont from 'next/font/local';
import './globals.css';

// Not through `geist/font`, which swaps a late font in: that moves everything on the page. 'optional' keeps the fallback for that visit.
const geistSans = localFont({
  src: '../node_modules/geist/dist/fonts/geist-sans/Geist-Variable.woff2',
  variable: '--font-geist-sans',
  weight: '100 900',
  display: 'optional',
});
const geistMono = localFont({
  src: '../node_modules/geist/dist/fonts/geist-mono/GeistMono-Variable.woff2',
  variable: '--font-geist-mono',
  weight: '100 900',
  display: 'optional',
  adjustFontFallback: false,
});

export const metadata: Metadata = {
  title: 'Huntbook',
  description: 'Threat hunts that run in the browser: open a dataset of Windows events, run a hunt, see what each analytic found and why.',
  referrer: 'no-referrer',
  // Relative, so that it is found under a sub-path too.
  icons: { icon: './icon.svg', apple: './icon-192.png' },
  manifest: './manifest.webmanifest',
};

export const viewport: Viewport = {
  colorScheme: 'light dark',
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#f4f5f6' },
    { media: '(prefers-color-scheme: dark)', color: '#0e1012' },
  ],
};

/** `data-idle` turns "true" when the page has nothing under way (components/ui/busy.ts). */
export default function RootLayout({ children }: { readonly children: React.ReactNode }) {
  return (
    <html lang="en" data-idle="false" className={`${geistSans.variable} ${geistMono.variable}`} suppressHydrationWarning>
      <head>
        {/* Relative, so that it is found under a sub-path too. */}
        <script src="./theme.js" />
      </head>
      <body>{children}</body>
    </html>
  );
}
