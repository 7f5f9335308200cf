import { z } from "zod";
import {
  type KnownPerson,
  NOTHING,
  type PastMessage,
  type PastPerson,
  type PastRecord,
} from "./past-message";
import { fileElsewhere, listOf, mailIdIn, moment, number, text, written } from "./ticket-parts";

const MOST_MESSAGES = 5_000;

const personSchema = z.object({ id: number.nullish(), email: text, name: text });
const messageSchema = z.object({
  id: number,
  ticket_id: number.nullish(),
  message_id: text,
  public: z.boolean().nullish(),
  from_agent: z.boolean().nullish(),
  channel: text,
  subject: text,
  body_text: text,
  body_html: text,
  created_datetime: moment,
  sent_datetime: moment,
  sender: personSchema.nullish().catch(null),
  receiver: personSchema.nullish().catch(null),
  attachments: listOf(z.object({ name: text, url: text }), 100),
});
const ticketSchema = z.object({
  id: number,
  subject: text,
  channel: text,
  customer: personSchema.nullish().catch(null),
  tags: listOf(z.object({ name: z.string() }), 50),
  messages: listOf(messageSchema, MOST_MESSAGES),
});
type Message = z.infer<typeof messageSchema>;
type About = { id: string; subject: string; person: PastPerson | null; tags: string[] };

/**
 * Reads a record of what the Gorgias API gives out: a ticket with its messages, a message (which names its ticket),
 * or a customer. Null for what is none of them. https://developers.gorgias.com/reference/ticket-messages
 */
export function readGorgiasRecord(json: Record<string, unknown>): PastRecord | null {
  if ("ticket_id" in json && ("body_text" in json || "body_html" in json)) {
    const message = messageSchema.safeParse(json);
    if (!message.success || !message.data.ticket_id) return null;
    const { ticket_id, subject, from_agent, sender, receiver } = message.data;
    const customer = from_agent ? receiver : sender;
    const about = { id: ticket_id, subject, person: customer ? personOf(customer) : null, tags: [] };
    return { ...NOTHING, messages: [messageOf(about, message.data)] };
  }
  if ("messages" in json || ("subject" in json && "customer" in json)) {
    const ticket = ticketSchema.safeParse(json);
    if (!ticket.success) return null;
    const { id, subject, customer, tags, messages } = ticket.data;
    const about = {
      id,
      subject,
      person: customer ? personOf(customer) : null,
      tags: tags.map(({ name }) => name),
    };
    return { ...NOTHING, messages: messages.map((one) => messageOf(about, one)) };
  }
  if (!("email" in json)) return null;
  const customer = personSchema.safeParse(json);
  return customer.success ? { ...NOTHING, people: knownOf(customer.data) } : null;
}

function messageOf(about: About, message: Message): PastMessage {
  const subject = about.subject || message.subject;
  const isNote = message.public === false || message.channel === "internal-note";
  return {
    ...written(subject, message.body_text, message.body_html),
    key: `gorgias message:${message.id}`,
    threads: [`gorgias ticket:${about.id}`],
    mailId: mailIdIn(message.message_id),
    at: message.sent_datetime ?? message.created_datetime,
    subject,
    author: message.sender ? personOf(message.sender) : null,
    isShop: isNote ? true : (message.from_agent ?? null),
    isNote,
    isBare: false,
    automatic: null,
    isDoubted: false,
    person: about.person,
    filesElsewhere: message.attachments.map(({ name, url }) => fileElsewhere(name, url)),
    ref: about.id,
    tags: about.tags,
    channel: message.channel === "chat" || message.channel === "contact_form" ? "storefront" : "email",
  };
}

/** Gorgias writes people out wherever it names them. */
const personOf = ({ email, name }: z.infer<typeof personSchema>): PastPerson => ({
  id: null,
  email: email.trim().toLowerCase() || null,
  name: name || null,
});

const knownOf = ({ id, email, name }: z.infer<typeof personSchema>): KnownPerson[] =>
  id ? [{ id, email: email.trim().toLowerCase() || null, name: name || null, isStaff: false }] : [];
