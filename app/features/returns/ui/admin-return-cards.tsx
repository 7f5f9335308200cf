import { Badge, BlockStack, Box, Card, InlineStack, Link, Text } from "@shopify/polaris";
import type { ReactNode } from "react";
import { formatTime } from "~/platform/i18n/locales";
import { useReader } from "~/ui/admin/reader";
import { DayText, MoneyText } from "~/ui/admin/text";
import { formatCalendarDay } from "~/values/calendar";
import type { ReturnDetail } from "../queries.server";
import type { PlusLine } from "../staff-return";
import { staffWords as words } from "../words/staff";
import { listWords } from "../words/staff-list";
import { returnWords } from "../words/staff-return";
import { ChangeOutcome } from "./admin-change-outcome";
import { ChangeQuantity } from "./admin-change-quantity";
import { Photos } from "./admin-photos";
import type { AdminReturnProps } from "./admin-return-page";

/** A card with its heading. */
export const Titled = ({ title, children }: { title: string; children: ReactNode }) => (
  <Card>
    <BlockStack gap="300">
      <Text as="h2" variant="headingMd">
        {title}
      </Text>
      {children}
    </BlockStack>
  </Card>
);

export const Quiet = ({ children }: { children: ReactNode }) => (
  <Text as="p" tone="subdued" breakWord>
    {children}
  </Text>
);

/** What comes back, why, what for, and what was found. */
export function Things(props: AdminReturnProps) {
  const { plus, photos, one } = props;
  const ofAll = photos.filter((photo) => photo.returnLineId === null);
  return (
    <BlockStack gap="400">
      <ul className="admin-plain-list admin-lines">
        {plus.lines.map((line) => (
          <li key={line.id}>
            <Box width="100%">
              <InlineStack gap="300" wrap={false} blockAlign="start">
                {line.imageUrl ? (
                  <img src={line.imageUrl} alt="" loading="lazy" />
                ) : (
                  <span className="admin-lines__blank" />
                )}
                <BlockStack gap="100">
                  <Thing
                    line={line}
                    arrived={one.receivedAt !== null}
                    inspected={plus.inspectedAt !== null}
                  />
                  <InlineStack gap="300">
                    <ChangeOutcome {...props} line={line} />
                    <ChangeQuantity {...props} line={line} />
                  </InlineStack>
                  <Photos
                    photos={photos.filter((photo) => photo.returnLineId === line.id)}
                    title={line.title}
                  />
                </BlockStack>
              </InlineStack>
            </Box>
          </li>
        ))}
      </ul>
      <Photos photos={ofAll} title={one.rma} />
      {plus.sentAlso.length > 0 && (
        <BlockStack gap="100">
          <Text as="h3" variant="headingSm">
            {returnWords.items.sentAlso}
          </Text>
          {plus.sentAlso.map(({ id, title, quantity, value }) => (
            <Text as="p" key={id} breakWord>
              <bdi>{returnWords.items.times(quantity, title ?? returnWords.items.notSentYet)}</bdi>
              {value && (
                <>
                  {" · "}
                  <MoneyText money={value} />
                </>
              )}
            </Text>
          ))}
        </BlockStack>
      )}
      {plus.strays.length > 0 && (
        <BlockStack gap="100">
          <Text as="h3" variant="headingSm">
            {returnWords.items.strays}
          </Text>
          {plus.strays.map((stray) => (
            <Text as="p" key={stray.id} breakWord>
              <bdi>{returnWords.items.times(stray.quantity, stray.title)}</bdi>{" "}
              <Badge tone="warning">{returnWords.items.stray[stray.kind] ?? stray.kind}</Badge>
              {stray.note && <Quiet>{stray.note}</Quiet>}
            </Text>
          ))}
        </BlockStack>
      )}
    </BlockStack>
  );
}

