import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import {
  Form,
  useActionData,
  useLoaderData,
  useNavigation,
  useRevalidator,
  useSubmit,
} from "@remix-run/react";
import { useRef } from "react";
import { type AdminVisit, adminWho } from "~/doors/admin.server";
import { statusOf } from "~/doors/answer";
import { fileLink } from "~/doors/file-link.server";
import { lookedAt, noteReading } from "~/features/customers/readings-store.server";
import { orderDetail } from "~/features/orders/queries.server";
import { inspectReturn } from "~/features/returns/inspect-return.server";
import { currentPolicy } from "~/features/returns/policy";
import { returnDetail } from "~/features/returns/queries.server";
import { parcelsExpected, scanChoices } from "~/features/returns/receive-queries.server";
import { returnIdSchema } from "~/features/returns/schema";
import { returnPlus } from "~/features/returns/staff-return-queries.server";
import { inspectionSchema, scanSchema } from "~/features/returns/staff-schema";
import { stockLocations } from "~/features/returns/stock-locations.server";
import { AdminReceive } from "~/features/returns/ui/admin-receive";
import { sendPhoto } from "~/features/returns/ui/send-photo";
import { receiveWords as words } from "~/features/returns/words/staff-receive";
import { useReader } from "~/ui/admin/reader";
import { formatMoney, type Money } from "~/values/money";

const AT = "/app/returns/receive";

export const loader = async ({ request }: LoaderFunctionArgs) => {
  const { shop, staff } = await adminWho(request, "read_returns");
  const params = new URL(request.url).searchParams;
  const scanned = scanSchema.parse(params.get("q") ?? "");
  const found = scanned ? await shop.transact((tx) => scanChoices(tx, scanned)) : [];
  if (found[0] && found.length === 1) throw redirect(`${AT}?return=${found[0].id}`);
  const asked = params.get("return");
  const onTable = asked === null ? null : await openParcel(shop, staff, asked);
  return {
    scanned,
    choices: found,
    onTable,
    ...(onTable ? { parcels: null, journeyDays: 0 } : await expected(shop)),
    done: await doneBefore(shop, params.get("done")),
    may: staff.may("write_returns"),
  };
};

async function expected(shop: AdminVisit["shop"]) {
  return shop.transact(async (tx) => {
    const policy = await currentPolicy(tx);
    const journeyDays = policy.bufferDays;
    return { parcels: await parcelsExpected(tx, { timeZone: policy.timeZone, journeyDays }), journeyDays };
  });
}

async function openParcel(shop: AdminVisit["shop"], staff: AdminVisit["staff"], asked: string) {
  const id = returnIdSchema.safeParse(asked);
  const missing = new Response(null, { status: statusOf["returns.notFound"] });
  if (!id.success) throw missing;
  const found = await shop.transact(async (tx) => {
    const one = await returnDetail(tx, id.data);
    const plus = await returnPlus(tx, id.data);
    if (!one || !plus) return null;
    await noteReading(tx, staff, ...lookedAt("return", id.data, "returns"));
    return { one, plus, order: await orderDetail(tx, one.orderId) };
  });
  if (!found) throw missing;
  const { one, plus, order } = found;
  const by = { staffId: staff.id, screen: "returns" };
  return {
    one: {
      ...{ id: one.id, rma: one.rma, state: one.state, note: one.note },
      orderName: order?.name ?? "",
      customer: order?.customerName ?? null,
    },
    lines: plus.lines.filter((line) => line.outcome !== "keep"),
    photos: plus.photos.map((photo) => ({ ...photo, href: `/files/${fileLink(shop, photo.fileId, by)}` })),
    locations: await stockLocations(shop),
  };
}

/** What the inspection before came to; it stands in the address, so that the screen can be loaded again. */
async function doneBefore(shop: AdminVisit["shop"], said: string | null) {
  const [kind = "", id = "", amount = ""] = said?.split("~") ?? [];
  const known = returnIdSchema.safeParse(id);
  if (!known.success) return null;
  const one = await shop.transact((tx) => returnDetail(tx, known.data));
  if (!one) return null;
  const money: Money | null = /^\d{1,15}$/.test(amount)
    ? { amount: BigInt(amount), currency: one.currency }
    : null;
  return { kind, rma: one.rma, money };
}

export const action = async ({ request }: ActionFunctionArgs) => {
  const { shop, staff } = await adminWho(request, "write_returns");
  const form = await request.formData();
  const id = returnIdSchema.safeParse(form.get("return"));
  const found = inspectionSchema.safeParse(readJson(String(form.get("inspection"))));
  if (!id.success || !found.success)
    return data({ refused: { code: "input.invalid" as const } }, { status: 400 });
  const by = { kind: "staff" as const, id: staff.id, name: staff.name, owner: staff.owner };
  const done = await inspectReturn(shop, id.data, found.data, by);
  if (done.ok) {
    const amount = "amount" in done.value ? String(done.value.amount) : "";
    return redirect(`${AT}?done=${done.value.kind}~${id.data}~${amount}`);
  }
  const { code } = done.refusal;
  if (code === "returns.notFound") throw new Response(null, { status: statusOf[code] });
  return data({ refused: done.refusal }, { status: statusOf[code] });
};

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

export default function Receive() {
  const { onTable, done, may, ...shown } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const submit = useSubmit();
  const { revalidate } = useRevalidator();
  const busy = useNavigation().state !== "idle";
  const { locale } = useReader();
  const onCode = useRef<((code: string) => boolean) | null>(null);
  const refused = answer && "refused" in answer ? words.refused(answer.refused) : null;
  return (
    <AdminReceive
      {...shown}
      done={done && !onTable ? { text: sayDone(done, locale), problem: done.kind === "needsApproval" } : null}
      mayReturns={may}
      busy={busy}
      Form={Form}
      inspect={
        onTable && {
          ...onTable,
          may,
          refused,
          busy,
          onCode,
          onFinish: (inspection) => submit({ return: onTable.one.id, inspection }, { method: "post" }),
          onPhoto: async (lineId, file) => {
            const kept = await sendPhoto(onTable.one.id, lineId, file);
            if (kept) revalidate();
            return kept;
          },
        }
      }
    />
  );
}

function sayDone(
  { kind, rma, money }: { kind: string; rma: string; money: Money | null },
  locale: string,
): string {
  const amount = money ? formatMoney(money, locale) : "";
  if (kind === "started" || kind === "needsApproval") return words.done[kind](rma, amount);
  return kind === "waits" ? words.done.waits(rma) : words.done.nothing(rma);
}
