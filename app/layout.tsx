import type { Metadata, Viewport } from 'next';
import { GeistMono } from 'geist/font/mono';
import { GeistSans } from 'geist/font/sans';
import './globals.css';

export const metadata: Metadata = {
  title: 'Huntbook',
  description: 'Threat hunts that run in the browser: open a dataset of Windows events, run a hunt, see what each analytic found and why.',
  referrer: 'no-referrer',
  // Relative, so that it is found under a sub-path too.
  icons: { icon: './icon.svg' },
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
    <html lang="en" data-idle="false" className={`${GeistSans.variable} ${GeistMono.variable}`} suppressHydrationWarning>
      <body>{children}</body>
    </html>
  );
}