function Thing({ line, arrived, inspected }: { line: PlusLine; arrived: boolean; inspected: boolean }) {
  const { items } = returnWords;
  const open = line.receivedQuantity - line.acceptedQuantity - line.rejectedQuantity;
  // What was rejected goes on no shelf.
  const { disposition } = line;
  const isPut = line.acceptedQuantity > 0 || disposition !== "restock";
  const wants = listWords.outcomes[line.outcome as keyof typeof listWords.outcomes] ?? line.outcome;
  return (
    <>
      <Text as="p" fontWeight="semibold" breakWord>
        <bdi>{line.title}</bdi>
        {line.variantTitle ? ` · ${line.variantTitle}` : ""}
      </Text>
      <Text as="p">
        {arrived
          ? items.arrivedOf(line.receivedQuantity, line.quantity)
          : words.items.quantity(line.quantity)}
        {line.sku ? ` · ${line.sku}` : ""}
      </Text>
      {inspected && (
        <InlineStack gap="100">
          {line.acceptedQuantity > 0 && <Badge tone="success">{items.accepted(line.acceptedQuantity)}</Badge>}
          {line.rejectedQuantity > 0 && (
            <Badge tone="critical">{items.rejected(line.rejectedQuantity, line.rejectReason)}</Badge>
          )}
          {open > 0 && <Badge tone="attention">{items.notLooked(open)}</Badge>}
          {disposition && isPut && <Badge>{items.dispositions[disposition] ?? disposition}</Badge>}
        </InlineStack>
      )}
      <Text as="p">
        {items.wants}: {wants}
        {line.exchangeTitle ? ` · ${items.instead(line.exchangeTitle)}` : ""}
        {line.exchangePrice && (
          <>
            {" "}
            (<MoneyText money={line.exchangePrice} />)
          </>
        )}
      </Text>
      <Quiet>{`${words.items.reason}: ${words.reasons[line.reason] ?? line.reason}`}</Quiet>
      {line.answers.map(({ question, answer }) => (
        <Quiet key={question}>{items.answer(question, answer)}</Quiet>
      ))}
      {line.note && (
        <Quiet>
          <bdi>{line.note}</bdi>
        </Quiet>
      )}
    </>
  );
}

/** The sentences that say why the return is allowed, and what the shopper wrote. */
export function Why({ one, policyBy }: AdminReturnProps) {
  const { locale, timeZone } = useReader();
  const { policy } = returnWords;
  const { decision } = one;
  const shopify = decision.shopify ? policy.shopify[decision.shopify] : "";
  return (
    <Titled title={words.why}>
      <BlockStack gap="100">
        <Text as="p">{decisionSentence(one, locale)}</Text>
        {decision.grounds?.ruleName && <Text as="p">{policy.rule(decision.grounds.ruleName)}</Text>}
        {shopify && <Quiet>{shopify}</Quiet>}
        {decision.rule !== "shopify" && (
          <Quiet>
            <span suppressHydrationWarning>
              {policyBy?.publishedAt
                ? policy.version(policyBy.version, formatTime(policyBy.publishedAt, locale, timeZone))
                : policy.settings}
            </span>
          </Quiet>
        )}
      </BlockStack>
      <BlockStack gap="050">
        <Text as="h3" variant="headingSm">
          {words.who.note}
        </Text>
        {one.note ? (
          <div dir="auto" style={{ whiteSpace: "pre-line", overflowWrap: "anywhere" }}>
            {one.note}
          </div>
        ) : (
          <Quiet>{words.who.noNote}</Quiet>
        )}
      </BlockStack>
    </Titled>
  );
}

function decisionSentence({ decision }: ReturnDetail, locale: string): string {
  const { grounds, next, rule } = decision;
  if (!grounds) return rule === "shopify" ? words.decision.shopify : words.decision.review;
  const lastDay = formatCalendarDay(grounds.lastDay, locale);
  const window =
    grounds.countedFrom === "delivery"
      ? words.decision.delivery(grounds.windowDays, lastDay)
      : words.decision.shipping(grounds.windowDays, grounds.bufferDays, lastDay);
  return `${window} ${next === "approve" ? words.decision.auto : words.decision.review}`;
}

/** Who asks, and how they have bought and sent back so far. It is said here, and decides nothing. */
export function Who(props: AdminReturnProps) {
  const { one, plus, order, history, siblings } = props;
  const { who } = returnWords;
  const percent =
    history && history.orders > 0 ? `${Math.round((100 * history.returns) / history.orders)}%` : null;
  return (
    <Titled title={words.who.title}>
      {order?.redacted && <Quiet>{words.who.erased}</Quiet>}
      <BlockStack gap="100">
        <Text as="p" breakWord>
          <bdi>{order?.customerName ?? words.nobody}</bdi>
        </Text>
        {order?.email && <Quiet>{order.email}</Quiet>}
        {history && (
          <Text as="p">
            {who.history(history.orders, history.returns)} {percent && who.rate(percent)}
          </Text>
        )}
      </BlockStack>
      {plus.gift && <Quiet>{who.gift}</Quiet>}
      {plus.source === "shopify" && <Quiet>{who.shopify}</Quiet>}
      {plus.source === "staff" && <Quiet>{who.staff}</Quiet>}
      {order && (
        <Text as="p">
          <Link url={`/app/orders/${order.id}`}>{words.of(order.name)}</Link>
        </Text>
      )}
      {siblings.length > 0 && (
        <Text as="p">
          {who.together}{" "}
          {siblings.map((sibling) => (
            <span key={sibling.id}>
              <Link url={`/app/returns/${sibling.id}`}>{sibling.rma}</Link>{" "}
            </span>
          ))}
        </Text>
      )}
      <Quiet>
        {words.columns.asked} <DayText at={one.requestedAt} />
      </Quiet>
      {props.conversation}
    </Titled>
  );
}
