import { type Html, html } from "../http/html";
import { sayStatus } from "../words";

const tones: [RegExp, string][] = [
  [/^(PAID|FULFILLED|DELIVERED|CLOSED|RETURNED|INSPECTION_COMPLETE|SUCCESS)$/, "good"],
  [
    /^(PENDING|UNFULFILLED|PARTIALLY_\w+|REQUESTED|RETURN_REQUESTED|ON_HOLD|DELAYED|ATTEMPTED_DELIVERY|AUTHORIZED|OPEN|UNKNOWN)$/,
    "warn",
  ],
  [/^(FAILURE|DECLINED|RETURN_FAILED|VOIDED|EXPIRED|NOT_DELIVERED|CANCELED|ERROR)$/, "bad"],
  [
    /^(IN_TRANSIT|OUT_FOR_DELIVERY|IN_PROGRESS|CONFIRMED|LABEL_\w+|CARRIER_PICKED_UP|READY_FOR_PICKUP)$/,
    "info",
  ],
];

export function badge(status: string | null): Html | null {
  if (!status) return null;
  const tone = tones.find(([pattern]) => pattern.test(status))?.[1];
  return html`<span class="badge${tone ? ` badge--${tone}` : ""}">${sayStatus(status)}</span>`;
}
