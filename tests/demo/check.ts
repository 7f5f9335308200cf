import { askForReturn, Page } from "./page";
import { askStore, type Letter, mailTo, panel, StaffMember, until } from "./people";
import type { Stack } from "./stack";

type Placed = { id: string; name: string; email: string };
type NativeReturn = { name: string; status: string; refunds: { nodes: { id: string }[] } };

/** The whole day, a line a step with its time. Answers whether every step went as it should. */
export async function check(stack: Stack): Promise<boolean> {
  const shop = stack.store.shop();
  const staff = new StaffMember(stack, shop.domain);
  const storefront = `${stack.store.storefrontUrl(shop.domain)}/apps/aftercare`;
  let order!: Placed;
  let page!: Page;
  /** the order's page with everything on it */
  let everything!: Page;
  let letter!: Letter;
  let returnPath = "";
  let conversationPath = "";

  const nativeReturns = async () => {
    const query = `query ($id: ID!) { order(id: $id) { returns(first: 5) { nodes { name status refunds(first: 5) { nodes { id } } } } } }`;
    const found = await askStore<{ order: { returns: { nodes: NativeReturn[] } } }>(stack, query, {
      id: order.id,
    });
    return found.order.returns.nodes;
  };

  return runAll([
    [
      "an order is placed, and its confirmation accepted by the mail server",
      async () => {
        order = await panel<Placed>(stack, "place-order", { shopper: "ada", cart: "few" });
        // by its number: the mail says that it is known here, which looking it up needs
        letter = await mailTo(stack, order.email, new RegExp(`we have your order ${order.name}`));
        expect(
          letter.text.includes(order.name) && letter.html.includes(order.name),
          "the mail names the order",
        );
        expect(/send it back within 30 days/.test(letter.text), "the mail says how returns work");
        expect(letter.text.includes(`${storefront}/order?t=`), "the mail links to the order");
      },
    ],
    [
      "the shopper looks it up by number and e-mail, and sees where it is",
      async () => {
        page = await (await Page.open(storefront)).send({ order: order.name, contact: order.email });
        expect(
          page.status === 200 && page.text.includes("We are preparing your order"),
          "the status is shown",
        );
        expect(!page.text.includes(order.email), "nothing personal is shown");
      },
    ],
    [
      "a wrong e-mail address gets the same answer as a wrong number",
      async () => {
        const form = await Page.open(storefront);
        const wrongMail = await form.send({ order: order.name, contact: "someone@else.example" });
        const wrongNumber = await form.send({ order: "#999999", contact: order.email });
        expect(wrongMail.status === wrongNumber.status, "the status is the same");
        expect(wrongMail.text === wrongNumber.text, "the words are the same");
      },
    ],
    [
      "a one-time code to the order's e-mail opens everything",
      async () => {
        page = await page.send({}, /code/i);
        const { text } = await mailTo(stack, order.email, /code/i);
        everything = await page.send({ code: /\b(\d{6})\b/.exec(text)?.[1] ?? "" });
        expect(everything.text.includes(order.email), "the whole order is shown");
      },
    ],
    [
      "it is shipped and delivered; the page and two mails follow",
      async () => {
        await panel(stack, "ship", { order: order.id, carrier: "Royal Mail" });
        await mailTo(stack, order.email, new RegExp(`${order.name} is on its way`));
        await panel(stack, "deliver", { order: order.id });
        await mailTo(stack, order.email, new RegExp(`${order.name} has arrived`));
        page = await Page.open(storefront);
        page = await page.send({ order: order.name, contact: order.email });
        expect(page.text.includes("Your order has been delivered"), "the page says delivered");
        expect(/Royal Mail/.test(page.text), "the page names the carrier");
      },
    ],
    [
      "the shopper asks for a return of two items",
      async () => {
        everything = await Page.open(`${storefront}/order?t=${everything.hidden("t")}`);
        page = await everything.follow(/Return items/);
        page = await askForReturn(page, chooseItems(page, 2));
        expect(page.status === 200, "the request is taken");
        await mailTo(stack, order.email, /return request/);
        await until("the return at Shopify", async () => (await nativeReturns())[0]?.status === "REQUESTED");
      },
    ],
    [
      "staff approve it; the label is made, mailed, and on Shopify's return",
      async () => {
        const list = await staff.open("/app/returns");
        returnPath = pathOf(list, /^\/app\/returns\/[0-9a-f-]{36}/);
        await staff.send(returnPath, { intent: "approve" });
        letter = await mailTo(stack, order.email, /return label/);
        expect(letter.attachments.length === 3, "the label is attached in three sizes");
        for (const { contentType } of letter.attachments)
          expect(contentType === "application/pdf", "each is a PDF");
        await until("the label at Shopify", () => labelAtShopify(stack, order));
      },
    ],
    [
      "the shopper writes; staff answer; the shopper's mail reply joins the conversation",
      async () => {
        everything = await page.follow(/^Order /);
        page = await everything.send({ text: "Is the parcel insured on its way back?" });
        expect(page.text.includes("We have your message"), "the message is taken");
        await mailTo(stack, order.email, /^Re: Your message/, /a person answers it by/);
        conversationPath = pathOf(await staff.open("/app/inbox"), /^\/app\/inbox\/[0-9a-f-]{36}/);
        const open = await staff.open(conversationPath);
        await staff.send(conversationPath, {
          intent: "reply",
          text: "Yes, up to the value of your order.",
          requestKey: value(open, "requestKey"),
          seen: value(open, "seen"),
        });
        // it waits a moment, in which staff may take it back
        const answer = await mailTo(stack, order.email, /^Re: Your message/, /up to the value/);
        await panel(stack, "reply", { id: answer.id, text: "Wonderful, thank you!" });
        await until("the reply in the conversation", async () =>
          (await staff.open(conversationPath)).body.textContent?.includes("Wonderful, thank you!"),
        );
      },
    ],
    [
      "staff mark the parcel received and refund; Shopify shows it processed and closed",
      async () => {
        const table = `/app/returns/receive?return=${returnPath.split("/").at(-1)}`;
        const things = [...(await staff.open(table)).querySelectorAll('output[name^="accepted-"]')];
        expect(things.length === 2, "both items are on the receiving table");
        await staff.send(table, {
          return: returnPath.split("/").at(-1) ?? "",
          inspection: JSON.stringify({ lines: things.map(allFine), strays: [] }),
        });
        const amount = /Refund £([\d,]+\.\d\d)/.exec(
          (await staff.open(returnPath)).body.textContent ?? "",
        )?.[1];
        expect(amount !== undefined, "the refund's amount is shown before it is paid");
        const minor = (amount ?? "").replace(/[.,]/g, "");
        await staff.send(returnPath, { intent: "refund", amount: minor, restock: "on" });
        letter = await mailTo(stack, order.email, /refund/);
        expect(letter.text.includes(amount ?? "?"), "the mail names the same amount");
        await until("the return closed at Shopify", async () => {
          const [native] = await nativeReturns();
          return native?.status === "CLOSED" && native.refunds.nodes.length === 1;
        });
      },
    ],
    [
      "every mail went out once",
      async () => {
        const mails = (await (await fetch(`${stack.mailboxUrl}/api/email`)).json()) as Letter[];
        const mine = mails.filter((mail) => mail.to.some((to) => to.address === order.email));
        // mails of one conversation share their subject, and no two say the same
        const said = new Set(mine.map(({ subject, text }) => `${subject}\n${text}`));
        const subjects = mine.map(({ subject }) => subject);
        expect(said.size === mine.length, `no mail came twice: ${subjects.join(" | ")}`);
      },
    ],
  ]);
}

