import { useFetcher } from "@remix-run/react";
import { useEffect, useMemo, useState } from "react";
import { FirstMessage } from "~/features/inbox/ui/admin-first-message";
import { staffWords } from "~/features/inbox/words/staff";
import { useToast } from "~/ui/admin/toast";
import type { action } from "./route";

const words = staffWords.onOrder;

type Props = {
  order: { id: string; email: string | null; redacted: boolean };
  /** the conversation that is gone on with instead, if there is one */
  conversationId: string | null;
  may: boolean;
};

/** Goes on with the conversation about an order, or writes to its shopper: for any page about the order. */
export function MessageShopper({ order, conversationId, may }: Props) {
  const sending = useFetcher<typeof action>({ key: `write ${order.id}` });
  const [written, setWritten] = useState(0);
  const answer = sending.data ?? null;
  useEffect(() => {
    if (answer?.refused === null) setWritten((count) => count + 1);
  }, [answer]);
  // A form that was refused, or lost on its way, is sent again as the same one.
  // biome-ignore lint/correctness/useExhaustiveDependencies: after each that was sent the next is a new one
  const requestKey = useMemo(() => crypto.randomUUID(), [written]);
  useToast(useMemo(() => (answer?.refused === null ? { message: words.sent } : null), [answer]));
  if (order.redacted) return null;
  return (
    <FirstMessage
      key={written}
      conversationId={conversationId}
      may={may}
      hasAddress={Boolean(order.email)}
      busy={sending.state !== "idle"}
      refused={answer?.refused ? (words.refused[answer.refused] ?? words.notSent) : null}
      onSend={(text) =>
        sending.submit({ text, requestKey }, { method: "post", action: `/app/orders/${order.id}/message` })
      }
    />
  );
}
