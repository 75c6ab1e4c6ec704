export default function NotFound() {
  return (
    <main className="p-6">
      <h1 className="text-lg font-semibold">Nothing is here</h1>
      <p>Huntbook is a single page: open the address of its folder.</p>
    </main>
  );
}
