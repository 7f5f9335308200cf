import { TryAgain } from "~/platform/queue/failures";
import { numberOf, type ShopId } from "~/values/ids";
import { shopify } from "./client.server";
import { CreateReverseDeliveryDocument, StageUploadDocument } from "./generated";

const UPLOAD_TIMEOUT_MS = 20_000;

/**
 * Uploads a label to where Shopify takes it in, and answers the address by which it is attached. Throws
 * TryAgain when the upload does not get through.
 */
export async function uploadLabel(shopId: ShopId, filename: string, pdf: Uint8Array): Promise<string> {
  const mimeType = "application/pdf";
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

/** Attaches an uploaded label to what the warehouse expects of a return. */
export async function attachLabel(
  shopId: ShopId,
  reverseOrderGid: string,
  fileUrl: string,
): Promise<Attached> {
  const answer = await shopify(
    shopId,
    CreateReverseDeliveryDocument,
    { reverseFulfillmentOrderId: reverseOrderGid, label: { fileUrl } },
    { once: true },
  );
  const made = answer.reverseDeliveryCreateWithShipping;
  if (made?.reverseDelivery) return { ok: true, deliveryId: numberOf(made.reverseDelivery.id) };
  return { ok: false, codes: (made?.userErrors ?? []).map((error) => error.code ?? "UNKNOWN") };
}
