import { Section } from "~/ui/storefront/page";
import { Items, Typed } from "~/ui/storefront/parts";
import { formatCalendarDay } from "~/values/calendar";
import type { LineBar, ReturnableLine } from "../rules";
import { words } from "../words";
import type { ChoosableLine, Frame } from "./frame";

type Props = { frame: Frame; lines: ChoosableLine[]; returnable: ReturnableLine[]; windowDays: number };

/** What cannot come back, and kindly why. */
export function Barred({ frame, lines, returnable, windowDays }: Props) {
  const says = words(frame.locale).form;
  const barred = returnable.flatMap((line) => {
    const item = lines.find((one) => one.id === line.orderLineId);
    return item && line.bar ? [{ item, why: whyNot(line, line.bar, windowDays, frame.locale) }] : [];
  });
  if (barred.length === 0) return null;
  return (
    <Section id="aftercare-barred" title={says.cannot} card>
      <Items
        items={barred.map(({ item, why }) => ({
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
              <div>{why}</div>
            </>
          ),
        }))}
      />
    </Section>
  );
}

function whyNot(line: ReturnableLine, bar: LineBar, windowDays: number, locale: Frame["locale"]): string {
  const says = words(locale).form.bars;
  switch (bar) {
    case "returns.giftCard":
      return says.giftCard;
    case "returns.finalSale":
      return says.finalSale;
    case "returns.notDelivered":
      return says.notDelivered;
    case "returns.alreadyReturned":
      return says.alreadyReturned;
    case "returns.excluded":
      return says.excluded;
    case "returns.shopifyBars":
      return says.shopifyBars;
    case "returns.windowClosed":
      return windowDays > 0 && line.grounds
        ? says.windowClosed(formatCalendarDay(line.grounds.lastDay, locale))
        : says.noReturns;
  }
}
