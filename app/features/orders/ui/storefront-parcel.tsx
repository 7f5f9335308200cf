import type { ReactNode } from "react";
import { formatAgo } from "~/platform/i18n/ago";
import { ButtonLink } from "~/ui/storefront/form";
import { Columns, Section, StorefrontPage } from "~/ui/storefront/page";
import { Notice, Timeline, Typed } from "~/ui/storefront/parts";
import { parcelLabel, parcelSentence, parcelWords } from "../parcel-words";
import type { OrderDetail, ParcelScan } from "../queries.server";
import { type StatusParcel, type StatusView, silentSince } from "../status-view";
import { orderWords } from "../words";
import type { Frame } from "./storefront-frame";
import { expectedOf, ParcelDetails, parcelTone, TrackLinks } from "./storefront-progress";

export type ParcelLinks = {
  order: string;
  /** where to say that it has not arrived */
  missing: string;
  /** where to write; null: only who may see everything can */
  message: string | null;
  /** where returning begins; null: not from here */
  return: string | null;
};

type Props = {
  /** in the zone of the delivery address */
  frame: Frame;
  status: StatusView;
  parcel: StatusParcel;
  links: ParcelLinks;
  /** who speaks where the carrier does not */
  shopName: string;
  now: Date;
  /** what only who may see everything is shown: the carrier's own words, and what is in it */
  everything: OrderDetail | null;
  /** for who may see only its status: how to see the rest */
  aside?: ReactNode;
};

/** One parcel: where it is, when it comes, how old that news is, and what can be done next. */
export function ParcelPage(props: Props) {
  const { frame, status, parcel, links, everything, aside } = props;
  const says = parcelWords(frame.locale);
  const { title, text } = parcelSentence(frame.locale, parcel.state);
  const tone = parcelTone(parcel.state);
  const expected = parcel.deliveredAt ? null : expectedOf(frame, parcel);
  return (
    <StorefrontPage
      {...frame}
      title={title}
      lead={expected ? orderWords(frame.locale).step.expected(expected) : says.ofOrder(status.name)}
      back={{ href: links.order, label: says.back(status.name) }}
    >
      {text && (
        <Notice tone={tone === "plain" ? "info" : tone}>
          <p>{text}</p>
        </Notice>
      )}
      <Columns
        main={<Way {...props} />}
        side={
          <>
            <Section id="aftercare-parcel" title={orderWords(frame.locale).order.details} card>
              <ParcelDetails frame={frame} parcel={parcel} />
              <TrackLinks frame={frame} parcel={parcel} />
              {everything && <Contents frame={frame} order={everything} parcelId={parcel.id} />}
            </Section>
            <NextSteps {...props} />
            {aside}
          </>
        }
      />
    </StorefrontPage>
  );
}

/** What was reported on its way, the latest first, and how old that is. */
function Way({ frame, parcel, everything, shopName, now }: Props) {
  const says = parcelWords(frame.locale);
  const told = new Map(
    everything?.parcels.find(({ id }) => id === parcel.id)?.events.map((one) => [one.id, one]),
  );
  const silent = silentSince(parcel, now);
  const teller = parcel.heard.by === "shop" ? shopName : (carriersOf(parcel) ?? shopName);
  const place = parcel.state === "readyForPickup" ? placeOf(told.get(parcel.events.at(-1)?.id ?? "")) : null;
  return (
    <Section id="aftercare-way" title={orderWords(frame.locale).order.events} card>
      {place && (
        <p>
          <strong>{says.pickUpAt}</strong> <Typed>{place}</Typed>
        </p>
      )}
      <p className="aftercare-quiet">
        <time dateTime={parcel.heard.at.toISOString()}>
          {says.updated(formatAgo(parcel.heard.at, now, frame.locale))}
        </time>{" "}
        · <bdi>{teller}</bdi>
      </p>
      {silent && <p>{says.silent(frame.day(silent))}</p>}
      {parcel.events.length === 0 ? (
        !silent && parcel.state !== "delivered" && <p>{says.noScans}</p>
      ) : (
        <>
          <Timeline
            steps={parcel.events.toReversed().map(({ id, state, at }, index) => ({
              title: parcelLabel(frame.locale, state),
              detail: <ScanDetail frame={frame} at={at} scan={told.get(id)} />,
              at: index === 0 ? "current" : "done",
            }))}
          />
          <p className="aftercare-quiet">{says.localTimes}</p>
        </>
      )}
    </Section>
  );
}

function ScanDetail({ frame, at, scan }: { frame: Frame; at: Date; scan: ParcelScan | undefined }) {
  const place = placeOf(scan);
  return (
    <>
      <time dateTime={at.toISOString()}>{frame.time(at)}</time>
      {place && (
        <>
          <br />
          <Typed>{place}</Typed>
        </>
      )}
    </>
  );
}

/** The carrier's own words and place, as it wrote them. */
const placeOf = (scan: ParcelScan | undefined): string | null =>
  [scan?.message, scan?.city].filter(Boolean).join(", ") || null;

const carriersOf = ({ tracking }: StatusParcel): string | null =>
  [...new Set(tracking.flatMap(({ carrier }) => carrier ?? []))].join(", ") || null;

function Contents({ frame, order, parcelId }: { frame: Frame; order: OrderDetail; parcelId: string }) {
  const count = new Intl.NumberFormat(frame.locale);
  const lines = order.parcels.find(({ id }) => id === parcelId)?.lines ?? [];
  const items = lines.flatMap(({ id, orderLineId, quantity }) => {
    const line = order.lines.find((one) => one.id === orderLineId);
    return line ? [{ id, text: `${count.format(quantity)} × ${line.title}` }] : [];
  });
  if (items.length === 0) return null;
  return (
    <>
      <h3>{orderWords(frame.locale).order.contents}</h3>
      <ul>
        {items.map(({ id, text }) => (
          <li key={id}>
            <bdi>{text}</bdi>
          </li>
        ))}
      </ul>
    </>
  );
}

/** States in which the carrier alone will not put it right. */
const OURS_TO_MEND = new Set(["returned", "lost", "failed"]);

function NextSteps({ frame, parcel, links }: Props) {
  const says = parcelWords(frame.locale);
  const { order } = orderWords(frame.locale);
  const isDelivered = parcel.state === "delivered";
  const write = links.message && (
    <ButtonLink href={links.message} quiet={!OURS_TO_MEND.has(parcel.state)}>
      {order.write}
    </ButtonLink>
  );
  if (!isDelivered && !write) return null;
  return (
    <Section id="aftercare-next" title={says.next} card>
      <p className="aftercare-actions">
        {isDelivered && (
          <ButtonLink href={links.missing} quiet>
            {says.missing}
          </ButtonLink>
        )}
        {isDelivered && (links.return ?? links.message) && (
          <ButtonLink href={links.return ?? links.message ?? ""} quiet>
            {says.wrong}
          </ButtonLink>
        )}
        {isDelivered && links.return && (
          <ButtonLink href={links.return} quiet>
            {order.returnItems}
          </ButtonLink>
        )}
        {write}
      </p>
    </Section>
  );
}
