import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import {
  Form,
  useActionData,
  useFetcher,
  useLoaderData,
  useNavigation,
  useRevalidator,
  useSubmit,
} from "@remix-run/react";
import { useEffect, useMemo } from "react";
import { type AdminVisit, adminWho } from "~/doors/admin.server";
import { statusOf } from "~/doors/answer";
import { lookedAt, noteReading } from "~/features/customers/readings-store.server";
import { addNote } from "~/features/inbox/add-note.server";
import type { Action } from "~/features/inbox/automation/actions";
import { replyWithMacros } from "~/features/inbox/automation/reply-with-macros.server";
import {
  closeConversation,
  markSeen,
  prioritise,
  reopenConversation,
} from "~/features/inbox/change-conversation.server";
import { draftOf, othersAt } from "~/features/inbox/desk-store.server";
import {
  assignConversation,
  followConversation,
  unassignConversation,
} from "~/features/inbox/hand-on.server";
import { colleaguesOf, handlingChoices } from "~/features/inbox/handling-queries.server";
import { mergeConversations, separateConversation } from "~/features/inbox/merge-conversations.server";
import { idSchema, type StaffAction, staffActionSchema } from "~/features/inbox/schema";
import { sendAgain } from "~/features/inbox/send-message.server";
import { dueTargets } from "~/features/inbox/sla/follow-targets.server";
import { snoozeConversation } from "~/features/inbox/snooze-conversation.server";
import { splitConversation } from "~/features/inbox/split-conversation.server";
import { conversationView } from "~/features/inbox/staff-queries.server";
import { tagConversation, untagConversation } from "~/features/inbox/tag-conversation.server";
import { takeBack } from "~/features/inbox/take-back.server";
import { assignTeam } from "~/features/inbox/teams/give-to-team.server";
import { fileUnder, unfile } from "~/features/inbox/ties/file-under.server";
import { sayAbout } from "~/features/inbox/ties/say-about.server";
import { lookFirstAt, tieOrder, untieOrder } from "~/features/inbox/ties/tie-order.server";
import { ordersBeside } from "~/features/inbox/ties/tie-queries.server";
import { AboutIt } from "~/features/inbox/ui/about-it";
import { AdminConversation } from "~/features/inbox/ui/admin-conversation";
import { downloadMail } from "~/features/inbox/ui/download-mail";
import { staffWords as words } from "~/features/inbox/words/staff";
import { orderDetail } from "~/features/orders/queries.server";
import { returnsOfOrder } from "~/features/returns/queries.server";
import { AdminReturnsOfOrder } from "~/features/returns/ui/admin-returns-of-order";
import { actionsInConversation } from "~/features/returns/words/actions-staff";
import { useToast } from "~/ui/admin/toast";
import { useLive } from "~/ui/admin/use-live";
import { newId } from "~/values/ids";
import type { RefusalCode, Result } from "~/values/result";
import { useOrderFinder } from "./app.find-order/finder";
import { useBeside } from "./app.orders_.$orderId.actions/beside";

export const loader = async ({ request, params }: LoaderFunctionArgs) => {
  const { shop, staff } = await adminWho(request, "read_orders");
  const id = idOf(params);
  const colleagues = await colleaguesOf(shop);
  return shop.transact(async (tx) => {
    const conversation = await conversationView(tx, id, staff.id);
    if (!conversation) throw new Response(null, { status: statusOf["inbox.notFound"] });
    const { customerId } = conversation;
    const ties = await ordersBeside(tx, conversation);
    const asked = new URL(request.url).searchParams.get("order");
    const looked = ties.orders.find((order) => order.id === asked) ?? ties.orders[0];
    const orderId = looked?.id ?? null;
    await noteReading(tx, staff, ...lookedAt("conversation", id, "inbox", customerId));
    return {
      conversation: { ...conversation, facts: actionsInConversation(conversation.facts) },
      ties,
      targets: await dueTargets(tx, id),
      order: orderId ? await orderDetail(tx, orderId) : null,
      returns: orderId ? await returnsOfOrder(tx, orderId) : [],
      shopifyUrl: orderId && `https://${shop.id}/admin/orders/${orderId}`,
      me: { id: staff.id, name: staff.name },
      staff: colleagues,
      ...(await handlingChoices(tx)),
      draft: await draftOf(tx, id, staff.id),
      others: await othersAt(tx, id, staff.id),
      mayAct: staff.may("write_orders"),
      requestKey: newId(),
    };
  });
};

