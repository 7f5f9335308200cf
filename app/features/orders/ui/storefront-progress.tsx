import { Section } from "~/ui/storefront/page";
import { Badge, Code, DefinitionList, Notice, Timeline, type TimelineStep } from "~/ui/storefront/parts";
import { toneOf } from "../order-progress";
import { parcelLabel, parcelWords } from "../parcel-words";
import type { ParcelState } from "../rules";
import type { StatusParcel, StatusView } from "../status-view";
import { orderWords } from "../words";
import type { Frame } from "./storefront-frame";

/** How the order stands, in a sentence. */
export function StateNotice({ frame, status }: { frame: Frame; status: StatusView }) {
  const { title, text } = orderWords(frame.locale).state[status.state];
  const tone = toneOf(status.state);
  return (
    <Notice tone={tone === "plain" ? "info" : tone} title={title}>
      {text && <p>{text}</p>}
    </Notice>
  );
}

/** The steps to its delivery. */
export function Progress({ frame, status }: { frame: Frame; status: StatusView }) {
  return (
    <Section id="aftercare-progress" title={orderWords(frame.locale).order.progress} card>
      <Timeline steps={stepsOf(frame, status)} />
    </Section>
  );
}

function stepsOf(frame: Frame, status: StatusView): TimelineStep[] {
  const says = orderWords(frame.locale).step;
  const sent = status.parcels.filter(({ state }) => state !== "preparing" && state !== "cancelled");
  const done = status.state === "delivered" || status.state === "noShipping";
  const placed: TimelineStep = {
    title: says.placed,
    detail: frame.day(status.placedAt),
    at: sent.length > 0 || done || status.cancelledAt ? "done" : "current",
  };
  if (status.cancelledAt)
    return [placed, { title: says.cancelled, detail: frame.day(status.cancelledAt), at: "current" }];
  if (status.state === "noShipping") return [placed];
  const shipped: TimelineStep = {
    title: says.shipped,
    detail: sent[0] && frame.day(sent[0].shippedAt),
    at: done ? "done" : sent.length > 0 ? "current" : "ahead",
  };
  return [placed, shipped, lastStep(frame, status, sent)];
}

function lastStep(frame: Frame, status: StatusView, sent: StatusParcel[]): TimelineStep {
  const says = orderWords(frame.locale).step;
  const latest = (dates: (Date | null)[]) =>
    dates.reduce((last, date) => (date && (!last || date > last) ? date : last), null);
  if (status.state === "delivered") {
    const at = latest(sent.map((parcel) => parcel.deliveredAt));
    return { title: says.delivered, detail: at && frame.day(at), at: "current" };
  }
  const estimated = latest(sent.map((parcel) => parcel.estimatedAt));
  const foreseen = sent.length === 1 ? sent[0]?.expected : null;
  const expected = estimated
    ? frame.day(estimated)
    : foreseen
      ? frame.days(foreseen.from, foreseen.to)
      : frame.days(status.promisedFrom, status.promisedTo);
  return { title: says.delivered, detail: expected && says.expected(expected), at: "ahead" };
}

/** The order's parcels: state, carrier, tracking number, dates, and what the carrier reported. */
export function Parcels(props: {
  frame: Frame;
  parcels: StatusParcel[];
  /** what is in a parcel, where it may be shown */
  contents?: (parcelId: string) => { key: string; text: string }[];
  /** the page of one parcel */
  hrefOf?: (parcelId: string) => string;
}) {
  const { frame, parcels } = props;
  const says = orderWords(frame.locale).order;
  return (
    <Section id="aftercare-parcels" title={says.parcels} card>
      {parcels.length === 0 && <p>{says.noParcels}</p>}
      {parcels.map((parcel, at) => (
        <Parcel
          key={parcel.id}
          frame={frame}
          parcel={parcel}
          title={says.parcel(at + 1, parcels.length)}
          contents={props.contents?.(parcel.id) ?? []}
          href={props.hrefOf?.(parcel.id) ?? null}
        />
      ))}
    </Section>
  );
}

