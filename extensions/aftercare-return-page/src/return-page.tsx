/** @jsxImportSource preact */
import { render } from "preact";
import { useEffect, useState } from "preact/hooks";
import {
  type Answer,
  ask,
  askStatus,
  askToAdd,
  type Draft,
  host,
  type Made,
  orderNumber,
  type Page,
} from "./ask";
import { askShopify, type ShopifysWord, strictest } from "./shopifys-word";
import { StatusPage } from "./status";
import { Steps } from "./steps";
import { Thing } from "./thing";

/** Returning things of an order, in the customer's account. */
export default function returnPage(): void {
  render(<ReturnPage />, document.body);
}

const t = (key: string): string => String(host.shopify.i18n.translate(key));

type Shown = Answer | { kind: "loading" };

const NOTHING_SAID: ShopifysWord = new Map();

function ReturnPage() {
  const [shown, setShown] = useState<Shown>({ kind: "loading" });
  const [draft, setDraft] = useState<Draft | null>(null);
  const [busy, setBusy] = useState(false);
  const [word, setWord] = useState(NOTHING_SAID);

  const show = async (asking: Promise<Answer>) => {
    setBusy(true);
    const answer = await asking;
    setBusy(false);
    const [only] = answer.kind === "sent" && answer.failed.length === 0 ? answer.made : [];
    if (answer.kind === "sent" && only && answer.made.length === 1) return see(only.orderId, only.id);
    if (answer.kind === "page") setDraft(answer.page.draft);
    // What was typed stays when the app could not be reached.
    if (answer.kind === "failed" && shown.kind === "page")
      return setShown({
        ...shown,
        page: { ...shown.page, problems: [{ fieldId: "", message: t("failed") }] },
      });
    setShown(answer);
  };
  const begin = () => void show(ask({ draft: null, from: "items", to: "items" }));
  const see = (orderId: string, returnId: string): Promise<void> =>
    show(askStatus(orderId, returnId, "show"));
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the page opens
  useEffect(() => {
    begin();
    void askShopify(host.shopify.order.value?.id ?? "").then(setWord);
  }, []);

  const toOrder =
    shown.kind === "page" ? shown.page.says.toOrder : shown.kind === "status" ? shown.status.toOrder : null;
  return (
    <s-page heading={t("title")}>
      {toOrder && (
        <s-button slot="breadcrumb-actions" href={`shopify:customer-account/orders/${orderNumber()}`}>
          {toOrder}
        </s-button>
      )}
      {shown.kind === "loading" && <s-spinner accessibilityLabel={t("loading")} />}
      {shown.kind === "absent" && <s-banner tone="warning" heading={t("absent")} />}
      {shown.kind === "signedOut" && (
        <s-banner tone="info" heading={t("signedOut")}>
          <s-button onClick={() => void host.shopify.requireLogin()}>{t("signIn")}</s-button>
        </s-banner>
      )}
      {shown.kind === "failed" && (
        <s-banner tone="critical" heading={t("failed")}>
          <s-button loading={busy} onClick={begin}>
            {t("again")}
          </s-button>
        </s-banner>
      )}
      {shown.kind === "sent" && <Sent {...shown} see={see} />}
      {shown.kind === "status" && (
        <StatusPage
          status={shown.status}
          busy={busy}
          reload={() => void see(shown.orderId, shown.status.id)}
          cancel={() => void show(askStatus(shown.orderId, shown.status.id, "cancel"))}
          add={(as) => void show(askToAdd(shown.status.id, as))}
          again={begin}
          see={(orderId, returnId) => void see(orderId, returnId)}
        />
      )}
      {shown.kind === "page" && draft && (
        <Request
          page={strictest(shown.page, word)}
          draft={draft}
          busy={busy}
          change={(to) => setDraft((now) => (typeof to === "function" ? now && to(now) : to))}
          go={(to, row) => void show(ask({ draft, from: shown.page.step, to, ...(row ? { row } : {}) }))}
          see={see}
        />
      )}
    </s-page>
  );
}

type See = (orderId: string, returnId: string) => Promise<void>;
type RequestProps = Omit<Parameters<typeof Steps>[0], "t"> & { see: See };

/** The request's page, with the returns there are below its first; or that nothing may come back. */
function Request({ see, ...request }: RequestProps) {
  const { page } = request;
  const lines = page.orders.flatMap((order) => order.lines);
  const isOpen = lines.some((line) => line.most > 0) || page.moreOrders;
  return (
    <s-stack gap="large">
      {isOpen ? <Steps t={t} {...request} /> : <Nothing page={page} />}
      {page.returns.length > 0 && <Earlier page={page} see={see} />}
    </s-stack>
  );
}

const Nothing = ({ page }: { page: Page }) => (
  <s-stack gap="large">
    <s-banner tone="info" heading={page.says.nothing}>
      <s-paragraph>{page.says.nothingText}</s-paragraph>
    </s-banner>
    <s-section heading={page.says.cannot}>
      <s-stack gap="base">
        {page.orders
          .flatMap((order) => order.lines)
          .map((line) => (
            <Thing key={line.id} imageUrl={line.imageUrl}>
              <s-text>{[line.title, line.variant].filter(Boolean).join(" · ")}</s-text>
              <s-text color="subdued">{line.note}</s-text>
            </Thing>
          ))}
      </s-stack>
    </s-section>
  </s-stack>
);

const Earlier = ({ page, see }: { page: Page; see: See }) => (
  <s-section heading={page.says.earlier}>
    <s-stack gap="base">
      {page.returns.map((one) => (
        <s-stack key={one.id} direction="inline" gap="base" alignItems="center">
          <s-link onClick={() => void see(page.orders[0]?.id ?? "", one.id)}>{one.rma}</s-link>
          <s-badge>{one.state}</s-badge>
          <s-text color="subdued">{one.text}</s-text>
        </s-stack>
      ))}
    </s-stack>
  </s-section>
);

const Sent = ({ title, made, failed, see }: { title: string; made: Made[]; failed: string[]; see: See }) => (
  <s-stack gap="base">
    <s-heading>{title}</s-heading>
    {failed.map((text) => (
      <s-banner key={text} tone="warning" heading={text} />
    ))}
    {made.map((one) => (
      <s-link key={one.id} onClick={() => void see(one.orderId, one.id)}>
        {one.text}
      </s-link>
    ))}
  </s-stack>
);
