import { type ActionFunctionArgs, data } from "@remix-run/node";
import { admin } from "~/doors/admin.server";
import { refreshProfile } from "~/features/settings/refresh-profile.server";

/** The merchant has just allowed the app more: Shopify is asked at once, rather than waited for. */
export const action = async ({ request }: ActionFunctionArgs) => {
  const { shop } = await admin(request);
  await refreshProfile(shop);
  return data(null);
};
