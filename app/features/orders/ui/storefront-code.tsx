import { ErrorSummary, Field, StorefrontForm, Submit } from "~/ui/storefront/form";
import { Section, StorefrontPage } from "~/ui/storefront/page";
import { Notice } from "~/ui/storefront/parts";
import { orderWords } from "../words";
import type { Frame } from "./storefront-frame";

/** Offers a one-time code to whoever has only a pass for the order's status. */
export function CodeOffer({ frame, token }: { frame: Frame; token: string }) {
  const says = orderWords(frame.locale).code;
  return (
    <Section id="aftercare-everything" title={says.offerTitle} card>
      <p>{says.offer}</p>
      <StorefrontForm action={frame.href("/code")} hidden={{ t: token }}>
        <Submit>{says.send}</Submit>
      </StorefrontForm>
    </Section>
  );
}

/** Where the code is entered. Says the same whether a mail went out or not. */
export function CodePage(props: { frame: Frame; token: string; tried?: "missing" | "wrong" | "limited" }) {
  const { frame, token, tried } = props;
  const says = orderWords(frame.locale).code;
  const back = { href: frame.href("/order", { t: token }), label: says.back };
  return (
    <StorefrontPage {...frame} back={back} title={says.title} lead={says.lead}>
      <div className="aftercare-narrow">
        {tried === "missing" && (
          <ErrorSummary title={says.missing} errors={[{ fieldId: "aftercare-code", message: says.hint }]} />
        )}
        {tried === "wrong" && (
          <ErrorSummary
            title={says.wrong}
            errors={[{ fieldId: "aftercare-code", message: says.wrongHelp }]}
          />
        )}
        {tried === "limited" && (
          <ErrorSummary
            title={says.limited}
            errors={[{ fieldId: "aftercare-code", message: says.limitedHelp }]}
          />
        )}
        <StorefrontForm action={frame.href("/order")} hidden={{ t: token }}>
          <div className="aftercare-field-code">
            <Field
              id="aftercare-code"
              name="code"
              label={says.field}
              hint={says.hint}
              error={tried === "missing" ? says.missing : tried === "wrong" ? says.wrong : undefined}
              inputMode="numeric"
              autoComplete="one-time-code"
              maxLength={20}
              dir="ltr"
              short
              required
            />
          </div>
          <Submit>{says.submit}</Submit>
        </StorefrontForm>
        <Notice title={says.noMail}>
          <p>{says.noMailHelp}</p>
          <StorefrontForm action={frame.href("/code")} hidden={{ t: token }}>
            <Submit quiet>{says.again}</Submit>
          </StorefrontForm>
        </Notice>
      </div>
    </StorefrontPage>
  );
}
