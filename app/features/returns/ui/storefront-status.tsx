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
import type { Outcome } from "../policy-schema";
import type { ReturnDetail } from "../queries.server";
import { travels } from "../request-steps";
import type { ShopperLine, ShopperReturn } from "../request-store.server";
import { isReturnReason } from "../schema";
import { type ReturnState, shopperMayCancel } from "../states";
import { type Next, type Stand, whatNext } from "../what-next";
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
      {mine.quote && isWaiting(one, mine) && (
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

/** Is it still with the shopper, and does it have to be sent? */
const isToSend = (one: ReturnDetail, mine: ShopperReturn) =>
  (one.state === "requested" || isOnItsWay(one)) &&
  !mine.handedIn &&
  mine.lines.some((line) => travels(line.outcome));

type Shown = { frame: Frame; one: ReturnDetail; mine: ShopperReturn };

function State({ frame, one, mine }: Shown) {
  const says = words(frame.locale).status;
  const reason = one.declineReason === "RETURN_PERIOD_ENDED" || one.declineReason === "FINAL_SALE";
  const next = whatNext(standOf(one, mine));
  const { title, text } = sentenceOf(frame, mine, next);
  return (
    <>
      <Notice title={title} tone={TONE[next] ?? "good"}>
        <p>{text}</p>
        {one.state === "declined" && (
          <p>{says.declineReasons[reason ? (one.declineReason as "FINAL_SALE") : "OTHER"]}</p>
        )}
        {(one.state === "declined" || next === "notAccepted") && one.declineNote && (
          <p>
            <Typed>{one.declineNote}</Typed>
          </p>
        )}
      </Notice>
      {one.state !== "declined" && one.state !== "cancelled" && <Timeline steps={stepsOf(frame, one)} />}
    </>
  );
}

const TONE: Partial<Record<Next, "info" | "warning">> = {
  requested: "info",
  cancelled: "info",
  declined: "warning",
  notAccepted: "warning",
  partly: "warning",
};

const standOf = (one: ReturnDetail, mine: ShopperReturn): Stand => ({
  state: one.state,
  method: mine.method,
  travels: mine.lines.some((line) => travels(line.outcome)),
  handedIn: mine.handedIn,
  received: one.receivedAt !== null,
  inspected: mine.inspected,
  accepted: mine.lines.reduce((sum, line) => sum + line.accepted, 0),
  asked: mine.lines.reduce((sum, line) => sum + (travels(line.outcome) ? line.quantity : 0), 0),
  paid: {
    refund: mine.paid.refund.amount,
    credit: mine.paid.credit.amount,
    giftCard: mine.paid.giftCard.amount,
  },
  refunded: one.refundedAt !== null,
  exchanges: mine.lines.some(({ outcome }) => SENT_INSTEAD.includes(outcome)),
});

const SENT_INSTEAD: readonly Outcome[] = ["exchange", "exchangeAny", "replacement"];

/** What happens next. How it travels says it better than the state does, while it is to be sent. */
function sentenceOf(frame: Frame, mine: ShopperReturn, next: Next): { title: string; text: string } {
  const { status: says, request } = words(frame.locale);
  switch (next) {
    case "nothingToSend":
      return { title: says.states.approved.title, text: says.nothingToSend };
    case "way":
      return { title: says.states.approved.title, text: request.methods[mine.method].text };
    default:
      return next in says.states
        ? says.states[next as ReturnState]
        : says.next[next as keyof typeof says.next];
  }
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

function ReturnItems({ frame, one, mine }: Shown) {
  const { status: says, reasons, request } = words(frame.locale);
  const lineOf = (id: string) => mine.lines.find((other) => other.id === id);
  const wishOf = (id: string) => {
    const line = lineOf(id);
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
              {mine.inspected && <Found frame={frame} line={lineOf(item.id)} />}
            </>
          ),
        }))}
      />
      <DefinitionList
        rows={[
          { name: request.method, value: isToSend(one, mine) && request.methods[mine.method].title },
          { name: says.refundBy, value: isWaiting(one, mine) && mine.refundBy && frame.day(mine.refundBy) },
          { name: says.sendBackBy, value: isOnItsWay(one) && mine.sendBackBy && frame.day(mine.sendBackBy) },
          {
            name: says.parcel,
            value: mine.parcel && (
              <Code>{[mine.parcel.carrier, mine.parcel.number].filter(Boolean).join(" ")}</Code>
            ),
          },
          ...paidRows(frame, one, mine),
          { name: says.note, value: one.note && <Typed>{one.note}</Typed> },
        ]}
      />
    </>
  );
}

/** What was found of a line, with the reason for what was not accepted. What stays with the shopper was not sent. */
function Found({ frame, line }: { frame: Frame; line: ShopperLine | undefined }) {
  const says = words(frame.locale).status.found;
  if (!line || !travels(line.outcome)) return null;
  const { accepted, rejected, rejectReason, quantity } = line;
  const missing = quantity - accepted - rejected;
  return (
    <div>
      {accepted > 0 && <div>{says.accepted(accepted)}</div>}
      {rejected > 0 && <div>{says.rejected(rejected)}</div>}
      {rejected > 0 && rejectReason && (
        <div>
          <Typed>{rejectReason}</Typed>
        </div>
      )}
      {missing > 0 && <div>{says.missing(missing)}</div>}
    </div>
  );
}

/** What went out, by the ways it went; for what Shopify paid by itself, in one sum. */
function paidRows(frame: Frame, one: ReturnDetail, { paid }: ShopperReturn) {
  const { amounts } = words(frame.locale).request;
  if (!one.refundedAt) return [];
  const ways = [
    { name: amounts.refund, amount: paid.refund },
    { name: amounts.credit, amount: paid.credit },
    { name: amounts.giftCard, amount: paid.giftCard },
  ].filter(({ amount }) => amount.amount > 0n);
  if (ways.length > 0) return ways.map(({ name, amount }) => ({ name, value: frame.money(amount) }));
  return one.refund && one.refund.amount > 0n
    ? [{ name: amounts.refund, value: frame.money(one.refund) }]
    : [];
}

/** Is money still promised? Not when nothing of it was accepted. */
const isWaiting = (one: ReturnDetail, mine: ShopperReturn) =>
  one.refundedAt === null &&
  isGoingOn(one) &&
  one.state !== "closed" &&
  !(mine.inspected && mine.lines.every((line) => line.accepted === 0));

function Ways({ frame, about, one, mine, mayReturnMore }: Props) {
  const says = words(frame.locale).status;
  const { orderId, token } = about;
  const mayAdd = isOnItsWay(one) && !mine.handedIn && !mine.gift && mayReturnMore;
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
      {mayAdd && (
        <>
          <p>
            <a href={frame.href("/return", { t: token, o: orderId, add: one.id })}>{says.addMore}</a>
          </p>
          <p className="aftercare-quiet">{says.addHint}</p>
        </>
      )}
      {one.state !== "requested" && !mayAdd && mayReturnMore && (
        <p>
          <a href={frame.href("/return", { t: token, o: orderId })}>{says.another}</a>
        </p>
      )}
    </div>
  );
}
