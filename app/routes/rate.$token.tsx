import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { rater } from "~/doors/rating.server";
import { readForm } from "~/doors/read-form.server";
import { staticPage } from "~/doors/static-page.server";
import { rate, ratingPage } from "~/features/inbox/ask-rating.server";
import { ratingSchema } from "~/features/inbox/contact-schema";
import { RatingPage } from "~/features/inbox/ui/rating-page";

/** Shows the answer that was clicked; looking at a link, as mail scanners do, changes nothing. */
export async function loader({ params }: LoaderFunctionArgs): Promise<Response> {
  const asked = await rater(params.token ?? "");
  const page = asked && (await ratingPage(asked.shop, asked.conversationId));
  return page ? staticPage(<RatingPage {...page} score={asked.score} done={false} />) : absent();
}

/** Keeps what the shopper chose and wrote. */
export async function action({ request, params }: ActionFunctionArgs): Promise<Response> {
  const asked = request.method === "POST" ? await rater(params.token ?? "") : null;
  if (!asked) return absent();
  const sent = ratingSchema.safeParse(await readForm(request));
  const page = await ratingPage(asked.shop, asked.conversationId);
  if (!page) return absent();
  if (!sent.success) return staticPage(<RatingPage {...page} score={asked.score} done={false} />);
  await rate(asked.shop, asked.conversationId, sent.data);
  return staticPage(<RatingPage {...page} score={sent.data.score} done />);
}

const absent = () => new Response(null, { status: 404, headers: { "cache-control": "no-store" } });