/** What staff say of one thing on the receiving table: it came, and goes back on the shelf. */
const allFine = (shown: Element) => ({
  lineId: shown.getAttribute("name")?.replace("accepted-", ""),
  received: 1,
  accepted: 1,
  rejected: 0,
  rejectReason: null,
  disposition: "restock",
  locationId: null,
});

function chooseItems(page: Page, count: number): Record<string, string> {
  const boxes = [...page.document.querySelectorAll<HTMLInputElement>('input[name^="pick-"]')].slice(0, count);
  expect(boxes.length === count, `${count} items can be returned`);
  return Object.fromEntries(
    boxes.flatMap((box) => [
      [box.name, box.value],
      [box.name.replace("pick-", "reason-"), "too-small"],
    ]),
  );
}

async function labelAtShopify(stack: Stack, order: Placed): Promise<boolean> {
  const query = `query ($id: ID!) { order(id: $id) { returns(first: 1) { nodes { reverseFulfillmentOrders(first: 5) { nodes {
    reverseDeliveries(first: 1) { nodes { deliverable { ... on ReverseDeliveryShippingDeliverable { label { publicFileUrl } } } } } } } } } } }`;
  return JSON.stringify(await askStore(stack, query, { id: order.id })).includes('publicFileUrl":"https://');
}

/** The first link of a page whose path fits. */
function pathOf(document: Document, match: RegExp): string {
  for (const link of document.querySelectorAll("a[href]")) {
    const path = match.exec(link.getAttribute("href") ?? "")?.[0];
    if (path) return path;
  }
  throw new Error(`No link like ${match}: ${document.body.textContent?.slice(0, 300)}`);
}

const value = (document: Document, name: string) =>
  document.querySelector<HTMLInputElement>(`input[name="${name}"]`)?.value ?? "";

async function runAll(steps: [string, () => Promise<void>][]): Promise<boolean> {
  for (const [title, step] of steps) {
    const startedAt = performance.now();
    try {
      await step();
      console.log(`ok    ${String(Math.round(performance.now() - startedAt)).padStart(6)} ms  ${title}`);
    } catch (error) {
      console.log(`FAILED ${title}\n       ${(error as Error).message}`);
      return false;
    }
  }
  console.log(`${steps.length} passed, 0 failed`);
  return true;
}

function expect(holds: boolean, what: string): asserts holds {
  if (!holds) throw new Error(`It should be so that ${what}`);
}
