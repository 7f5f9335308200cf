/** @jsxImportSource preact */
import type { Conversation, Page } from "./ask";
import { type FormProps, MessageForm } from "./message-form";

type ThreadsProps = Omit<FormProps, "conversationId"> & {
  /** the one that was written in last */
  openId: string | null;
  /** the one whose form was not taken */
  triedId: string | null;
};

/** The customer's conversations, the latest first: what was written, and the form to write again. */
export const Threads = ({ openId, triedId, problems, ...form }: ThreadsProps) => (
  <s-section heading={form.page.says.threads}>
    <s-stack gap="base">
      {form.page.conversations.map((one) => (
        <s-details key={one.id} {...(one.id === openId ? { open: true } : {})}>
          <s-summary>
            {one.subject} · {one.at}
          </s-summary>
          <s-stack gap="base">
            <Messages conversation={one} page={form.page} />
            <s-heading>{form.page.says.again}</s-heading>
            <MessageForm
              // what was sent is no longer in the form
              key={one.messages.at(-1)?.id}
              {...form}
              conversationId={one.id}
              problems={one.id === triedId ? problems : []}
            />
          </s-stack>
        </s-details>
      ))}
    </s-stack>
  </s-section>
);

const Messages = ({ conversation, page }: { conversation: Conversation; page: Page }) => (
  <s-stack gap="base">
    {conversation.messages.map((message) => (
      <s-stack key={message.id} gap="small-200">
        <s-text color="subdued">
          {message.who} · {message.at}
        </s-text>
        {message.text.split("\n").map((line, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a message's lines never change
          <s-paragraph key={at}>{line}</s-paragraph>
        ))}
        {message.files.map(({ name, href }) => (
          <s-link key={href} href={href} target="_blank">
            {name}
          </s-link>
        ))}
        {message.photos.length > 0 && (
          <s-stack direction="inline" gap="base">
            {message.photos.map((src, at) => (
              <s-product-thumbnail key={src} src={src} alt={page.says.photoAlts[at] ?? ""} />
            ))}
          </s-stack>
        )}
      </s-stack>
    ))}
    {conversation.isSettled && <s-text color="subdued">{page.says.settled}</s-text>}
  </s-stack>
);