export const action = async ({ request, params }: ActionFunctionArgs) => {
  const conversationId = idOf(params);
  const form = Object.fromEntries(await request.clone().formData());
  const visit = await adminWho(request, form.intent === "seen" ? "read_orders" : "write_orders");
  const asked = staffActionSchema.safeParse(form);
  if (!asked.success) throw new Response(null, { status: statusOf["input.invalid"] });
  const done = await act(visit, conversationId, asked.data);
  const { intent } = asked.data;
  // what was split off is looked at next, and where the messages went
  if (done.ok && intent === "split") return redirect(`/app/inbox/${newIdIn(done.value)}`);
  if (done.ok && intent === "merge") return redirect(`/app/inbox/${asked.data.intoId}`);
  if (done.ok)
    return data({
      intent,
      refused: null,
      text: textIn(done.value),
      notDone: notDoneIn(done.value),
      uncalled: uncalledIn(done.value),
    });
  const { code } = done.refusal;
  if (code === "inbox.notFound") throw new Response(null, { status: statusOf[code] });
  const text = "text" in asked.data ? asked.data.text : "";
  return data({ intent, refused: code, text, notDone: [], uncalled: [] }, { status: statusOf[code] });
};

const newIdIn = (value: unknown): string => (value as { conversationId: string }).conversationId;

/** What was taken back goes into the composer again. */
const textIn = (value: unknown): string => {
  const text = (value as { text?: unknown } | null)?.text;
  return typeof text === "string" ? text : "";
};

/** The names in a note that called nobody. */
const uncalledIn = (value: unknown): string[] => (value as { uncalled?: string[] } | null)?.uncalled ?? [];

/** What macros wanted done with an answer, and was not. */
const notDoneIn = (value: unknown): Action[] => (value as { notDone?: Action[] } | null)?.notDone ?? [];

function act(
  { shop, staff }: AdminVisit,
  conversationId: string,
  asked: StaffAction,
): Promise<Result<unknown>> {
  switch (asked.intent) {
    case "reply":
      return replyWithMacros(shop, { ...asked, conversationId }, staff);
    case "note":
      return addNote(shop, { ...asked, conversationId }, staff);
    case "close":
      return closeConversation(shop, conversationId, staff.name);
    case "reopen":
      return reopenConversation(shop, conversationId, staff.name);
    case "assign":
      return assignConversation(shop, conversationId, asked.staffId ?? staff.id, staff);
    case "unassign":
      return unassignConversation(shop, conversationId, staff);
    case "team":
      return assignTeam(shop, conversationId, asked.teamId, staff);
    case "follow":
    case "unfollow":
      return followConversation(shop, conversationId, asked.intent === "follow", staff);
    case "prioritise":
      return prioritise(shop, conversationId, asked.priority);
    case "split":
      return splitConversation(shop, { ...asked, conversationId }, staff.name);
    case "takeBack":
      return takeBack(shop, conversationId, asked.messageId, staff);
    case "tag":
      return tagConversation(shop, conversationId, asked.tag);
    case "untag":
      return untagConversation(shop, conversationId, asked.tag);
    case "snooze": {
      const wish = asked.until === "day" ? { day: asked.day } : asked.until;
      return snoozeConversation(shop, conversationId, wish, staff.name);
    }
    case "tryAgain":
      return sendAgain(shop, conversationId, asked.messageId, staff.name);
    case "seen":
      return markSeen(shop, conversationId, staff);
    case "merge":
      return mergeConversations(shop, conversationId, asked.intoId, staff.name);
    case "tie":
      return tieOrder(shop, { ...asked, conversationId }, staff);
    case "about":
      return sayAbout(shop, { ...asked, conversationId }, staff);
    case "untie":
      return untieOrder(shop, { ...asked, conversationId }, staff);
    case "lookFirst":
      return lookFirstAt(shop, { ...asked, conversationId });
    case "fileUnder":
      return fileUnder(shop, { ...asked, conversationId }, staff);
    case "unfile":
      return unfile(shop, conversationId, staff);
    case "separate":
      return separateConversation(shop, asked.mergedId, staff.name);
  }
}

