import { BlockStack, Box, Button, Card, InlineStack, Link, Select, TextField } from "@shopify/polaris";
import { useState } from "react";
import { EmptyState } from "~/ui/admin/empty-state";
import { Page } from "~/ui/admin/page";
import { Pager } from "~/ui/admin/pager";
import type { FormComponent } from "~/ui/admin/search-form";
import { Table } from "~/ui/admin/table";
import { TimeText } from "~/ui/admin/text";
import type { ReadThing } from "../reading";
import type { Reader, ReadingRow } from "../readings-store.server";
import { readingWords as words } from "../words/readings-staff";

type Props = {
  readings: ReadingRow[];
  readers: Reader[];
  staff: string;
  of: string;
  previous: string | null;
  next: string | null;
  Form: FormComponent;
  onExport(): void;
};

/** Who of the staff looked at what, and when. */
export function ReadingsPage(props: Props) {
  const { readings, of, previous, next, onExport } = props;
  const { columns } = words;
  return (
    <Page
      title={words.title}
      subtitle={words.lead}
      back={{ label: words.back, url: "/app/privacy" }}
      secondary={[{ label: words.exportCsv, onAction: onExport, disabled: readings.length === 0 }]}
    >
      <Card padding="0">
        <Box padding="400">
          <Filter key={`${props.staff} ${of}`} {...props} />
        </Box>
        {readings.length === 0 ? (
          <EmptyState {...words.none} />
        ) : (
          <Table
            label={words.title}
            headings={[
              { title: columns.person },
              { title: columns.thing },
              { title: columns.id, named: true },
              { title: columns.screen, named: true },
              { title: columns.at },
            ]}
            rows={readings.map((one) => ({
              id: one.id,
              cells: [
                one.staffName,
                words.things[one.thing] ?? one.thing,
                <Which key="which" thing={one.thing} id={one.thingId} isOnly={of !== ""} />,
                words.screens[one.screen] ?? one.screen,
                <TimeText key="at" at={one.at} />,
              ],
            }))}
          />
        )}
        <Pager previous={previous} next={next} />
      </Card>
    </Page>
  );
}

/** Where a thing can be opened. One that was erased is not there any more, and its page says so. */
const PAGES: Partial<Record<ReadThing, string>> = {
  conversation: "/app/inbox/",
  order: "/app/orders/",
  return: "/app/returns/",
};

function Which({ thing, id, isOnly }: { thing: ReadThing; id: string; isOnly: boolean }) {
  const page = PAGES[thing];
  if (id === "") return null;
  return (
    <InlineStack gap="200">
      {page ? <Link url={`${page}${id}`}>{id}</Link> : <span>{id}</span>}
      {!isOnly && (
        <Link url={`/app/privacy/readings?of=${id}`} accessibilityLabel={words.onlyOf(id)}>
          {words.only}
        </Link>
      )}
    </InlineStack>
  );
}

function Filter({ readers, Form, ...given }: Props) {
  const [staff, setStaff] = useState(given.staff);
  const [of, setOf] = useState(given.of);
  const isFiltered = given.staff !== "" || given.of !== "";
  return (
    <Form method="get">
      <BlockStack gap="300">
        <Select
          label={words.person}
          name="staff"
          options={[
            { value: "", label: words.everybody },
            ...readers.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          value={staff}
          onChange={setStaff}
        />
        <TextField
          label={words.of}
          helpText={words.ofHelp}
          name="of"
          value={of}
          autoComplete="off"
          maxLength={64}
          onChange={setOf}
        />
        <InlineStack gap="200">
          <Button submit>{words.show}</Button>
          {isFiltered && <Button url="/app/privacy/readings">{words.all}</Button>}
        </InlineStack>
      </BlockStack>
    </Form>
  );
}
