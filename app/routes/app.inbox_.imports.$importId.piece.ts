import type { ActionFunctionArgs } from "@remix-run/node";
import { adminWho } from "~/doors/admin.server";
import { statusOf } from "~/doors/answer";
import { readBytes } from "~/doors/read-bytes.server";
import { addPiece } from "~/features/inbox/import/import-conversations.server";
import { PIECE_BYTES } from "~/features/inbox/import/progress";
import { pieceSchema } from "~/features/inbox/import/schema";
import { idSchema } from "~/features/inbox/schema";

/** What is left of a body stays unread, so nothing else can come over that connection. */
const answer = (status: number) =>
  new Response(null, { status, ...(status >= 400 ? { headers: { connection: "close" } } : {}) });

/** A piece of an import's file, as its bytes are. */
export const action = async ({ request, params }: ActionFunctionArgs) => {
  const { shop } = await adminWho(request, "write_orders");
  const id = idSchema.safeParse(params.importId);
  const piece = pieceSchema.safeParse(Object.fromEntries(new URL(request.url).searchParams));
  if (!id.success) return answer(statusOf["inbox.notFound"]);
  if (!piece.success) return answer(statusOf["input.invalid"]);
  const bytes = await readBytes(request, PIECE_BYTES);
  if (!bytes) return answer(statusOf["input.tooLarge"]);
  const kept = await addPiece(shop, { importId: id.data, ...piece.data, bytes });
  return answer(kept.ok ? 204 : statusOf[kept.refusal.code]);
};
