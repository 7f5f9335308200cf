import type { ActionKind } from "./kind";
import { address } from "./kinds/address.server";
import { cancel } from "./kinds/cancel.server";
import { credit } from "./kinds/credit.server";
import { discount } from "./kinds/discount.server";
import { note } from "./kinds/note.server";
import { refund } from "./kinds/refund.server";
import { replacement } from "./kinds/replacement.server";
import { tag } from "./kinds/tags.server";

/** All that staff can do about an order beside returning it. */
// biome-ignore lint/suspicious/noExplicitAny: each kind asks for something else; its schema says what
export const actionKinds: readonly ActionKind<any>[] = [
  refund,
  credit,
  replacement,
  discount,
  cancel,
  address,
  note,
  tag,
];

const byKey = new Map(actionKinds.map((kind) => [kind.key, kind]));

export const kindOfAction = (key: string) => byKey.get(key) ?? null;
