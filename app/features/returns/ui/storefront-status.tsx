import { ErrorSummary, StorefrontForm, Submit } from "~/ui/storefront/form";
import { Section, StorefrontPage } from "~/ui/storefront/page";
import {
  Code,
  DefinitionList,
  Items,
  Notice,
  Timeline,
  type TimelineStep,
  Typed,
} from "~/ui/storefront/parts";
import type { ReturnDetail } from "../queries.server";
import { travels } from "../request-steps";
import type { ShopperReturn } from "../request-store.server";
import { isReturnReason } from "../schema";
import { shopperMayCancel } from "../states";
import { words } from "../words";
import type { About, Frame } from "./frame";
import { QuoteTable } from "./storefront-quote";
import { backToOrder } from "./storefront-request";
import { type LabelHrefs, SendingPart } from "./storefront-sending";

type Props = {
  frame: Frame;
  about: About;
  one: ReturnDetail;
  mine: ShopperReturn;
  /** where the label opens, in each size; null: there is none yet */
  labelHrefs: LabelHrefs | null;
  /** where parcels go, line by line */
  returnTo: string[];
  photoHrefs: string[];
  /** may something else be returned? */
  mayReturnMore: boolean;
  /** cancelling was tried too late */
  tooLate?: boolean;
};

/** Where a return is, and what the shopper does next. */
export function ReturnStatusPage(props: Props) {
  const { frame, about, one, mine, tooLate } = props;
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
      <State frame={frame} one={one} mine={mine} />
      {isOnItsWay(one) && !mine.handedIn && <SendingPart {...props} />}
      <Section id="aftercare-return-items" title={says.items} card>
        <ReturnItems frame={frame} one={one} mine={mine} />
        {props.photoHrefs.length > 0 && <Photos frame={frame} hrefs={props.photoHrefs} />}
      </Section>
      {mine.quote && one.refundedAt === null && isGoingOn(one) && (
        <Section id="aftercare-expected" title={says.expected} card>
          <QuoteTable frame={frame} quote={mine.quote} gift={mine.gift} />
        </Section>
      )}
      <Ways {...props} />
    </StorefrontPage>
  );
}

const isGoingOn = ({ state }: ReturnDetail) => state !== "declined" && state !== "cancelled";

const Photos = ({ frame, hrefs }: { frame: Frame; hrefs: string[] }) => {
  const says = words(frame.locale).status;
  return (
    <>
      <h3>{says.photos}</h3>
      <ul className="aftercare-photos">
        {hrefs.map((href, at) => (
          <li key={href}>
            <img src={href} alt={says.photo(at + 1)} width={96} height={96} loading="lazy" />
          </li>
        ))}
      </ul>
    </>
  );
};

const isOnItsWay = ({ state }: ReturnDetail) => state === "approved" || state === "labelled";

type Shown = { frame: Frame; one: ReturnDetail; mine: ShopperReturn };

function State({ frame, one, mine }: Shown) {
  const says = words(frame.locale).status;
  const { title, text } = says.states[one.state];
  const reason = one.declineReason === "RETURN_PERIOD_ENDED" || one.declineReason === "FINAL_SALE";
  const tone = one.state === "declined" ? "warning" : one.state === "cancelled" ? "info" : "good";
  return (
    <>
      <Notice title={title} tone={one.state === "requested" ? "info" : tone}>
        {stateText(frame, one, mine, text)}
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

/** What happens next. How it travels says it better than the state does, while it is on its way. */
function stateText(frame: Frame, one: ReturnDetail, mine: ShopperReturn, text: string) {
  const { status: says, request } = words(frame.locale);
  if (isOnItsWay(one) && !mine.lines.some((line) => travels(line.outcome)))
    return <p>{says.nothingToSend}</p>;
  const way = isOnItsWay(one) && mine.method !== "label" ? request.methods[mine.method].text : text;
  return way && <p>{way}</p>;
}

function ReturnItems({ frame, one, mine }: Shown) {
  const { status: says, reasons, request } = words(frame.locale);
  const wishOf = (id: string) => {
    const line = mine.lines.find((other) => other.id === id);
    const title = line && request.outcomes[line.outcome].title;
    return title && line.exchangeTitle ? request.outcomeWith(title, line.exchangeTitle) : title;
  };
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
              {wishOf(item.id) && <div>{wishOf(item.id)}</div>}
            </>
          ),
        }))}
      />
      <DefinitionList
        rows={[
          { name: request.method, value: isGoingOn(one) && request.methods[mine.method].title },
          { name: says.refundBy, value: isWaiting(one) && mine.refundBy && frame.day(mine.refundBy) },
          { name: says.sendBackBy, value: isOnItsWay(one) && mine.sendBackBy && frame.day(mine.sendBackBy) },
          {
            name: says.parcel,
            value: mine.parcel && (
              <Code>{[mine.parcel.carrier, mine.parcel.number].filter(Boolean).join(" ")}</Code>
            ),
          },
          { name: says.refund, value: one.refundedAt && one.refund ? frame.money(one.refund) : null },
          { name: says.note, value: one.note && <Typed>{one.note}</Typed> },
        ]}
      />
    </>
  );
}

/** Is money still promised? */
const isWaiting = (one: ReturnDetail) => one.refundedAt === null && isGoingOn(one) && one.state !== "closed";

function Ways({ frame, about, one, mine, mayReturnMore }: Props) {
  const says = words(frame.locale).status;
  const { orderId, token } = about;
  return (
    <div className="aftercare-section">
      {mine.parcel?.url && (
        <p>
          <a href={mine.parcel.url} rel="noreferrer">
            {says.track}
          </a>
        </p>
      )}
      {mine.together.length > 0 && (
        <>
          <h2>{says.together}</h2>
          <ul>
            {mine.together.map((other) => (
              <li key={other.id}>
                <a href={frame.href("/return", { t: token, o: other.orderId, r: other.id })}>
                  <Code>{other.rma}</Code>, {says.order(other.orderName)}
                </a>
              </li>
            ))}
          </ul>
        </>
      )}
      {shopperMayCancel(one.state, mine.handedIn) && (
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
      {one.state === "requested" && mayReturnMore && (
        <p>
          <a href={frame.href("/return", { t: token, o: orderId, instead: one.id })}>{says.addMore}</a>
        </p>
      )}
      {one.state !== "requested" && mayReturnMore && (
        <p>
          <a href={frame.href("/return", { t: token, o: orderId })}>{says.another}</a>
        </p>
      )}
    </div>
  );
}