function idOf(params: { conversationId?: string }): string {
  const id = idSchema.safeParse(params.conversationId);
  if (!id.success) throw new Response(null, { status: statusOf["inbox.notFound"] });
  return id.data;
}

const SOON_MS = 2_000;
const LATER_MS = 20_000;

export default function Conversation() {
  const { returns, ...shown } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>() ?? null;
  const submit = useSubmit();
  const busy = useNavigation().state !== "idle";
  const { conversation } = shown;
  // what was tied is what is looked at next
  const tie = (orderId: string) =>
    submit(
      { intent: "tie", orderId },
      { method: "post", action: `/app/inbox/${conversation.id}?order=${orderId}` },
    );
  const onDo = (form: Record<string, string>) => submit(form, { method: "post" });
  const asking = {
    orderId: shown.order?.id ?? "",
    about: conversation,
    several: (shown.order?.parcels.length ?? 0) + returns.length > 1,
    mayAct: shown.mayAct && !conversation.mergedIntoId,
    busy,
    onDo,
  };
  const finder = useOrderFinder({
    to: "tie",
    writer: conversation.email,
    tied: shown.ties.orders.map((order) => order.id),
    busy,
    refused: answer?.intent === "tie" && answer.refused ? sentenceFor(answer.refused) : null,
    onChoose: tie,
  });
  const hasNews = conversation.followers.some(({ staffId, newsAt }) => staffId === shown.me.id && newsAt);
  useSeen(conversation.id, conversation.unread || hasNews);
  useFresh(conversation.messages.some((message) => message.state === "queued") ? SOON_MS : LATER_MS);
  useToast(
    useMemo(() => (answer && !answer.refused ? { message: words.done[answer.intent] } : null), [answer]),
  );
  return (
    <AdminConversation
      {...shown}
      asking={asking}
      returns={
        returns.length > 0 ? (
          <AdminReturnsOfOrder
            returns={returns}
            beside={({ id, rma }) => <AboutIt {...asking} part="return" partId={id} name={rma} />}
          />
        ) : null
      }
      beside={useBeside({ orderId: shown.order?.id ?? null, conversationId: conversation.id })}
      finder={finder}
      onTie={tie}
      answer={answer}
      busy={busy}
      Form={Form}
      onDo={onDo}
      onDownload={(id) => void downloadMail(id)}
    />
  );
}

const sentenceFor = (code: RefusalCode): string => words.refused[code] ?? words.refusedOther;

/** Tells the app that somebody has read this. */
function useSeen(id: string, unread: boolean) {
  const { submit } = useFetcher({ key: `seen ${id}` });
  useEffect(() => {
    if (unread) submit({ intent: "seen" }, { method: "post", action: `/app/inbox/${id}` });
  }, [id, unread, submit]);
}

/** Reads the conversation again when something changes, and from time to time in case that was not heard. */
function useFresh(everyMs: number) {
  const { revalidate, state } = useRevalidator();
  useLive("/app/inbox/live", revalidate);
  useEffect(() => {
    if (state !== "idle") return;
    const timer = setTimeout(() => document.visibilityState === "visible" && revalidate(), everyMs);
    return () => clearTimeout(timer);
  }, [everyMs, revalidate, state]);
}
