import { z } from "zod";
import {
  type KnownPerson,
  NOTHING,
  type PastMessage,
  type PastPerson,
  type PastRecord,
} from "./past-message";
import { fileElsewhere, listOf, mailIdIn, moment, number, text, written } from "./ticket-parts";

const MOST_COMMENTS = 5_000;

const userSchema = z.object({ id: number, email: text, name: text, role: text });
const attachmentSchema = z.object({ file_name: text, content_url: text });
const commentSchema = z.object({
  id: number,
  author_id: number.nullish(),
  body: text,
  plain_body: text,
  html_body: text,
  public: z.boolean().nullish(),
  created_at: moment,
  attachments: listOf(attachmentSchema, 100),
  metadata: z
    .object({ system: z.object({ message_id: text }).nullish() })
    .nullish()
    .catch(null),
});
const person = userSchema.nullish().catch(null);
const ticketSchema = z.object({
  id: number,
  subject: text,
  raw_subject: text,
  description: text,
  created_at: moment,
  requester_id: number.nullish(),
  assignee_id: number.nullish(),
  requester: person,
  submitter: person,
  assignee: person,
  collaborator: listOf(userSchema, 200),
  via: z
    .object({ channel: z.union([z.string(), z.number()]).nullish() })
    .nullish()
    .catch(null),
  tags: listOf(z.string(), 50),
  comments: listOf(commentSchema, MOST_COMMENTS),
});
type Ticket = z.infer<typeof ticketSchema>;
type Comment = z.infer<typeof commentSchema>;

/**
 * Reads a record of a Zendesk export: a ticket with its comments, as the JSON export and the Tickets API write it, or
 * a user. Users may stand in a file of their own, or inside tickets. Null for what is neither.
 * https://developer.zendesk.com/api-reference/ticketing/tickets/ticket_comments/
 */
export function readZendeskRecord(json: Record<string, unknown>): PastRecord | null {
  if ("role" in json && "email" in json) {
    const user = userSchema.safeParse(json);
    return user.success ? { ...NOTHING, people: [known(user.data)] } : null;
  }
  if (!("subject" in json) && !("comments" in json)) return null;
  const ticket = ticketSchema.safeParse(json);
  if (!ticket.success) return null;
  const { requester, submitter, assignee, collaborator } = ticket.data;
  const people = [requester, submitter, assignee, ...collaborator].flatMap((one) =>
    one ? [known(one)] : [],
  );
  return { ...NOTHING, people, messages: messagesOf(ticket.data) };
}

const known = ({ id, email, name, role }: z.infer<typeof userSchema>): KnownPerson => ({
  id,
  email: email.trim().toLowerCase() || null,
  name: name || null,
  isStaff: role === "agent" || role === "admin",
});

function messagesOf(ticket: Ticket): PastMessage[] {
  const subject = ticket.subject || ticket.raw_subject;
  const requesterId = ticket.requester?.id ?? ticket.requester_id ?? null;
  const person: PastPerson | null = requesterId ? named(requesterId) : null;
  const common = {
    threads: [`zendesk ticket:${ticket.id}`],
    subject,
    person,
    automatic: null,
    isDoubted: false,
    ref: ticket.id,
    tags: ticket.tags,
    channel: channelOf(ticket),
  };
  const comments = ticket.comments.length > 0 ? ticket.comments : [descriptionOf(ticket)];
  return comments.map((comment) => {
    const authorId = comment.author_id ?? null;
    const isNote = comment.public === false;
    return {
      ...common,
      ...written(subject, comment.plain_body || comment.body, comment.html_body),
      key: `zendesk comment:${ticket.id}:${comment.id}`,
      mailId: mailIdIn(comment.metadata?.system?.message_id ?? ""),
      at: comment.created_at ?? ticket.created_at,
      author: authorId ? named(authorId) : null,
      isShop: isNote ? true : authorId !== null && authorId === requesterId ? false : null,
      isNote,
      // Without comments and description all that is known is that there was a ticket.
      isBare: ticket.comments.length === 0 && ticket.description.trim() === "",
      filesElsewhere: comment.attachments.map((one) => fileElsewhere(one.file_name, one.content_url)),
    };
  });
}

/** A ticket exported without comments has at least its first one, as its description. */
const descriptionOf = (ticket: Ticket): Comment => ({
  id: "0",
  author_id: ticket.requester?.id ?? ticket.requester_id ?? null,
  body: ticket.description,
  plain_body: "",
  html_body: "",
  public: true,
  created_at: ticket.created_at,
  attachments: [],
  metadata: null,
});

const named = (id: string): PastPerson => ({ id, email: null, name: null });

const channelOf = ({ via }: Ticket): PastMessage["channel"] => {
  const channel = String(via?.channel ?? "email");
  return channel === "web" || channel === "web_widget" || channel === "chat" ? "storefront" : "email";
};
