import { BlockStack, Button, Card, InlineStack, ProgressBar, Text } from "@shopify/polaris";
import type { ReactNode } from "react";
import type { FormComponent } from "~/ui/admin/search-form";
import { DayText } from "~/ui/admin/text";
import { staffWords } from "../words/staff";

const words = staffWords.backfill;

type Shown = {
  state: "starting" | "waiting" | "reading" | "done";
  since: Date;
  taken: number;
  total: number | null;
};

/** How far the orders from before the installation have been read; with `children`, what can be done about it. */
export function AdminBackfill({ backfill, children }: { backfill: Shown | null; children?: ReactNode }) {
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          {words.title}
        </Text>
        {backfill ? <Progress {...backfill} /> : <Text as="p">{words.never}</Text>}
        {children}
      </BlockStack>
    </Card>
  );
}

function Progress({ state, since, taken, total }: Shown) {
  const known = total !== null && total > 0;
  return (
    <BlockStack gap="200">
      {state !== "done" && (
        <ProgressBar
          size="small"
          progress={known ? Math.min(100, Math.round((100 * taken) / total)) : 0}
          ariaLabelledBy="backfill-says"
        />
      )}
      <div id="backfill-says" aria-live="polite">
        <Text as="p" tone="subdued">
          {state === "done" ? words.done(taken) : known ? words.reading(taken, total) : words.waiting(taken)}{" "}
          {words.since} <DayText at={since} />
        </Text>
      </div>
    </BlockStack>
  );
}

/** How far back staff may have orders read, in days. */
export const FURTHER_BACK = [60, 180, 365, 730] as const;

export const FurtherBack = ({ Form, busy }: { Form: FormComponent; busy: boolean }) => (
  <InlineStack gap="200" blockAlign="center">
    <Text as="span">{words.further}</Text>
    {FURTHER_BACK.map((days) => (
      <Form key={days} method="post">
        <input type="hidden" name="do" value="backfill" />
        <input type="hidden" name="days" value={days} />
        <Button submit disabled={busy}>
          {words.days(days)}
        </Button>
      </Form>
    ))}
  </InlineStack>
);