type ParcelProps = {
  frame: Frame;
  parcel: StatusParcel;
  title: string;
  contents: { key: string; text: string }[];
  href: string | null;
};

function Parcel({ frame, parcel, title, contents, href }: ParcelProps) {
  const { order } = orderWords(frame.locale);
  return (
    <article className="aftercare-parcel">
      <div className="aftercare-parcel-head">
        <h3>{title}</h3>
        <Badge tone={parcelTone(parcel.state)}>{parcelLabel(frame.locale, parcel.state)}</Badge>
      </div>
      <ParcelDetails frame={frame} parcel={parcel} />
      {href && (
        <p>
          <a href={href}>{parcelWords(frame.locale).open}</a>
        </p>
      )}
      <TrackLinks frame={frame} parcel={parcel} />
      {contents.length > 0 && (
        <>
          <h4>{order.contents}</h4>
          <ul>
            {contents.map(({ key, text }) => (
              <li key={key}>
                <bdi>{text}</bdi>
              </li>
            ))}
          </ul>
        </>
      )}
      {parcel.events.length > 0 && (
        <details>
          <summary>{order.events}</summary>
          <ul>
            {parcel.events.toReversed().map((event) => (
              <li key={event.id}>
                {parcelLabel(frame.locale, event.state)} ·{" "}
                <time dateTime={event.at.toISOString()}>{frame.time(event.at)}</time>
              </li>
            ))}
          </ul>
        </details>
      )}
    </article>
  );
}

/** Who carries it under which number, and its days. */
export const ParcelDetails = ({ frame, parcel }: { frame: Frame; parcel: StatusParcel }) => (
  <DefinitionList rows={parcelFacts(frame, parcel)} />
);

/** The carrier's day; without one, the days such parcels have taken. */
export const expectedOf = (frame: Frame, { estimatedAt, expected }: StatusParcel): string | null =>
  estimatedAt ? frame.day(estimatedAt) : expected && frame.days(expected.from, expected.to);

function parcelFacts(frame: Frame, parcel: StatusParcel) {
  const { order } = orderWords(frame.locale);
  const carriers = [...new Set(parcel.tracking.flatMap(({ carrier }) => (carrier ? [carrier] : [])))];
  const numbers = parcel.tracking.flatMap(({ number }) => (number ? [number] : []));
  return [
    { name: order.carrier, value: carriers.length > 0 ? <Code>{carriers.join(", ")}</Code> : null },
    { name: order.tracking, value: numbers.length > 0 ? <Code>{numbers.join(", ")}</Code> : null },
    { name: order.shipped, value: parcel.state === "preparing" ? null : frame.day(parcel.shippedAt) },
    parcel.deliveredAt
      ? { name: order.delivered, value: frame.day(parcel.deliveredAt) }
      : { name: order.expected, value: expectedOf(frame, parcel) },
  ];
}

/** The carrier's own pages. */
export function TrackLinks({ frame, parcel }: { frame: Frame; parcel: StatusParcel }) {
  const { order } = orderWords(frame.locale);
  const links = parcel.tracking.flatMap(({ url, carrier }) => (url ? [{ url, carrier }] : []));
  if (links.length === 0) return null;
  return (
    <p>
      {links.map(({ url, carrier }) => (
        <a key={url} href={url} rel="noopener noreferrer nofollow">
          {order.track(carrier ?? order.theCarrier)}
        </a>
      ))}
    </p>
  );
}

const WARNING: ReadonlySet<ParcelState> = new Set([
  "heldByCustoms",
  "delayed",
  "attempted",
  "failed",
  "returned",
  "lost",
]);

/** Whether a parcel's state is good news, needs attention, or neither. */
export const parcelTone = (state: ParcelState): "good" | "warning" | "plain" =>
  state === "delivered" ? "good" : WARNING.has(state) ? "warning" : "plain";
