export type Choice = { text: string; href: string };
type Props = { choices: readonly Choice[]; colour: string };

/** Ways to answer with one click: two on lines of their own, a scale in a row that breaks where it must. */
export function Choices({ choices, colour }: Props) {
  if (choices.length > 2) return <Scale choices={choices} colour={colour} />;
  return choices.map(({ href, text }) => (
    <p key={href} style={{ margin: "16px 0 0" }}>
      <a className="link" href={href} style={{ color: colour, fontWeight: 600 }}>
        {text}
      </a>
    </p>
  ));
}

/** Each answer is a box large enough for a thumb; in programs that draw no boxes it is a link with space around it. */
const Scale = ({ choices, colour }: Props) => (
  <p style={{ margin: "16px 0 0", lineHeight: "52px" }}>
    {choices.flatMap(({ href, text }, at) => [
      at === 0 ? "" : " ",
      <a
        key={href}
        className="link"
        href={href}
        style={{
          color: colour,
          fontWeight: 600,
          textDecoration: "none",
          border: `1px solid ${colour}`,
          borderRadius: 8,
          padding: "10px 14px",
          margin: "0 2px",
          whiteSpace: "nowrap",
        }}
      >
        {text}
      </a>,
    ])}
  </p>
);
