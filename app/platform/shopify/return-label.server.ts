import type { NewFile } from "~/platform/files/files.server";
import { TryAgain } from "~/platform/queue/failures";
import { gid, numberOf, type ShopId } from "~/values/ids";
import { shopify } from "./client.server";
import {
  CreateReverseDeliveryDocument,
  StageUploadDocument,
  UpdateReverseDeliveryDocument,
} from "./generated";

const UPLOAD_TIMEOUT_MS = 20_000;

/**
 * Uploads a label to where Shopify takes it in, and answers the address by which it is attached. Throws
 * TryAgain when the upload does not get through.
 */
export async function uploadLabel(
  shopId: ShopId,
  { name: filename, contentType: mimeType, bytes: pdf }: NewFile,
): Promise<string> {
  const { stagedUploadsCreate } = await shopify(shopId, StageUploadDocument, {
    input: [
      { resource: "RETURN_LABEL", filename, mimeType, httpMethod: "POST", fileSize: String(pdf.length) },
    ],
  });
  const target = stagedUploadsCreate?.stagedTargets?.[0];
  if (!target?.url || !target.resourceUrl) throw new TryAgain("Shopify gave no place for the label");
  const form = new FormData();
  for (const { name, value } of target.parameters) form.append(name, value);
  form.append("file", new Blob([new Uint8Array(pdf)], { type: mimeType }), filename);
  const response = await fetch(target.url, {
    method: "POST",
    body: form,
    signal: AbortSignal.timeout(UPLOAD_TIMEOUT_MS),
  }).catch(() => null);
  if (!response?.ok) throw new TryAgain("The label could not be uploaded to Shopify");
  return target.resourceUrl;
}

export type Attached = { ok: true; deliveryId: string } | { ok: false; codes: string[] };

/** What a carrier gave the parcel to be followed by. */
export type LabelTracking = { number: string; url: string | null };

const labelInput = (fileUrl: string, tracking: LabelTracking | null) => ({
  label: { fileUrl },
  tracking: tracking && { number: tracking.number, ...(tracking.url ? { url: tracking.url } : {}) },
});

/** Attaches an uploaded label to what the warehouse expects of a return. */
export async function attachLabel(
  shopId: ShopId,
  reverseOrderGid: string,
  fileUrl: string,
  tracking: LabelTracking | null,
): Promise<Attached> {
  const answer = await shopify(
    shopId,
    CreateReverseDeliveryDocument,
    { reverseFulfillmentOrderId: reverseOrderGid, ...labelInput(fileUrl, tracking) },
    { once: true },
  );
  return attached(answer.reverseDeliveryCreateWithShipping);
}

/** Puts an uploaded label in the place of the one that a delivery has. */
export async function changeLabel(
  shopId: ShopId,
  deliveryId: string,
  fileUrl: string,
  tracking: LabelTracking | null,
): Promise<Attached> {
  const reverseDeliveryId = gid("ReverseDelivery", deliveryId);
  const variables = { reverseDeliveryId, ...labelInput(fileUrl, tracking) };
  const answer = await shopify(shopId, UpdateReverseDeliveryDocument, variables, { once: true });
  return attached(answer.reverseDeliveryShippingUpdate);
}

type Made = {
  reverseDelivery?: { id: string } | null;
  userErrors: { code?: string | null }[];
} | null;

const attached = (made: Made | undefined): Attached =>
  made?.reverseDelivery
    ? { ok: true, deliveryId: numberOf(made.reverseDelivery.id) }
    : { ok: false, codes: (made?.userErrors ?? []).map((error) => error.code ?? "UNKNOWN") };
