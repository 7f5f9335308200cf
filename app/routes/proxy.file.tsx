import type { LoaderFunctionArgs } from "@remix-run/node";
import { linkedFile } from "~/doors/file-link.server";
import { storefront } from "~/doors/storefront.server";
import { answerStorefront, storefrontPage } from "~/doors/storefront-answer.server";
import { fileInMail } from "~/features/inbox/shopper-files.server";
import { storefrontFrame } from "~/features/orders/ui/storefront-frame";
import { AbsentPage, TroublePage } from "~/features/orders/ui/storefront-problem";
import { shopFace } from "~/features/settings/queries.server";

/**
 * A file of a conversation, for its shopper: one that is kept (`f`), or one in the mail they sent (`m`). A link that is
 * guessed, over, or another shop's: 404.
 */
export const loader = ({ request }: LoaderFunctionArgs) =>
  answerStorefront(
    async () => {
      const visit = await storefront(request);
      const query = new URL(request.url).searchParams;
      const file = query.has("m")
        ? await fileInMail(visit.shop, query.get("m"))
        : await linkedFile(visit.shop, query.get("f"));
      if (file) return file;
      const face = await visit.shop.transact(shopFace);
      return storefrontPage(<AbsentPage frame={storefrontFrame(visit, face)} />, { status: 404 });
    },
    () => <TroublePage request={request} />,
  );
