import { askForReturn, Page } from "./page";
import { mailTo, panel, StaffMember, until } from "./people";
import type { Stack } from "./stack";

/** An order brought to where each screen has something to show: delivered, returned, and written about. */
export type LivedDay = { orderUrl: string; returnPath: string; conversationPath: string; email: string };

/** Lives a day in a few calls, for pictures and browser tests. */
export async function liveDay(stack: Stack): Promise<LivedDay> {
  const shop = stack.store.shop();
  const staff = new StaffMember(stack, shop.domain);
  const storefront = `${stack.store.storefrontUrl(shop.domain)}/apps/aftercare`;
  for (const shopper of ["jordan", "noa", "haruto"])
    await panel(stack, "place-order", { shopper, cart: "single" });
  const order = await panel<{ id: string; name: string; email: string }>(stack, "place-order", {
    shopper: "ada",
    cart: "few",
  });
  await panel(stack, "ship", { order: order.id, carrier: "Royal Mail" });
  // by its number: mails of an earlier order of theirs say nothing of this one being known yet
  await mailTo(stack, order.email, new RegExp(`${order.name} is on its way`));
  await panel(stack, "deliver", { order: order.id });
  await mailTo(stack, order.email, new RegExp(`${order.name} has arrived`));
  const status = await (await Page.open(storefront)).send({ order: order.name, contact: order.email });
  const asked = await status.send({}, /code/i);
  const { text } = await mailTo(stack, order.email, /code/i);
  const everything = await asked.send({ code: /\b(\d{6})\b/.exec(text)?.[1] ?? "" });
  const form = await everything.follow(/Return items/);
  const box = form.document.querySelector<HTMLInputElement>('input[name^="pick-"]');
  if (!box) throw new Error("Nothing of the order can be returned");
  const asking = { [box.name]: box.value, [box.name.replace("pick-", "reason-")]: "too-small" };
  const done = await askForReturn(form, { ...asking, note: "Lovely, but a size too small." });
  const page = await done.follow(/^Order /);
  await page.send({ text: "Hello! Could I get the same shirt one size larger instead?" });
  const find = (path: string, match: RegExp) =>
    until(path, async () => {
      const document = await staff.open(path);
      return [...document.querySelectorAll("a[href]")]
        .map((a) => match.exec(a.getAttribute("href") ?? "")?.[0])
        .find(Boolean);
    });
  const returnPath = await find("/app/returns", /^\/app\/returns\/[0-9a-f-]{36}/);
  await staff.send(returnPath, { intent: "approve" });
  await mailTo(stack, order.email, /return label/);
  const conversationPath = await find("/app/inbox", /^\/app\/inbox\/[0-9a-f-]{36}/);
  return { orderUrl: page.url, returnPath, conversationPath, email: order.email };
}
