/** @jsxImportSource preact */
import { render } from "preact";
import { useEffect, useState } from "preact/hooks";
import { type Answer, ask, type Draft, host, type Page } from "./ask";
import { Steps } from "./steps";

/** Returning things of an order, in the customer's account. */
export default function returnPage(): void {
  render(<ReturnPage />, document.body);
}

const t = (key: string, values?: Record<string, string | number>): string =>
  String(host.shopify.i18n.translate(key, values));

type Shown = Answer | { kind: "loading" };

function ReturnPage() {
  const [shown, setShown] = useState<Shown>({ kind: "loading" });
  const [draft, setDraft] = useState<Draft | null>(null);
  const [busy, setBusy] = useState(false);

  const go = async (to: string, typed: Draft | null, from: Page["step"] = "items") => {
    setBusy(true);
    const answer = await ask({ draft: typed, from, to });
    if (answer.kind === "page") setDraft(answer.page.draft);
    // What was typed stays when the app could not be reached.
    if (answer.kind !== "failed" || shown.kind !== "page") setShown(answer);
    else setShown({ ...shown, page: { ...shown.page, problems: [{ fieldId: "", message: t("failed") }] } });
    setBusy(false);
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the page opens
  useEffect(() => {
    void go("items", null);
  }, []);

  return (
    <s-page heading={t("title")}>
      {shown.kind === "loading" && <s-spinner accessibilityLabel={t("loading")} />}
      {shown.kind === "absent" && <s-banner tone="warning" heading={t("absent")} />}
      {shown.kind === "failed" && (
        <s-banner tone="critical" heading={t("failed")}>
          <s-button onClick={() => void go("items", null)}>{t("again")}</s-button>
        </s-banner>
      )}
      {shown.kind === "sent" && <Sent {...shown} />}
      {shown.kind === "page" && draft && (
        <Steps
          t={t}
          page={shown.page}
          draft={draft}
          busy={busy}
          change={setDraft}
          go={(to, typed = draft) => void go(to, typed, shown.page.step)}
        />
      )}
    </s-page>
  );
}

function Sent({ made, failed }: Extract<Answer, { kind: "sent" }>) {
  return (
    <s-stack gap="base">
      <s-banner tone="success" heading={t("sent")} />
      {failed.map((order) => (
        <s-banner key={order} tone="warning" heading={t("notSent", { order })} />
      ))}
      {made.map((one) => (
        <s-link key={one.page} href={one.page}>
          {t("see", { order: one.order })}
        </s-link>
      ))}
    </s-stack>
  );
}
