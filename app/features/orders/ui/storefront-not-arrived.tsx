import type { ReactNode } from "react";
import { CheckField, ErrorSummary, Field, StorefrontForm, Submit } from "~/ui/storefront/form";
import { Section, StorefrontPage } from "~/ui/storefront/page";
import { parcelWords } from "../parcel-words";
import { MOST_NOTE } from "../schema";
import { missingFrom } from "../status-view";
import type { Frame } from "./storefront-frame";

type Props = {
  frame: Frame;
  back: { href: string; label: string };
  /** null: the parcel is not said to be delivered, and there is nothing to look for */
  deliveredAt: Date | null;
  now: Date;
  /** where the form goes, and what travels with it; null: who asks has to prove first whose order it is */
  form: { action: string; hidden: Record<string, string> } | null;
  /** how they prove it */
  prove: ReactNode;
  /** what was sent and could not be taken */
  tried?: { note: string };
};

/** Delivered, but not there: where to look first, and then the way to tell the shop. */
export function NotArrivedPage({ frame, back, deliveredAt, now, form, prove, tried }: Props) {
  const says = parcelWords(frame.locale).notArrived;
  if (!deliveredAt)
    return (
      <StorefrontPage {...frame} back={back} title={parcelWords(frame.locale).missing} lead={says.over}>
        <p>
          <a href={back.href}>{back.label}</a>
        </p>
      </StorefrontPage>
    );
  const from = missingFrom(deliveredAt);
  return (
    <StorefrontPage {...frame} back={back} title={says.title} lead={says.lead(frame.time(deliveredAt))}>
      <div className="aftercare-narrow">
        {tried && (
          <ErrorSummary
            title={says.lookedMissing}
            errors={[{ fieldId: "aftercare-looked", message: says.looked }]}
          />
        )}
        <Section id="aftercare-look" title={says.first} card>
          <ul>
            {says.places.map((place) => (
              <li key={place}>{place}</li>
            ))}
          </ul>
        </Section>
        {from > now ? (
          <p>{says.tooSoon(frame.time(from))}</p>
        ) : form ? (
          <StorefrontForm action={form.action} hidden={form.hidden}>
            <CheckField
              id="aftercare-looked"
              name="looked"
              label={says.looked}
              error={tried && says.lookedMissing}
            />
            <Field
              id="aftercare-note"
              name="note"
              label={says.note}
              rows={3}
              maxLength={MOST_NOTE}
              value={tried?.note ?? ""}
            />
            <Submit>{says.submit}</Submit>
          </StorefrontForm>
        ) : (
          <>
            <p>{says.prove}</p>
            {prove}
          </>
        )}
      </div>
    </StorefrontPage>
  );
}
