export default function Home() {
  return <main>À deux pas</main>
}
