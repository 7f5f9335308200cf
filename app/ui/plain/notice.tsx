type Props = { title: string; text: string; link?: { label: string; url: string } };

/** One thing said on an otherwise empty page, readable without any stylesheet or script. */
export const PlainNotice = ({ title, text, link }: Props) => (
  <main
    style={{
      fontFamily: "system-ui, sans-serif",
      lineHeight: 1.5,
      maxWidth: "36rem",
      margin: "15vh auto",
      padding: "0 1rem",
      color: "#1c1f1e",
    }}
  >
    <h1 style={{ lineHeight: 1.2 }}>{title}</h1>
    <p>{text}</p>
    {link && (
      <p>
        <a href={link.url} style={{ color: "#1f4d3a" }}>
          {link.label}
        </a>
      </p>
    )}
  </main>
);
