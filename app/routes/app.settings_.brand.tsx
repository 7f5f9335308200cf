import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData, useNavigation, useSubmit } from "@remix-run/react";
import { type AdminVisit, adminWho } from "~/doors/admin.server";
import { statusOf } from "~/doors/answer";
import { isUpload, readUpload } from "~/doors/read-upload.server";
import { lookSchema, readableLookSchema } from "~/features/settings/brand-schema";
import {
  keepLogo,
  LOGO_SIDES,
  type LogoSide,
  removeLogo,
  saveLook,
} from "~/features/settings/keep-logo.server";
import { logoAddresses, shopFace } from "~/features/settings/queries.server";
import type { Settings } from "~/features/settings/schema";
import { BrandPage } from "~/features/settings/ui/brand-page";
import { brandWords as words } from "~/features/settings/words/brand-staff";
import { useToast } from "~/ui/admin/toast";
import { type Result, refuse } from "~/values/result";

const MOST_BYTES = 4 * 1024 * 1024;
type Shop = AdminVisit["shop"];
const LIMITS = { file: MOST_BYTES, body: MOST_BYTES + 64 * 1024, files: 1 };

export const loader = async ({ request }: LoaderFunctionArgs) => {
  const { shop, staff } = await adminWho(request, "read_orders");
  const face = await shop.transact(shopFace);
  const { brand } = face.settings;
  return {
    look: lookSchema.parse(brand),
    shopName: face.profile.name,
    logos: logoAddresses(face),
    mayChange: staff.may("write_orders"),
  };
};

export const action = async ({ request }: ActionFunctionArgs) => {
  const { shop, staff } = await adminWho(request, "write_orders");
  const [done, said] = isUpload(request)
    ? [await takeLogo(shop, request, staff.name), words.logo.kept]
    : await change(shop, await request.json().catch(() => null), staff.name);
  if (done.ok) return data({ message: said, isError: false });
  const { code } = done.refusal;
  return data({ message: words.refused[code] ?? code, isError: true }, statusOf[code]);
};

const sideOf = (given: unknown): LogoSide | null => LOGO_SIDES.find((side) => side === given) ?? null;

async function takeLogo(shop: Shop, request: Request, staffName: string): Promise<Result<Settings>> {
  let done: Result<Settings> = refuse("input.invalid");
  const { tooLarge } = await readUpload(request, LIMITS, async ({ bytes }, before) => {
    const side = sideOf(before.side);
    if (side) done = await keepLogo(shop, side, bytes, staffName);
  });
  return tooLarge ? refuse("input.tooLarge") : done;
}

async function change(shop: Shop, sent: unknown, staffName: string): Promise<[Result<Settings>, string]> {
  const side = sideOf((sent as { remove?: unknown } | null)?.remove);
  if (side) return [await removeLogo(shop, side, staffName), words.logo.removed];
  const look = readableLookSchema.safeParse(sent);
  return [look.success ? await saveLook(shop, look.data, staffName) : refuse("input.invalid"), words.saved];
}

export default function Brand() {
  const answer = useActionData<typeof action>();
  useToast(answer);
  const submit = useSubmit();
  const json = { method: "post", encType: "application/json" } as const;
  const upload = (side: LogoSide, file: File) => {
    const form = new FormData();
    form.set("side", side);
    form.set("logo", file);
    submit(form, { method: "post", encType: "multipart/form-data" });
  };
  return (
    <BrandPage
      {...useLoaderData<typeof loader>()}
      busy={useNavigation().state === "submitting"}
      problem={answer?.isError ? answer.message : null}
      onSave={(look) => submit(look as never, json)}
      onUpload={upload}
      onRemove={(side) => submit({ remove: side }, json)}
    />
  );
}
