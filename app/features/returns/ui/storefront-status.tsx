import { ButtonLink, ErrorSummary, StorefrontForm, Submit } from "~/ui/storefront/form";
import { Section, StorefrontPage } from "~/ui/storefront/page";
import { DefinitionList, Items, Notice, Timeline, type TimelineStep, Typed } from "~/ui/storefront/parts";
import type { ReturnDetail } from "../queries.server";
import { isReturnReason } from "../schema";
import { shopperMayCancel } from "../states";
import { words } from "../words";
import type { About, Frame } from "./frame";
import { backToOrder } from "./storefront-request";

type Props = {
  frame: Frame;
  about: About;
  one: ReturnDetail;
  /** where the label opens, in each size; null: there is none yet */
  labelHrefs: { a4: string; letter: string; thermal: string } | null;
  /** may something else be returned? */
  mayReturnMore: boolean;
  /** cancelling was tried too late */
  tooLate?: boolean;
};

/** Where a return is, and what the shopper does next. */
export function ReturnStatusPage(props: Props) {
  const { frame, about, one, labelHrefs, mayReturnMore, tooLate } = props;
  const says = words(frame.locale).status;
  const things = one.lines.reduce((sum, line) => sum + line.quantity, 0);
  return (
    <StorefrontPage
      {...frame}
      back={backToOrder(frame, about)}
      title={says.title(one.rma)}
      lead={says.lead(things, frame.day(one.requestedAt))}
    >
      {tooLate && <ErrorSummary title={says.tooLate} />}
      <State frame={frame} one={one} />
      {isOnItsWay(one) && <Label frame={frame} about={about} one={one} hrefs={labelHrefs} />}
      <Section id="aftercare-return-items" title={says.items} card>
        <ReturnItems frame={frame} one={one} />
      </Section>
      <Ways frame={frame} about={about} one={one} mayReturnMore={mayReturnMore} />
    </StorefrontPage>
  );
}

const isOnItsWay = ({ state }: ReturnDetail) => state === "approved" || state === "labelled";

function State({ frame, one }: { frame: Frame; one: ReturnDetail }) {
  const says = words(frame.locale).status;
  const { title, text } = says.states[one.state];
  const reason = one.declineReason === "RETURN_PERIOD_ENDED" || one.declineReason === "FINAL_SALE";
  const tone = one.state === "declined" ? "warning" : one.state === "cancelled" ? "info" : "good";
  return (
    <>
      <Notice title={title} tone={one.state === "requested" ? "info" : tone}>
        {text && <p>{text}</p>}
        {one.state === "declined" && (
          <p>{says.declineReasons[reason ? (one.declineReason as "FINAL_SALE") : "OTHER"]}</p>
        )}
        {one.state === "declined" && one.declineNote && (
          <p>
            <Typed>{one.declineNote}</Typed>
          </p>
        )}
      </Notice>
      {one.state !== "declined" && one.state !== "cancelled" && <Timeline steps={stepsOf(frame, one)} />}
    </>
  );
}

function stepsOf(frame: Frame, one: ReturnDetail): TimelineStep[] {
  const says = words(frame.locale).status.steps;
  const reached = [
    { title: says.requested, on: one.requestedAt },
    { title: says.approved, on: one.approvedAt },
    { title: says.received, on: one.receivedAt },
    { title: says.refunded, on: one.refundedAt },
  ];
  const last = reached.findLastIndex((step) => step.on !== null);
  return reached.map(({ title, on }, at) => ({
    title,
    at: at < last ? "done" : at === last ? "current" : "ahead",
    ...(on ? { detail: frame.day(on) } : {}),
  }));
}

type LabelProps = { frame: Frame; about: About; one: ReturnDetail; hrefs: Props["labelHrefs"] };

function Label({ frame, about, one, hrefs }: LabelProps) {
  const says = words(frame.locale).status;
  const here = frame.href("/return", { t: about.token, o: about.orderId, r: one.id });
  return (
    <Section id="aftercare-label" title={says.label} card>
      {hrefs ? (
        <>
          <p>{says.labelText}</p>
          <p className="aftercare-actions">
            <ButtonLink href={hrefs.a4}>{says.sizes.a4}</ButtonLink>
            <ButtonLink href={hrefs.letter} quiet>
              {says.sizes.letter}
            </ButtonLink>
            <ButtonLink href={hrefs.thermal} quiet>
              {says.sizes.thermal}
            </ButtonLink>
          </p>
          <h3>{says.pack}</h3>
          <ol>
            {says.packing.map((step) => (
              <li key={step}>{step}</li>
            ))}
          </ol>
        </>
      ) : (
        <>
          <p>{says.making}</p>
          <p>
            <ButtonLink href={here} quiet>
              {says.reload}
            </ButtonLink>
          </p>
        </>
      )}
    </Section>
  );
}

function ReturnItems({ frame, one }: { frame: Frame; one: ReturnDetail }) {
  const { status: says, reasons } = words(frame.locale);
  return (
    <>
      <Items
        items={one.items.map((item) => ({
          key: item.id,
          title: item.title,
          imageUrl: item.imageUrl,
          detail: (
            <>
              {item.variantTitle && (
                <div>
                  <Typed>{item.variantTitle}</Typed>
                </div>
              )}
              <div>{says.quantity(item.quantity)}</div>
              {isReturnReason(item.reason) && <div>{reasons[item.reason]}</div>}
            </>
          ),
        }))}
      />
      <DefinitionList
        rows={[
          { name: says.refund, value: one.refundedAt && one.refund ? frame.money(one.refund) : null },
          { name: says.note, value: one.note && <Typed>{one.note}</Typed> },
        ]}
      />
    </>
  );
}

function Ways({ frame, about, one, mayReturnMore }: Omit<Props, "labelHrefs">) {
  const says = words(frame.locale).status;
  const { orderId, token } = about;
  return (
    <div className="aftercare-section">
      {shopperMayCancel(one.state) && (
        <StorefrontForm
          action={frame.href("/return")}
          hidden={{ ...(token ? { t: token } : {}), o: orderId, r: one.id, intent: "cancel" }}
        >
          <p className="aftercare-quiet">{says.cancelHint}</p>
          <p className="aftercare-actions">
            <Submit quiet>{says.cancel}</Submit>
          </p>
        </StorefrontForm>
      )}
      {mayReturnMore && (
        <p>
          <a href={frame.href("/return", { t: token, o: orderId })}>{says.another}</a>
        </p>
      )}
    </div>
  );
}
