import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { type Rater, rater } from "~/doors/rating.server";
import { readForm } from "~/doors/read-form.server";
import { staticPage } from "~/doors/static-page.server";
import { rate, ratingPage } from "~/features/inbox/ask-rating.server";
import { ratingSchema } from "~/features/inbox/contact-schema";
import {
  recommend,
  recommendationPage,
  stopAsking,
} from "~/features/inbox/surveys/ask-recommendation.server";
import { RatingPage } from "~/features/inbox/ui/rating-page";
import { UnsubscribePage } from "~/features/notifications/ui/unsubscribe-page";

/** Shows the answer that was clicked; looking at a link, as mail scanners do, changes nothing. */
export async function loader({ params }: LoaderFunctionArgs): Promise<Response> {
  const asked = await rater(params.token ?? "");
  return asked ? show(asked, { score: asked.score, done: false }) : absent();
}

/** Keeps what the shopper chose and wrote; or that they want no such question again. */
export async function action({ request, params }: ActionFunctionArgs): Promise<Response> {
  const asked = request.method === "POST" ? await rater(params.token ?? "") : null;
  if (!asked) return absent();
  const { shop, question, about } = asked;
  // asked by a person's button or a mail program's one click (RFC 8058); the body says nothing more
  if (asked.score === null)
    return (await stopAsking(shop, about)).ok ? show(asked, { score: null, done: true }) : absent();
  const sent = ratingSchema.safeParse(await readForm(request));
  if (!sent.success) return show(asked, { score: asked.score, done: false });
  const kept =
    question === "nps"
      ? await recommend(shop, about, sent.data)
      : await rate(shop, about, { question, ...sent.data });
  const done = kept.ok;
  return show(asked, { score: done ? sent.data.score : asked.score, done });
}

/** The page of what was asked; absent when nobody was. */
async function show(
  { shop, question, about }: Rater,
  { score, done }: { score: number | null; done: boolean },
): Promise<Response> {
  const page = await (question === "nps" ? recommendationPage(shop, about) : ratingPage(shop, about));
  if (!page) return absent();
  if (score === null)
    return staticPage(<UnsubscribePage locale={page.locale} shop={page.shopName} done={done} />);
  return staticPage(<RatingPage {...page} question={question} score={score} done={done} />);
}

const absent = () => new Response(null, { status: 404, headers: { "cache-control": "no-store" } });
