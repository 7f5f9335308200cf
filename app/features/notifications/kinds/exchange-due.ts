import { z } from "zod";
import { formatCalendarDay } from "~/values/calendar";
import { paragraph, returnStep } from "../return-step";

/** What the reminder's fact says. */
const due = z.object({ day: z.iso.date().nullable().catch(null), invoice: z.boolean().catch(false) });

/** An exchange was sent before its parcel came: by when it is to be handed in, and what follows if it is not. */
export const exchangeDue = returnStep({
  key: "exchangeDue",
  fact: "return.exchangeReminder",
  harm: "much",
  items: "toSend",
  attachLabels: true,
  varies: "text",
  sample: { day: "2026-12-01", invoice: true },
  say({ words, order, data, locale }) {
    const { day, invoice } = due.parse(data);
    const says = words.news.exchangeDue;
    const text = day ? says.text(formatCalendarDay(day, locale)) : says.title;
    return {
      subject: (rma, shop) => words.about(shop, says.title, rma || order.name),
      preview: text,
      title: says.title,
      blocks: [paragraph(text), ...(invoice ? [paragraph(says.invoice)] : [])],
    };
  },
});
