export default function Page() {
  return <main>Huntbook</main>;
}
