import type { Metadata } from 'next';

export const metadata: Metadata = { title: 'Not found · Huntbook' };

export default function NotFound() {
  return (
    <main className="mx-auto flex max-w-xl flex-col gap-3 px-6 py-24">
      <h1 className="text-xl font-semibold">There is no such page</h1>
      <p className="text-base text-ink-2">Huntbook is one page; what it shows stands after the # of its address.</p>
    </main>
  );
}
