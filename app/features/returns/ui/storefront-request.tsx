import type { ReactNode } from "react";
import { withRegion } from "~/platform/i18n/locales";
import { ErrorSummary, StorefrontForm } from "~/ui/storefront/form";
import { StorefrontPage } from "~/ui/storefront/page";
import { problemText } from "../problem-text";
import { fieldsOf, rowOf } from "../request-form";
import type { Step } from "../request-steps";
import type { RequestLine, RequestView } from "../request-view";
import { words } from "../words";
import { type About, type Frame, inSentence } from "./frame";
import { CheckPart } from "./storefront-check";
import { DetailsPart } from "./storefront-details";
import { HowPart } from "./storefront-how";
import { ItemsPart } from "./storefront-items";
import { LiveQuote } from "./storefront-quote";

export type RequestProps = {
  frame: Frame;
  about: About;
  view: RequestView;
  step: Step;
  children?: ReactNode;
};

/** One page of a request. What was chosen on the others travels along in the form. */
export function RequestPage({ frame, about, view, step, children }: RequestProps) {
  const says = words(frame.locale);
  const at = view.steps.indexOf(step) + 1;
  const region = withRegion(frame.locale, frame.timeZone);
  const problems = view.problems.map((problem) => problemText(problem, view, frame.locale, region));
  return (
    <StorefrontPage
      {...frame}
      title={says.form.title(inSentence(about.orderName, frame))}
      back={backToOrder(frame, about)}
      {...(step === "items" ? { lead: view.auto ? says.form.leadAuto : says.form.leadReview } : {})}
    >
      <StorefrontForm
        action={frame.href("/return")}
        multipart={step === "details"}
        hidden={{ ...hiddenOf(about, view, step), step }}
      >
        {/* Enter in a field goes on, whatever other buttons the page has */}
        <button
          type="submit"
          name="go"
          value={NEXT[step]}
          className="aftercare-default"
          tabIndex={-1}
          aria-hidden="true"
        />
        {problems.length > 0 && <ErrorSummary title={says.form.errors.title} errors={once(problems)} />}
        <p className="aftercare-steps">{says.request.step(at, view.steps.length)}</p>
        <Part frame={frame} view={view} step={step} />
        {step !== "check" && <LiveQuote frame={frame} view={view} />}
        <p className="aftercare-actions">
          <button type="submit" name="go" value={NEXT[step]} className="aftercare-button">
            {step === "check"
              ? view.auto
                ? says.form.submitAuto
                : says.form.submitReview
              : says.request.next}
          </button>
          {at > 1 && (
            <button
              type="submit"
              name="go"
              value={`to-${view.steps[at - 2]}`}
              className="aftercare-button aftercare-button-quiet"
            >
              {says.request.back}
            </button>
          )}
        </p>
      </StorefrontForm>
      {children}
    </StorefrontPage>
  );
}

const NEXT: Record<Step, string> = { items: "next", details: "next", how: "next", check: "confirm" };

export const backToOrder = (frame: Frame, { orderId, orderName, token, gift }: About) => ({
  href: gift ? frame.href("", {}) : frame.href("/order", { t: token, o: orderId }),
  label: gift
    ? words(frame.locale).gift.toLookUp
    : words(frame.locale).status.order(inSentence(orderName, frame)),
});

function Part({ frame, view, step }: Pick<RequestProps, "frame" | "view" | "step">) {
  switch (step) {
    case "items":
      return <ItemsPart frame={frame} view={view} />;
    case "details":
      return <DetailsPart frame={frame} view={view} />;
    case "how":
      return <HowPart frame={frame} view={view} />;
    case "check":
      return <CheckPart frame={frame} view={view} />;
  }
}

/** What the page asks itself is not carried along as well. */
const ASKED: Record<Step, RegExp> = {
  items: /^(pick|quantity|reason)-|^note$/,
  details: /^answer-/,
  how: /^(outcome|variant|any|search)-|^method$/,
  check: /^$/,
};

function hiddenOf(about: About, view: RequestView, step: Step): Record<string, string> {
  const asks = view.asks.lines;
  const leave = (name: string) => {
    const line = view.draft.lines.find((one) => name.endsWith(`-${rowOf(one)}`));
    // an outcome that is the only one is not asked for
    if (step === "how" && name.startsWith("outcome-") && line)
      return (asks.get(rowOf(line))?.outcomes.length ?? 0) > 1;
    if (step === "how" && name === "method") return view.asks.methods.length > 1;
    return ASKED[step].test(name);
  };
  return {
    ...(about.token ? { t: about.token } : {}),
    o: about.orderId,
    ...fieldsOf(view.draft, leave),
  };
}

const once = (errors: { fieldId: string; message: string }[]) =>
  errors.filter((one, at) => errors.findIndex((other) => other.fieldId === one.fieldId) === at);

/** The chosen rows with what is asked of them. */
export const chosenLines = (view: RequestView) =>
  view.draft.lines.flatMap((draft) => {
    const line = lineOf(view, draft.orderLineId);
    const asks = view.asks.lines.get(rowOf(draft));
    return line && asks ? [{ draft, line, asks }] : [];
  });

export const lineOf = (view: RequestView, orderLineId: string): RequestLine | undefined =>
  view.orders.flatMap((order) => order.lines).find((line) => line.orderLineId === orderLineId);
