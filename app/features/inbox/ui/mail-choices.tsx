type Props = { choices: readonly { text: string; href: string }[]; colour: string };

/** Ways to answer with one click: each on a line of its own, tall enough for a thumb. */
export const Choices = ({ choices, colour }: Props) => (
  <>
    {choices.map(({ href, text }) => (
      <p key={href} style={{ margin: choices.length > 2 ? 0 : "16px 0 0" }}>
        <a
          className="link"
          href={href}
          style={{
            color: colour,
            fontWeight: 600,
            ...(choices.length > 2 ? { display: "block", padding: "10px 0", lineHeight: "24px" } : {}),
          }}
        >
          {text}
        </a>
      </p>
    ))}
  </>
);
