import { JSDOM } from "jsdom";

/** A page as a shopper without JavaScript has it: text to read, links to follow, forms to send. */
export class Page {
  readonly #dom: JSDOM;

  private constructor(
    readonly url: string,
    readonly status: number,
    html: string,
  ) {
    this.#dom = new JSDOM(html, { url });
  }

  static async open(url: string, init: RequestInit = {}): Promise<Page> {
    const answer = await fetch(url, { redirect: "follow", ...init });
    return new Page(answer.url || url, answer.status, await answer.text());
  }

  get document(): Document {
    return this.#dom.window.document;
  }

  /** All that is written in the page's main part, spaces folded. */
  get text(): string {
    return (
      (this.document.querySelector("main") ?? this.document.body).textContent?.replace(/\s+/g, " ") ?? ""
    );
  }

  /** The address of the link whose text or address matches. */
  link(match: RegExp): string {
    for (const link of this.document.querySelectorAll<HTMLAnchorElement>("a[href]"))
      if (match.test(link.textContent ?? "") || match.test(link.getAttribute("href") ?? "")) return link.href;
    throw new Error(`No link like ${match} on ${new URL(this.url).pathname}: ${this.text.slice(0, 300)}`);
  }

  /** The value a form of the page carries along unseen. */
  hidden(name: string): string {
    const fields = this.document.querySelectorAll<HTMLInputElement>(`input[type="hidden"][name="${name}"]`);
    return fields[0]?.value ?? "";
  }

  follow(match: RegExp): Promise<Page> {
    return Page.open(this.link(match));
  }

  /** Fills in the form that has all these fields and sends it, as a browser would. */
  async send(fields: Record<string, string>, button?: RegExp): Promise<Page> {
    const form = this.#formWith(Object.keys(fields), button);
    for (const [name, value] of Object.entries(fields)) fill(form, name, value);
    const data = new this.#dom.window.FormData(form);
    const pressed = button ? buttonOf(form, button) : form.querySelector<HTMLButtonElement>("button[name]");
    if (pressed?.name) data.set(pressed.name, pressed.value);
    const body = new URLSearchParams();
    for (const [name, value] of data) if (typeof value === "string") body.append(name, value);
    const target = pressed?.getAttribute("formaction") ? pressed.formAction : form.action;
    if (form.method === "get") return Page.open(`${target.split("?")[0]}?${body}`);
    return Page.open(target, { method: "POST", body });
  }

  #formWith(names: string[], button?: RegExp): HTMLFormElement {
    for (const form of this.document.forms) {
      const has = names.every((name) => form.elements.namedItem(name) !== null);
      if (has && (!button || buttonOf(form, button))) return form;
    }
    const there = [...this.document.forms].map((form) =>
      [...form.elements].map((one) => one.getAttribute("name")).join(),
    );
    throw new Error(
      `No form with ${names.join()} on ${new URL(this.url).pathname} (${there.join(" | ")}): ${this.text.slice(0, 300)}`,
    );
  }
}

/** Asks for a return: fills in the first step, and goes on as the form suggests until it is sent. */
export async function askForReturn(form: Page, chosen: Record<string, string>): Promise<Page> {
  let page = await form.send(chosen);
  for (let step = 0; step < 5 && page.document.querySelector('button[name="go"]'); step++) {
    page = await page.send({ requestKey: page.hidden("requestKey") });
  }
  return page;
}

const buttonOf = (form: HTMLFormElement, match: RegExp) =>
  [...form.querySelectorAll("button")].find((one) => match.test(one.textContent ?? "")) ?? null;

function fill(form: HTMLFormElement, name: string, value: string) {
  for (const field of form.querySelectorAll<HTMLInputElement>(`[name="${name}"]`)) {
    if (field.type === "checkbox" || field.type === "radio") field.checked = field.value === value;
    else field.value = value;
  }
}
