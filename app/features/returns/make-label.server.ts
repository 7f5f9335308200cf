import type { Wire } from "~/platform/carriers/carrier";
import { wire as network } from "~/platform/carriers/wire.server";
import type { Shop, ShopTx } from "~/platform/database/shop.server";
import { putFile } from "~/platform/files/files.server";
import type { LabelInput, PaperFormat } from "~/platform/labels/label-input";
import { renderReturnLabel } from "~/platform/labels/render-return-label";
import { enqueue } from "~/platform/queue/enqueue.server";
import { NeedsMerchant, NeverMind } from "~/platform/queue/failures";
import { record } from "~/platform/queue/record.server";
import { buyLabel, type Parcel, type Sold } from "./buy-label.server";
import { type Actor, returnFact } from "./facts";
import { PREPAID } from "./fees";
import { asPdf, asPng } from "./label-files.server";
import { labelInput } from "./label-of-return";
import * as labels from "./label-store.server";
import { oneAtATime } from "./one-at-a-time.server";
import type { Method } from "./policy-schema";
import { prepareLabel } from "./prepare-label.server";
import { holds, mayStep } from "./states";
import * as store from "./store.server";
import { labelWords } from "./words/labels-staff";
import { staffWords } from "./words/staff";

export const LABEL_TASK = "make-return-label";
export const VOID_TASK = "void-return-label";
const FORMATS = ["A4", "Letter", "4x6"] as const satisfies readonly PaperFormat[];
export type Papers = Record<PaperFormat, Uint8Array>;

/**
 * Gives an approved return a way to ship, once: where the shopper chose a prepaid label or a code to show at the
 * counter, one bought from the first account that sells one; else our own in three sizes in the shopper's language, or, where the merchant wants
 * that, the wait for an uploaded one. Throws NeedsMerchant when nobody has said where parcels go, or a label must be uploaded.
 */
export const makeLabel = (shop: Shop, returnId: string, wire: Wire = network): Promise<void> =>
  oneAtATime(shop, `label ${returnId}`, async () => {
    const parcel = await prepareLabel(shop, returnId);
    if (!parcel) throw new NeverMind("The label is there already, or not needed any more");
    const input = labelInput(parcel.ours, parcel.order, parcel.face);
    if (!input) throw new NeedsMerchant(staffWords.problems.noReturnAddress);
    const isPrepaid = PREPAID.includes(parcel.ours.method as Method);
    const sold = isPrepaid ? await buyLabel(shop, parcel, wire) : null;
    if (sold) return keepBought(shop, parcel, sold);
    if (parcel.face.settings.labels.fallback === "upload") throw new NeedsMerchant(labelWords.uploadOne);
    await keepPrintable(shop, parcel, await drawPapers(input));
  });

/** The label in every size. */
export async function drawPapers(input: LabelInput): Promise<Papers> {
  const papers: Partial<Papers> = {};
  for (const format of FORMATS) papers[format] = await renderReturnLabel(input, format);
  return papers as Papers;
}

/** Does the return still want the label that was made for it meanwhile? */
async function stillWanted(tx: ShopTx, returnId: string): Promise<boolean> {
  const ours = await store.lock(tx, returnId);
  return ours !== null && holds(ours.state) && (await labels.labelOf(tx, returnId)) === null;
}

async function keepBought(shop: Shop, { ours }: Parcel, { purchase, label }: Sold): Promise<void> {
  const bytes = await asPdf(label.file);
  const qr = label.qr && (await asPng(label.qr));
  await shop.transact(async (tx) => {
    if (!(await stillWanted(tx, ours.id))) {
      const key = `${VOID_TASK}:${tx.shopId}:${purchase.id}`;
      await enqueue(tx, VOID_TASK, { returnId: ours.id }, { key });
      return;
    }
    const fileId = await putFile(tx, { name: `${ours.rma}.pdf`, contentType: "application/pdf", bytes });
    const { carrier, trackingNumber, trackingUrl } = label;
    const qrFileId =
      qr && (await putFile(tx, { name: `${ours.rma}-qr.png`, contentType: "image/png", bytes: qr }));
    const about = { returnId: ours.id, kind: "carrier", carrier, trackingNumber, trackingUrl };
    await labels.replaceLabel(tx, { ...about, fileId, qrFileId });
    await labelled(tx, ours);
  });
}

const keepPrintable = (shop: Shop, { ours }: Parcel, papers: Papers): Promise<void> =>
  shop.transact(async (tx) => {
    if (!(await stillWanted(tx, ours.id))) return;
    await labels.insertLabel(tx, { returnId: ours.id, ...(await filePapers(tx, ours.rma, papers)) });
    await labelled(tx, ours);
  });

/** Keeps each size as a file. */
export async function filePapers(tx: ShopTx, rma: string, papers: Papers) {
  const file = (format: PaperFormat) =>
    putFile(tx, { name: `${rma}-${format}.pdf`, contentType: "application/pdf", bytes: papers[format] });
  return {
    a4FileId: await file("A4"),
    letterFileId: await file("Letter"),
    thermalFileId: await file("4x6"),
  };
}

/** Notes that the return has its label: it steps on, and those who wait for it are told. */
export async function labelled(
  tx: ShopTx,
  ours: { id: string; orderId: string },
  by: Actor = { kind: "system" },
): Promise<void> {
  const now = await store.load(tx, ours.id);
  if (now && mayStep(now.state, "label"))
    await store.save(tx, ours.id, { state: "labelled", labelledAt: tx.now });
  await store.clearProblem(tx, ours.id, LABEL_TASK);
  await record(tx, returnFact("return.labelled", ours, by));
}
