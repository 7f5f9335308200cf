import { Banner, BlockStack, Button, InlineStack, Link, Text } from "@shopify/polaris";
import type { ReactNode } from "react";
import type { FormComponent } from "~/ui/admin/search-form";
import type { ConversationView } from "../staff-queries.server";
import { ticketName } from "../threading";
import { staffWords } from "../words/staff";

const words = staffWords.page;

type Props = { conversation: ConversationView; mayAct: boolean; busy: boolean; Form: FormComponent };

/** What this conversation was merged into, what was merged into it, and what it may belong to. */
export function AdminMerging(props: Props) {
  const { mergedIntoId, merged, suggested } = props.conversation;
  if (!mergedIntoId && !suggested && merged.length === 0) return null;
  return (
    <BlockStack gap="200">
      {mergedIntoId && (
        <Banner>
          <Text as="p">
            {words.merged.into} <Link url={`/app/inbox/${mergedIntoId}`}>{words.merged.open}</Link>
          </Text>
        </Banner>
      )}
      {mergedIntoId && props.mayAct && <Separate {...props} mergedId={props.conversation.id} />}
      {!mergedIntoId && <Suggestion {...props} />}
      {merged.map(({ id, number, email }) => (
        <InlineStack key={id} gap="300" blockAlign="center">
          <Text as="p" tone="subdued" breakWord>
            {words.merged.with(number === null ? "" : ticketName(number), email)}
          </Text>
          {props.mayAct && <Separate {...props} mergedId={id} />}
        </InlineStack>
      ))}
    </BlockStack>
  );
}

function Suggestion(props: Props) {
  const { suggested } = props.conversation;
  if (!suggested) return null;
  const isSplit = suggested.by === "split";
  const why = suggested.by === "ticketNumber" ? words.suggested.ticketNumber : words.suggested.orderName;
  return (
    <Banner title={isSplit ? words.suggested.splitTitle : words.suggested.title}>
      <BlockStack gap="200">
        <Text as="p">
          {isSplit ? words.suggested.split : why(suggested.name ?? suggested.email, suggested.subject)}
        </Text>
        <InlineStack gap="300" blockAlign="center">
          {props.mayAct && (
            <Act {...props} intent="merge" field={{ name: "intoId", value: suggested.id }}>
              {words.suggested.merge}
            </Act>
          )}
          <Link url={`/app/inbox/${suggested.id}`}>{words.suggested.look}</Link>
        </InlineStack>
      </BlockStack>
    </Banner>
  );
}

const Separate = ({ mergedId, ...props }: Props & { mergedId: string }) => (
  <Act {...props} intent="separate" field={{ name: "mergedId", value: mergedId }}>
    {words.merged.separate}
  </Act>
);

type ActProps = Props & { intent: string; field: { name: string; value: string }; children: ReactNode };

const Act = ({ intent, field, busy, Form, children }: ActProps) => (
  <Form method="post">
    <input type="hidden" name="intent" value={intent} />
    <input type="hidden" {...field} />
    <Button submit disabled={busy}>
      {children as string}
    </Button>
  </Form>
);
