import { z } from "zod";
import { Refused } from "../store";

/** The demo's mailbox, read through MailDev's API. */
const address = z.object({ address: z.string(), name: z.string().optional() });

const mail = z.object({
  id: z.string(),
  time: z.string(),
  read: z.boolean(),
  subject: z.string().default(""),
  from: z.array(address).default([]),
  to: z.array(address).default([]),
  html: z.union([z.string(), z.literal(false)]).optional(),
  text: z.string().optional(),
  attachments: z
    .array(
      z.object({
        filename: z.string(),
        generatedFileName: z.string(),
        contentType: z.string(),
        size: z.number().optional(),
      }),
    )
    .default([]),
});

export type Mail = z.infer<typeof mail>;

const summary = z.object({
  id: z.string(),
  time: z.string(),
  read: z.boolean(),
  subject: z.string().default(""),
  from: z.array(address).default([]),
  to: z.array(address).default([]),
  attachmentCount: z.number().default(0),
  preview: z.string().default(""),
});

export type MailSummary = z.infer<typeof summary>;

export interface Mailbox {
  list(): Promise<MailSummary[]>;
  read(id: string): Promise<Mail>;
  attachment(id: string, file: string): Promise<Response>;
  source(id: string): Promise<string>;
  empty(): Promise<void>;
}

export function openMailbox(mailboxUrl: string | undefined): Mailbox {
  async function ask(path: string, init?: RequestInit): Promise<Response> {
    if (!mailboxUrl) throw new Refused("This store was opened without a mailbox", 503);
    const answer = await fetch(`${mailboxUrl}/api/email${path}`, {
      ...init,
      signal: AbortSignal.timeout(5_000),
    }).catch(() => {
      throw new Refused("The mailbox does not answer", 503);
    });
    if (!answer.ok)
      throw new Refused(answer.status === 404 ? "No such mail" : "The mailbox refused", answer.status);
    return answer;
  }
  return {
    async list() {
      const answer = await ask("/summary?limit=200&sort=desc");
      return z.object({ items: z.array(summary) }).parse(await answer.json()).items;
    },
    read: async (id) => mail.parse(await (await ask(`/${encodeURIComponent(id)}`)).json()),
    attachment: (id, file) => ask(`/${encodeURIComponent(id)}/attachment/${encodeURIComponent(file)}`),
    source: async (id) => (await ask(`/${encodeURIComponent(id)}/source`)).text(),
    empty: async () => void (await ask("/all", { method: "DELETE" })),
  };
}
