export default function Home() {
  return <p>Aftercare</p>;
}
