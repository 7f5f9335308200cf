import { direction, pickLocale } from "~/platform/i18n/locales";
import { ButtonLink } from "~/ui/storefront/form";
import { StorefrontPage } from "~/ui/storefront/page";
import { orderWords } from "../words";
import type { Frame } from "./storefront-frame";

/** For links that are forged, over, of another shop, or of nothing: all the same. */
export function AbsentPage({ frame }: { frame: Frame }) {
  const says = orderWords(frame.locale).problem;
  return (
    <StorefrontPage {...frame} title={says.absent} lead={says.absentText}>
      <p>
        <ButtonLink href={frame.href("", { by: "number" })}>{says.lookUp}</ButtonLink>
      </p>
    </StorefrontPage>
  );
}

/** When we failed. Knows nothing but the request, since anything else may be what failed. */
export function TroublePage({ request }: { request: Request }) {
  const query = new URL(request.url).searchParams;
  const accepted = (request.headers.get("accept-language") ?? "").slice(0, 200).split(",");
  const locale = pickLocale(query.get("locale"), ...accepted.map((one) => one.trim()));
  const says = orderWords(locale).problem;
  return (
    <StorefrontPage
      locale={locale}
      dir={direction(locale)}
      base=""
      title={says.trouble}
      lead={says.troubleText}
    />
  );
}
