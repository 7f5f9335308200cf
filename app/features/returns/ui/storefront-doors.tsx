import { ButtonLink } from "~/ui/storefront/form";
import { StorefrontPage } from "~/ui/storefront/page";
import { words } from "../words";
import type { About, Frame } from "./frame";
import { backToOrder } from "./storefront-request";

/** The shop takes returns from signed-in shoppers only. */
export function GuestsOffPage({ frame, about }: { frame: Frame; about: About }) {
  const says = words(frame.locale).guestsOff;
  return (
    <StorefrontPage {...frame} back={backToOrder(frame, about)} title={says.title} lead={says.text}>
      <p>
        <ButtonLink href="/account">{says.signIn}</ButtonLink>
      </p>
    </StorefrontPage>
  );
}

/** The link shows where the order is; for a return we must know who asks. */
export function NeedCodePage({ frame, token }: { frame: Frame; token: string }) {
  const says = words(frame.locale).needCode;
  return (
    <StorefrontPage {...frame} title={says.title} lead={says.text}>
      <p>
        <ButtonLink href={frame.href("/order", { t: token })}>{says.open}</ButtonLink>
      </p>
    </StorefrontPage>
  );
}
