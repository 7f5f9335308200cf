import { Badge, BlockStack, Box, Button, Card, Icon, InlineStack, Text } from "@shopify/polaris";
import { CheckCircleIcon, ChevronRightIcon } from "@shopify/polaris-icons";
import type { ReactNode } from "react";
import { EmptyState } from "./empty-state";
import { PlainAppLink } from "./link";
import { Page } from "./page";
import { words as shared } from "./words";

const words = shared.homePage;

export type Todo = { what: string; count: number; url: string; urgent?: boolean };
export type Step = "address" | "mails" | "theme";
export type SetUpStep = { step: Step; done: boolean; url: string };
export type Recent = {
  orders: number;
  confirmations: number;
  /** seconds, or null when none was sent */
  median: number | null;
  selfServed: number;
  returns: number;
};

type Props = {
  todos: Todo[];
  steps: SetUpStep[];
  recent: Recent;
  hasOrders: boolean;
  /** progress of what is being read from Shopify just now */
  reading: ReactNode;
  /** counting stopped at this number */
  mostCounted: number;
  /** what other features show here */
  children?: ReactNode;
};

/** What needs doing now, how the last two weeks went, and what a new shop has yet to set up. */
export function Home({ todos, steps, recent, hasOrders, reading, mostCounted, children }: Props) {
  return (
    <Page title={words.title}>
      <BlockStack gap="400">
        {steps.some((step) => !step.done) && <SetUp steps={steps} />}
        <Todos todos={todos} most={mostCounted} />
        {hasOrders && children}
        {reading}
        {hasOrders ? (
          <RecentDays recent={recent} most={mostCounted} />
        ) : (
          <Card>
            <EmptyState title={words.emptyTitle} text={words.emptyText} />
          </Card>
        )}
      </BlockStack>
    </Page>
  );
}

const shown = (count: number, most: number) =>
  count >= most ? words.most(most.toLocaleString("en")) : count.toLocaleString("en");

const Titled = ({ title, aside, children }: { title: string; aside?: string; children: ReactNode }) => (
  <Card>
    <BlockStack gap="300">
      <InlineStack align="space-between" blockAlign="center">
        <Text as="h2" variant="headingMd">
          {title}
        </Text>
        {aside && (
          <Text as="span" tone="subdued">
            {aside}
          </Text>
        )}
      </InlineStack>
      {children}
    </BlockStack>
  </Card>
);

function Todos({ todos, most }: { todos: Todo[]; most: number }) {
  const open = todos.filter((todo) => todo.count > 0);
  return (
    <Titled title={words.todo}>
      {open.length === 0 ? (
        <InlineStack gap="200" blockAlign="center" wrap={false}>
          <span>
            <Icon source={CheckCircleIcon} tone="success" />
          </span>
          <Text as="p" tone="subdued">
            {words.nothing}
          </Text>
        </InlineStack>
      ) : (
        <ul className="admin-plain-list admin-todos">
          {open.map((todo) => (
            <li key={todo.what}>
              <PlainAppLink url={todo.url} className="admin-todo">
                <Badge tone={todo.urgent ? "critical" : "attention"}>{shown(todo.count, most)}</Badge>
                <span className="admin-todo__what">{todo.what}</span>
                <span>
                  <Icon source={ChevronRightIcon} tone="subdued" />
                </span>
              </PlainAppLink>
            </li>
          ))}
        </ul>
      )}
    </Titled>
  );
}

function RecentDays({ recent, most }: { recent: Recent; most: number }) {
  const tiles: [string, string, string?][] = [
    [words.orders, shown(recent.orders, most)],
    [words.confirmations, shown(recent.confirmations, most)],
    [words.median, recent.median === null ? words.none : words.seconds(recent.median), words.medianHelp],
    [words.selfServed, shown(recent.selfServed, most)],
    [words.returns, shown(recent.returns, most)],
  ];
  return (
    <Titled title={words.recent}>
      <dl className="admin-tiles">
        {tiles.map(([name, value, aside]) => (
          <div key={name}>
            <dt>
              <Text as="span" tone="subdued">
                {name}
              </Text>
            </dt>
            <dd style={{ margin: 0 }}>
              <Text as="span" variant="headingLg">
                {value}
              </Text>
              {aside && (
                <Text as="span" tone="subdued">
                  {" "}
                  {aside}
                </Text>
              )}
            </dd>
          </div>
        ))}
      </dl>
    </Titled>
  );
}

const SetUp = ({ steps }: { steps: SetUpStep[] }) => (
  <Titled title={words.setUp} aside={words.progress(steps.filter((one) => one.done).length, steps.length)}>
    <ol className="admin-plain-list">
      {steps.map(({ step, done, url }) => (
        <li key={step}>
          <Box paddingBlock="200">
            <InlineStack gap="300" blockAlign="start" wrap={false}>
              <span aria-hidden="true" className={done ? "admin-step admin-step--done" : "admin-step"} />
              <BlockStack gap="100">
                <InlineStack gap="200">
                  <Text as="h3" variant="headingSm">
                    {words.steps[step].title}
                  </Text>
                  {done && <Badge tone="success">{words.done}</Badge>}
                </InlineStack>
                {!done && (
                  <>
                    <Text as="p" tone="subdued">
                      {words.steps[step].text}
                    </Text>
                    <InlineStack>
                      <Button url={url} {...(url.startsWith("/") ? {} : { external: true })}>
                        {words.steps[step].action}
                      </Button>
                    </InlineStack>
                  </>
                )}
              </BlockStack>
            </InlineStack>
          </Box>
        </li>
      ))}
    </ol>
  </Titled>
);
