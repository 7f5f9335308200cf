import { Badge, Banner, BlockStack, Box, Button, Card, InlineStack, Text } from "@shopify/polaris";
import { useEffect, useRef } from "react";
import { PlainAppLink } from "~/ui/admin/link";
import { Page } from "~/ui/admin/page";
import { useReader } from "~/ui/admin/reader";
import type { FormComponent } from "~/ui/admin/search-form";
import { StatusBadge } from "~/ui/admin/status-badge";
import { type ExpectedParcel, MOST_COUNTED, PARCEL_LISTS, type ParcelList, type Parcels } from "../parcels";
import { staffWords } from "../words/staff";
import { receiveWords as words } from "../words/staff-receive";
import { AdminInspect, type InspectProps } from "./admin-inspect";
import { Titled } from "./admin-return-cards";

export type AdminReceiveProps = {
  /** what was scanned last */
  scanned: string;
  /** the returns it may mean, when it is not clear */
  choices: { id: string; rma: string; state: string; orderName: string }[];
  /** the return on the table; null: the lists are shown */
  inspect: InspectProps | null;
  parcels: Parcels | null;
  journeyDays: number;
  /** what became of the last one, said before the next */
  done: { text: string; problem: boolean } | null;
  mayReturns: boolean;
  busy: boolean;
  Form: FormComponent;
};

/** The receiving table: scan, look inside, count, next. Made for a phone or a hand scanner. */
export function AdminReceive(props: AdminReceiveProps) {
  const { inspect, done, scanned, choices, mayReturns } = props;
  return (
    <Page title={words.title} back={{ label: words.back, url: "/app/returns" }} width="narrow">
      <BlockStack gap="400">
        {!mayReturns && (
          <Banner tone="warning">
            <p>{staffWords.forbidden.returns}</p>
          </Banner>
        )}
        <div aria-live="polite">
          {done && (
            <Banner tone={done.problem ? "warning" : "success"}>
              <p>
                {done.text} {words.done.next}
              </p>
            </Banner>
          )}
        </div>
        <ScanBox {...props} />
        {inspect && <AdminInspect key={inspect.one.id} {...inspect} />}
        {!inspect && choices.length > 0 && <Choices choices={choices} />}
        {!inspect && scanned && choices.length === 0 && (
          <Banner tone="warning">
            <p role="alert">{words.notFound(scanned)}</p>
          </Banner>
        )}
        {!inspect && <Lists {...props} />}
      </BlockStack>
    </Page>
  );
}

/**
 * The box that scanners write into. They type like a keyboard and end with Enter, so whatever is typed while
 * no other field has the focus goes here. A plain input: it must be there before any script runs.
 */
function ScanBox({ Form, inspect, busy }: AdminReceiveProps) {
  const box = useRef<HTMLInputElement>(null);
  const onTable = inspect?.one.id ?? null;
  useEffect(() => {
    if (box.current) box.current.value = "";
    if (!onTable) box.current?.focus();
  }, [onTable]);
  useEffect(() => {
    const follow = (event: KeyboardEvent) => {
      const at = document.activeElement;
      const elsewhere = at instanceof HTMLElement && at.matches("input, textarea, select, [contenteditable]");
      if (elsewhere || event.key.length !== 1 || event.ctrlKey || event.metaKey || event.altKey) return;
      // a space presses the button that has the focus
      if (event.key === " ") return;
      box.current?.focus();
    };
    addEventListener("keydown", follow);
    return () => removeEventListener("keydown", follow);
  }, []);
  return (
    <Card>
      <Form method="get" action="/app/returns/receive" className="admin-scan">
        <label htmlFor="scan">{words.scan.label}</label>
        <div className="admin-scan__row">
          <input
            ref={box}
            id="scan"
            name="q"
            type="text"
            placeholder={words.scan.placeholder}
            maxLength={400}
            autoComplete="off"
            autoCapitalize="characters"
            autoCorrect="off"
            spellCheck={false}
            enterKeyHint="search"
            aria-describedby="scan-hint"
            onKeyDown={(event) => {
              if (event.key !== "Enter") return;
              // what is scanned next takes the place of this, found or not
              event.currentTarget.select();
              if (inspect?.onCode.current?.(event.currentTarget.value)) {
                event.preventDefault();
                event.currentTarget.value = "";
              }
            }}
          />
          <Button submit variant="primary" size="large" loading={busy}>
            {words.scan.button}
          </Button>
        </div>
        <Text as="p" tone="subdued" variant="bodySm" id="scan-hint">
          {words.scan.hint}
        </Text>
      </Form>
    </Card>
  );
}

const Choices = ({ choices }: Pick<AdminReceiveProps, "choices">) => (
  <Titled title={words.several}>
    <ul className="admin-plain-list">
      {choices.map((one) => (
        <li key={one.id}>
          <PlainAppLink url={`/app/returns/receive?return=${one.id}`} className="admin-todo">
            <span className="admin-todo__what">
              {one.rma} · {one.orderName}
            </span>
            <StatusBadge state={one.state} map={staffWords.states} />
          </PlainAppLink>
        </li>
      ))}
    </ul>
  </Titled>
);

function Lists({ parcels, journeyDays }: AdminReceiveProps) {
  if (!parcels) return null;
  return (
    <>
      {PARCEL_LISTS.map((list) => (
        <List key={list} list={list} {...parcels[list]} />
      ))}
      <Box paddingInline={{ xs: "400", sm: "0" }}>
        <Text as="p" tone="subdued" variant="bodySm">
          {words.lists.explain(journeyDays)}
        </Text>
      </Box>
    </>
  );
}

function List({ list, parcels, count }: { list: ParcelList; parcels: ExpectedParcel[]; count: number }) {
  const more = count - parcels.length;
  return (
    <Card>
      <BlockStack gap="200">
        <InlineStack align="space-between">
          <Text as="h2" variant="headingMd">
            {words.lists[list]}
          </Text>
          <Badge tone={list === "late" && count > 0 ? "warning" : "info"}>
            {count > MOST_COUNTED ? `${MOST_COUNTED}+` : String(count)}
          </Badge>
        </InlineStack>
        {parcels.length === 0 ? (
          <Text as="p" tone="subdued">
            {words.lists.none}
          </Text>
        ) : (
          <ul className="admin-plain-list">
            {parcels.map((one) => (
              <Parcel key={one.id} one={one} late={list === "late"} />
            ))}
          </ul>
        )}
        {more > 0 && (
          <Text as="p" tone="subdued">
            {words.lists.more(more)}
          </Text>
        )}
      </BlockStack>
    </Card>
  );
}

function Parcel({ one, late }: { one: ExpectedParcel; late: boolean }) {
  const { locale, timeZone } = useReader();
  const day = (at: Date) => new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeZone }).format(at);
  return (
    <li>
      <PlainAppLink url={`/app/returns/receive?return=${one.id}`} className="admin-todo">
        <span className="admin-todo__what">
          {one.rma} · {one.orderName}
          <br />
          <Text as="span" tone="subdued" fontWeight="regular">
            {words.expected(one.things)}
            {late && one.expectedAt ? ` · ${day(one.expectedAt)}` : ""}
            {one.sendBackBy ? ` · ${words.lists.sendBackBy(day(one.sendBackBy))}` : ""}
          </Text>
        </span>
      </PlainAppLink>
    </li>
  );
}
