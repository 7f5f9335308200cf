import type { ReactNode } from "react";
import { ErrorSummary, Field, StorefrontForm, Submit } from "~/ui/storefront/form";
import { StorefrontPage } from "~/ui/storefront/page";
import { Notice } from "~/ui/storefront/parts";
import { orderWords } from "../words";
import type { Frame } from "./storefront-frame";

/** What the shopper had entered, and what came of it. */
export type LookUpTried = {
  order: string;
  contact: string;
  outcome: "missing" | "notFound";
};

/** The form that opens an order by its number and an e-mail address or postcode. */
export function LookUpPage(props: {
  frame: Frame;
  tried?: LookUpTried;
  signedIn?: boolean;
  /** a way to people, for whom the form does not help */
  help?: ReactNode;
}) {
  const { frame, tried } = props;
  const { lookUp, history } = orderWords(frame.locale);
  const missing = {
    order: tried?.outcome === "missing" && !tried.order.trim() ? lookUp.orderMissing : undefined,
    contact: tried?.outcome === "missing" && !tried.contact.trim() ? lookUp.contactMissing : undefined,
  };
  const back = props.signedIn ? { back: { href: frame.href(""), label: history.back } } : {};
  return (
    <StorefrontPage {...frame} {...back} title={lookUp.title} lead={lookUp.lead}>
      <div className="aftercare-narrow">
        {tried?.outcome === "missing" && <ErrorSummary title={lookUp.check} errors={errorsOf(missing)} />}
        {tried?.outcome === "notFound" && (
          <>
            <ErrorSummary title={lookUp.notFound} />
            <p>{lookUp.notFoundHelp}</p>
          </>
        )}
        <StorefrontForm action={frame.href("")}>
          <Field
            id="aftercare-order"
            name="order"
            label={lookUp.order}
            hint={lookUp.orderHint}
            error={missing.order}
            value={tried?.order.slice(0, 100) ?? ""}
            maxLength={100}
            autoComplete="off"
            required
          />
          <Field
            id="aftercare-contact"
            name="contact"
            label={lookUp.contact}
            error={missing.contact}
            value={tried?.contact.slice(0, 254) ?? ""}
            maxLength={254}
            autoComplete="email"
            required
          />
          <Submit>{lookUp.submit}</Submit>
        </StorefrontForm>
        {props.help}
      </div>
    </StorefrontPage>
  );
}

const errorsOf = (missing: { order: string | undefined; contact: string | undefined }) =>
  [
    { fieldId: "aftercare-order", message: missing.order },
    { fieldId: "aftercare-contact", message: missing.contact },
  ].filter((one): one is { fieldId: string; message: string } => one.message !== undefined);

/** For who looked up too often. The same for everybody, whatever was typed. */
export function TooOftenPage({ frame }: { frame: Frame }) {
  const { lookUp } = orderWords(frame.locale);
  return (
    <StorefrontPage {...frame} title={lookUp.limited}>
      <Notice tone="warning">
        <p>{lookUp.limitedHelp}</p>
      </Notice>
    </StorefrontPage>
  );
}
