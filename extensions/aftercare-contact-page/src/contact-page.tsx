/** @jsxImportSource preact */
import { render } from "preact";
import { useEffect, useState } from "preact/hooks";
import { askPage, host, type Page, type Problem, sendMessage, type Written } from "./ask";
import { MessageForm } from "./message-form";
import { Threads } from "./threads";

/** Writing to the shop, and reading what was written, in the customer's account. */
export default function contactPage(): void {
  render(<ContactPage />, document.body);
}

const t = (key: string): string => String(host.shopify.i18n.translate(key));

type State = "loading" | "there" | "signedOut" | "failed";
type Sent = { title: string; text: string | null; conversationId: string };
/** A form that was not taken, and which. */
type Tried = { conversationId: string | null; problems: Problem[] };

function ContactPage() {
  const [state, setState] = useState<State>("loading");
  const [page, setPage] = useState<Page | null>(null);
  const [busy, setBusy] = useState(false);
  const [sent, setSent] = useState<Sent | null>(null);
  const [tried, setTried] = useState<Tried | null>(null);
  const [begun, setBegun] = useState(0);

  const open = async () => {
    setBusy(true);
    const answer = await askPage();
    setBusy(false);
    if (answer.kind === "page") setPage(answer.page);
    setState(answer.kind === "page" ? "there" : answer.kind === "signedOut" ? "signedOut" : "failed");
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the page opens
  useEffect(() => void open(), []);

  const send = async (written: Written) => {
    const { conversationId } = written;
    setBusy(true);
    setSent(null);
    const answer = await sendMessage(page?.requestKey ?? "", written);
    setBusy(false);
    if (answer.kind === "signedOut") return setState("signedOut");
    if (answer.kind === "mend") return setTried({ conversationId, problems: answer.problems });
    // What was typed stays when the app could not be reached.
    if (answer.kind !== "sent")
      return setTried({ conversationId, problems: [{ field: "text", message: t("failed") }] });
    setTried(null);
    if (conversationId === null) setBegun((count) => count + 1);
    setPage(answer.page);
    setSent(answer);
  };

  const problemsOf = (conversationId: string | null) =>
    tried?.conversationId === conversationId ? tried.problems : [];
  return (
    <s-page heading={t("title")}>
      {state === "loading" && <s-spinner accessibilityLabel={t("loading")} />}
      {state === "signedOut" && (
        <s-banner tone="info" heading={t("signedOut")}>
          {/* every page of the account asks who is not signed in */}
          <s-button href="shopify:customer-account/orders">{t("signIn")}</s-button>
        </s-banner>
      )}
      {state === "failed" && (
        <s-banner tone="critical" heading={t("failed")}>
          <s-button loading={busy} onClick={() => void open()}>
            {t("again")}
          </s-button>
        </s-banner>
      )}
      {state === "there" && page && (
        <s-stack gap="large">
          {sent && (
            <s-banner tone="success" heading={sent.title}>
              {sent.text && <s-paragraph>{sent.text}</s-paragraph>}
            </s-banner>
          )}
          {page.conversations.length > 0 && (
            <Threads
              page={page}
              busy={busy}
              openId={sent?.conversationId ?? null}
              triedId={tried?.conversationId ?? null}
              problems={tried?.problems ?? []}
              send={(written) => void send(written)}
            />
          )}
          <s-section heading={page.says.title}>
            <MessageForm
              // what was sent is no longer in the form
              key={begun}
              page={page}
              conversationId={null}
              busy={busy}
              problems={problemsOf(null)}
              send={(written) => void send(written)}
            />
          </s-section>
        </s-stack>
      )}
    </s-page>
  );
}
