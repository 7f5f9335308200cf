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
import type { ShopperLine, ShopperReturn } from "../request-store.server";
import { isReturnReason } from "../schema";
import {
  foundOf,
  isGoingOn,
  isOnItsWay,
  isToSend,
  isWaiting,
  mayAddTo,
  paidRows,
  reachedSteps,
  standInWords,
  stillExpected,
  wishOf,
} from "../shopper-status";
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
  /** where a photo is seen */
  photoHref(fileId: string): string;
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
  const expected = stillExpected(one, mine);
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
        <ReturnItems {...props} />
        {mine.photos.length > 0 && <h3>{says.photos}</h3>}
        <Photos {...props} photos={mine.photos} />
      </Section>
      {expected && (
        <Section id="aftercare-expected" title={says.expected} card>
          <QuoteTable frame={frame} quote={expected} gift={mine.gift} />
        </Section>
      )}
      <Ways {...props} />
    </StorefrontPage>
  );
}

type Pictures = Pick<Props, "frame" | "photoHref"> & { photos: { fileId: string }[] };

const Photos = ({ frame, photoHref, photos }: Pictures) => {
  const says = words(frame.locale).status;
  return photos.length === 0 ? null : (
    <ul className="aftercare-photos">
      {photos.map(({ fileId }, at) => (
        <li key={fileId}>
          <img src={photoHref(fileId)} alt={says.photo(at + 1)} width={96} height={96} loading="lazy" />
        </li>
      ))}
    </ul>
  );
};

type Shown = { frame: Frame; one: ReturnDetail; mine: ShopperReturn };

function State({ frame, one, mine }: Shown) {
  const told = standInWords(one, mine, frame.locale);
  return (
    <>
      <Notice title={told.title} tone={told.tone}>
        <p>{told.text}</p>
        {told.because && <p>{told.because}</p>}
        {told.note && (
          <p>
            <Typed>{told.note}</Typed>
          </p>
        )}
      </Notice>
      {isGoingOn(one) && <Timeline steps={stepsOf(frame, one, mine)} />}
    </>
  );
}

function stepsOf(frame: Frame, one: ReturnDetail, mine: ShopperReturn): TimelineStep[] {
  const reached = reachedSteps(one, mine, frame.locale);
  const last = reached.findLastIndex((step) => step.on !== null);
  return reached.map(({ title, on }, at) => ({
    title,
    at: at < last ? "done" : at === last ? "current" : "ahead",
    ...(on ? { detail: frame.day(on) } : {}),
  }));
}

function ReturnItems({ frame, one, mine, photoHref }: Props) {
  const { status: says, reasons, request } = words(frame.locale);
  const lineOf = (id: string) => mine.lines.find((other) => other.id === id);
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
              <div>{wishOf(lineOf(item.id), frame.locale)}</div>
              {mine.inspected && <Found frame={frame} photoHref={photoHref} line={lineOf(item.id)} />}
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
          ...paidRows(one, mine, frame.locale).map(({ name, amount }) => ({
            name,
            value: frame.money(amount),
          })),
          { name: says.note, value: one.note && <Typed>{one.note}</Typed> },
        ]}
      />
    </>
  );
}

type FoundProps = Pick<Props, "frame" | "photoHref"> & { line: ShopperLine | undefined };

/** What was found of a line, with the reason for what was not accepted, and what it looked like. */
function Found({ frame, photoHref, line }: FoundProps) {
  const found = foundOf(line, frame.locale);
  if (!found) return null;
  return (
    <div>
      {found.texts.map((text) => (
        <div key={text}>{text}</div>
      ))}
      {found.because && (
        <div>
          <Typed>{found.because}</Typed>
        </div>
      )}
      <Photos frame={frame} photoHref={photoHref} photos={found.photos} />
    </div>
  );
}

function Ways({ frame, about, one, mine, mayReturnMore }: Props) {
  const says = words(frame.locale).status;
  const { orderId, token } = about;
  const mayAdd = mayReturnMore && mayAddTo(one, mine);
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
