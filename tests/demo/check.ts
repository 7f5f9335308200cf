import { Page } from "./page";
import { askStore, type Letter, mailTo, panel, StaffMember, until } from "./people";
import type { Stack } from "./stack";

type Placed = { id: string; name: string; email: string };

/** The whole day, a line a step with its time. Answers whether every step went as it should. */
export async function check(stack: Stack): Promise<boolean> {
  const shop = stack.store.shop();
  const staff = new StaffMember(stack, shop.domain);
  const storefront = `${stack.store.storefrontUrl(shop.domain)}/apps/aftercare`;
  let order!: Placed;
  let page!: Page;
  let mail!: Letter;

  const steps: [string, () => Promise<void>][] = [
    [
      "an order is placed, and its confirmation accepted by the mail server",
      async () => {
        order = await panel<Placed>(stack, "place-order", { shopper: "ada", cart: "few" });
        mail = await mailTo(stack, order.email, /we have your order/);
        expect(mail.text.includes(order.name) && mail.html.includes(order.name), "the mail names the order");
        expect(/send it back within 30 days/.test(mail.text), "the mail says how returns work");
      },
    ],
    [
      "the shopper looks it up by number and postcode, and sees where it is",
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
        expect(wrongMail.status === wrongNumber.status, "the same status");
        expect(wrongMail.text === wrongNumber.text, "the same words");
      },
    ],
    [
      "a one-time code to the order's e-mail opens everything",
      async () => {
        page = await page.send({ t: field(page, "t") }, /code/i);
        const letter = await mailTo(stack, order.email, /code/i);
        const code = /\b(\d{6})\b/.exec(letter.text)?.[1];
        expect(code !== undefined, "the mail holds a code");
        page = await page.send({ code: code ?? "" });
        expect(page.text.includes(order.email), "the whole order is shown");
      },
    ],
    [
      "it is shipped and delivered; the page and two mails follow",
      async () => {
        await panel(stack, "ship", { order: order.id });
        await mailTo(stack, order.email, /on its way/);
        await panel(stack, "deliver", { order: order.id });
        await mailTo(stack, order.email, /has arrived/);
        page = await Page.open(page.url);
        expect(page.text.length > 0, "the page opens");
      },
    ],
  ];

  void mail;
  void askStore;
  void until;
  void staff;
  return runAll(steps);
}

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

const field = (page: Page, name: string) =>
  page.document.querySelector<HTMLInputElement>(`input[name="${name}"]`)?.value ?? "";
