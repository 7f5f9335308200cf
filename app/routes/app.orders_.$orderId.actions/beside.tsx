import { useFetcher, useRevalidator } from "@remix-run/react";
import { type ReactNode, useCallback, useEffect, useMemo, useRef } from "react";
import { AdminCustomer } from "~/features/inbox/ui/admin-customer";
import { AdminActions } from "~/features/returns/ui/actions/admin-actions";
import { formWords as words } from "~/features/returns/words/action-forms-staff";
import { SidePanel } from "~/ui/admin/side-panel";
import { useToast } from "~/ui/admin/toast";
import { useFresh } from "~/ui/admin/use-fresh";
import type { loader as customerLoader } from "../app.customer";
import type { action, loader } from "./route";

/** How soon it is looked again at what is under way. */
const SOON_MS = 1_500;

type Asked = { orderId: string | null; conversationId: string | null };

/** Who the shopper is, and what can be done about their order: two cards beside a page, read after it. */
export function useBeside({ orderId, conversationId }: Asked): { customer: ReactNode; actions: ReactNode } {
  const panel = useFetcher<typeof loader>({ key: `actions ${orderId}` });
  const customer = useFetcher<typeof customerLoader>({ key: `customer ${conversationId ?? orderId}` });
  const sending = useFetcher<typeof action>({ key: `act ${orderId}` });
  const address = orderId ? `/app/orders/${orderId}/actions` : null;
  const { load: loadPanel } = panel;
  const { load: loadCustomer } = customer;
  const readPanel = useCallback(() => {
    if (address) loadPanel(address);
  }, [address, loadPanel]);
  const who = conversationId ? `conversation=${conversationId}` : `order=${orderId}`;
  const readCustomer = useCallback(() => loadCustomer(`/app/customer?${who}`), [who, loadCustomer]);
  useEffect(() => readPanel(), [readPanel]);
  useEffect(() => readCustomer(), [readCustomer]);

  const isUnderWay =
    panel.data?.panel?.actions.some(({ state }) => state === "pending") === true ||
    panel.data?.resent.some(({ state }) => state === "queued") === true;
  useFresh(isUnderWay, readPanel, SOON_MS);
  useAfter(isUnderWay);

  const answer = sending.data ?? null;
  useToast(
    useMemo(() => {
      const said = answer && !answer.refused && answer.intent ? words.sent[answer.intent] : undefined;
      return said ? { message: said } : null;
    }, [answer]),
  );
  // What was refused stands differently from what is shown here.
  useEffect(() => {
    if (answer?.refused) readPanel();
  }, [answer, readPanel]);
  const send = (body: Record<string, unknown>) => {
    if (!address) return;
    const from = "requestKey" in body ? { conversationId } : {};
    sending.submit({ ...body, ...from } as never, {
      method: "post",
      action: address,
      encType: "application/json",
    });
  };
  const known = customer.data;
  return {
    customer: known ? <AdminCustomer {...known} /> : null,
    actions: orderId && (
      <SidePanel title={words.title} loading={words.loading} ready={panel.data !== undefined}>
        {panel.data && (
          <AdminActions
            {...panel.data}
            customer={known?.shopify ?? null}
            busy={sending.state !== "idle"}
            answer={answer}
            onSend={send}
            onAllowed={readPanel}
          />
        )}
      </SidePanel>
    ),
  };
}

/** Reads the whole page again once what was under way is over: the order stands differently now. */
function useAfter(isUnderWay: boolean) {
  const { revalidate } = useRevalidator();
  const was = useRef(false);
  useEffect(() => {
    if (was.current && !isUnderWay) revalidate();
    was.current = isUnderWay;
  }, [isUnderWay, revalidate]);
}
