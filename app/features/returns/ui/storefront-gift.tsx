import { ErrorSummary, Field, StorefrontForm, Submit } from "~/ui/storefront/form";
import { Section, StorefrontPage } from "~/ui/storefront/page";
import { words } from "../words";
import type { Frame } from "./frame";

/** The way for whoever was given what is in an order. */
export function GiftOffer({ frame, token }: { frame: Frame; token: string }) {
  const says = words(frame.locale).gift;
  return (
    <Section id="aftercare-gift" title={says.link} card>
      <p>{says.linkText}</p>
      <p>
        <a href={frame.href("/gift", { t: token })}>{says.title}</a>
      </p>
    </Section>
  );
}

type Props = {
  frame: Frame;
  token: string;
  /** the address a code was sent to; null: it is asked for */
  address: string | null;
  tried?: "address" | "code" | "limited";
};

/** A gift's recipient says where to reach them, and proves it by a code. */
export function GiftPage({ frame, token, address, tried }: Props) {
  const says = words(frame.locale).gift;
  const asksCode = address !== null && tried !== "address";
  const error =
    tried === "address"
      ? says.addressWrong
      : tried === "code"
        ? says.codeWrong
        : tried === "limited"
          ? words(frame.locale).form.errors.tooOften
          : undefined;
  const fieldId = asksCode ? "gift-code" : "gift-address";
  return (
    <StorefrontPage {...frame} title={says.title} lead={says.linkText}>
      <div className="aftercare-narrow">
        {error && <ErrorSummary title={error} errors={[{ fieldId, message: error }]} />}
        <StorefrontForm
          action={frame.href("/gift")}
          hidden={{ t: token, ...(asksCode ? { address: address ?? "" } : {}) }}
        >
          {asksCode ? (
            <div className="aftercare-field-code">
              <Field
                id={fieldId}
                name="code"
                label={says.code}
                hint={says.codeHint}
                error={error}
                inputMode="numeric"
                autoComplete="one-time-code"
                maxLength={20}
                dir="ltr"
                short
              />
            </div>
          ) : (
            <Field
              id={fieldId}
              name="address"
              type="email"
              label={says.address}
              hint={says.addressHint}
              error={error}
              autoComplete="email"
              inputMode="email"
              maxLength={254}
              dir="ltr"
              value={address ?? ""}
            />
          )}
          <Submit>{asksCode ? says.go : says.send}</Submit>
        </StorefrontForm>
      </div>
    </StorefrontPage>
  );
}

/** The shop takes no gifts back this way. */
export const GiftsOffPage = ({ frame }: { frame: Frame }) => {
  const says = words(frame.locale).gift;
  return <StorefrontPage {...frame} title={says.title} lead={says.off} />;
};
