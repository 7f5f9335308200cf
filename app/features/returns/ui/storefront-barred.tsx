import { withRegion } from "~/platform/i18n/locales";
import { Section } from "~/ui/storefront/page";
import { Items, Typed } from "~/ui/storefront/parts";
import { barText } from "../bar-text";
import type { ReturnableLine } from "../rules";
import { words } from "../words";
import type { ChoosableLine, Frame } from "./frame";

type Props = { frame: Frame; lines: ChoosableLine[]; returnable: ReturnableLine[]; windowDays: number };

/** What cannot come back, and kindly why. */
export function Barred({ frame, lines, returnable, windowDays }: Props) {
  const says = words(frame.locale).form;
  const region = withRegion(frame.locale, frame.timeZone);
  const barred = returnable.flatMap((line) => {
    const item = lines.find((one) => one.id === line.orderLineId);
    return item && line.bar ? [{ item, why: barText(line, line.bar, windowDays, frame.locale, region) }] : [];
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
