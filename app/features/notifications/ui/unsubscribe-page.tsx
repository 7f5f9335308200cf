import { direction, type Locale } from "~/platform/i18n/locales";
import { consentWords } from "../consent-words";

/** A page of its own, outside any shop's theme: asks, or says that it is done. Works without JavaScript. */
export function UnsubscribePage({ locale, shop, done }: { locale: Locale; shop: string; done: boolean }) {
  const words = consentWords(locale).unsubscribe;
  return (
    <html lang={locale} dir={direction(locale)}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width,initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>{done ? words.done : words.ask}</title>
      </head>
      <body
        style={{
          fontFamily: "system-ui, sans-serif",
          lineHeight: 1.5,
          maxWidth: "34rem",
          margin: "12vh auto",
          paddingInline: "1rem",
          color: "#1c1f1e",
          backgroundColor: "#fff",
        }}
      >
        <main>
          <h1 style={{ lineHeight: 1.2 }}>{done ? words.done : words.ask}</h1>
          <p>{done ? words.doneText : words.text(shop)}</p>
          {!done && (
            <form method="post">
              <button
                type="submit"
                style={{
                  font: "inherit",
                  minBlockSize: "2.75rem",
                  paddingInline: "1.25rem",
                  border: 0,
                  borderRadius: "0.5rem",
                  backgroundColor: "#1f4d3a",
                  color: "#fff",
                  cursor: "pointer",
                }}
              >
                {words.button}
              </button>
            </form>
          )}
        </main>
      </body>
    </html>
  );
}
