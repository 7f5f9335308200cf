import { Banner, BlockStack, Box, Button, InlineStack, Layout, Link, List, Text } from "@shopify/polaris";
import { useEffect, useRef, useState } from "react";
import { formatTime } from "~/platform/i18n/locales";
import { missingAccess } from "~/platform/shopify/scopes";
import { ConfirmModal } from "~/ui/admin/confirm-modal";
import { Page } from "~/ui/admin/page";
import { useReader } from "~/ui/admin/reader";
import { SaveBar } from "~/ui/admin/save-bar";
import { accessForPolicy } from "../../access";
import { type Contradiction, contradictions, mayPublish, type ShopMeans } from "../../contradictions";
import { type PolicyValue, policySchema } from "../../policy-schema";
import { contradictionWords } from "../../words/policy-contradictions";
import { policyWords as words } from "../../words/policy-staff";
import { AllowBanner } from "../allow-access";
import { ApproveCard, RefundsCard, TrustedCard } from "./decisions";
import type { CardProps } from "./fields";
import { FeesCard, MethodsCard, OutcomesCard } from "./outcomes";
import { FoundHere, placeOf, useFoundHere } from "./places";
import { ReasonsCard } from "./reasons";
import { ReplayCard } from "./replay-card";
import type { ReplayPast } from "./replay-past";
import { Summary, Versions } from "./side";
import { ExcludedCard, HolidaysCard, RulesCard, WindowCard } from "./windows";

export type PolicyPageProps = {
  value: PolicyValue;
  draft: { savedAt: Date; actorName: string | null } | null;
  inForce: { version: number; publishedAt: Date | null; actorName: string | null } | null;
  versions: { version: number; actorName: string | null; publishedAt: Date | null }[];
  moreBefore: number | null;
  currency: string;
  /** what Shopify lets us do in the shop */
  granted: string[];
  means: ShopMeans;
  mayChange: boolean;
  busy: boolean;
  /** the server could not read the last try */
  notSaved: boolean;
  /** somebody else changed the draft since it was opened, so the last try was not saved */
  changedMeanwhile: boolean;
  onSave: (value: PolicyValue) => void;
  onPublish: () => void;
  onDrop: () => void;
  onRevert: (version: number) => void;
  replayPast: ReplayPast;
  /** the merchant has just allowed more */
  onAllowed: () => void;
};

/** The policy's form, with what it means beside it, what contradicts itself above it, and the past below it. */
export function PolicyPage(props: PolicyPageProps) {
  const { currency, mayChange, busy, changedMeanwhile } = props;
  const saved = JSON.stringify(props.value);
  const [typed, setTyped] = useState<PolicyValue>(props.value);
  // what somebody else saved never takes the place of what is being typed
  const keep = useRef(changedMeanwhile);
  keep.current = changedMeanwhile;
  useEffect(() => {
    if (!keep.current) setTyped(JSON.parse(saved));
  }, [saved]);
  const [asking, setAsking] = useState(false);
  const dirty = JSON.stringify(typed) !== saved;
  const read = policySchema.safeParse(typed);
  const lastGood = useRef(props.value);
  if (read.success) lastGood.current = read.data;
  const policy = lastGood.current;
  const found = contradictions(policy, props.means);
  const foundHere = useFoundHere(found);
  const broken = new Set(read.success ? [] : read.error.issues.map((issue) => issue.path.join(".")));

  const card: CardProps = {
    draft: typed,
    change: (part) => setTyped((before) => ({ ...before, ...part })),
    problem: (path, kind = "invalid") =>
      [...broken].some((one) => one === path || one.startsWith(`${path}.`)) && words.problems[kind],
    disabled: !mayChange || busy,
    currency,
  };
  const ready = Boolean(props.draft) && !dirty && mayPublish(found);
  return (
    <Page
      title={words.title}
      subtitle={words.lead}
      back={{ label: words.back, url: "/app/returns" }}
      primary={
        mayChange
          ? { label: words.publish, onAction: () => setAsking(true), disabled: !ready || busy, loading: busy }
          : null
      }
    >
      <SaveBar
        open={dirty && mayChange}
        saving={busy}
        labels={words}
        onSave={() => props.onSave(typed)}
        onDiscard={() => setTyped(JSON.parse(saved))}
      />
      <ConfirmModal
        open={asking}
        title={words.confirm.title}
        confirm={words.confirm.confirm}
        onConfirm={() => {
          setAsking(false);
          props.onPublish();
        }}
        onClose={() => setAsking(false)}
      >
        <Text as="p">{words.confirm.text}</Text>
      </ConfirmModal>
      <BlockStack gap="400">
        {!mayChange && <Banner>{words.readOnly}</Banner>}
        {changedMeanwhile && dirty && (
          <Banner tone="warning" title={words.meanwhile.title(props.draft?.actorName ?? "")}>
            <p role="alert">{words.meanwhile.text}</p>
          </Banner>
        )}
        {props.notSaved && <Banner tone="critical">{words.notSaved}</Banner>}
        <AllowBanner
          missing={missingAccess(props.granted, accessForPolicy(policy))}
          onAllowed={props.onAllowed}
        />
        <State {...props} dirty={dirty} />
        <Found found={found} />
        <FoundHere.Provider value={foundHere}>
          <Layout>
            <Layout.Section>
              <BlockStack gap="400">
                <WindowCard {...card} />
                <RulesCard {...card} />
                <HolidaysCard {...card} />
                <ExcludedCard {...card} />
                <ReasonsCard {...card} />
                <OutcomesCard {...card} />
                <MethodsCard {...card} />
                <FeesCard {...card} />
                <ApproveCard {...card} />
                <RefundsCard {...card} />
                <TrustedCard {...card} />
                <ReplayCard
                  policy={policy}
                  mayRun={read.success && mayChange}
                  replayPast={props.replayPast}
                />
              </BlockStack>
            </Layout.Section>
            <Layout.Section variant="oneThird">
              {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls by itself must be reached by keyboard */}
              <section className="admin-policy-side" aria-label={words.summary.title} tabIndex={0}>
                <BlockStack gap="400">
                  <Summary policy={policy} broken={!read.success} currency={currency} />
                  <Versions
                    versions={props.versions}
                    inForce={props.inForce?.version ?? null}
                    moreBefore={props.moreBefore}
                    mayRevert={mayChange && !busy && !dirty}
                    onRevert={props.onRevert}
                  />
                </BlockStack>
              </section>
            </Layout.Section>
          </Layout>
        </FoundHere.Provider>
      </BlockStack>
    </Page>
  );
}

/** What is in force, and what waits. */
function State({ inForce, draft, dirty, mayChange, busy, onDrop }: PolicyPageProps & { dirty: boolean }) {
  const { locale, timeZone } = useReader();
  const time = (at: Date) => formatTime(at, locale, timeZone);
  return (
    <Box paddingInline={{ xs: "400", sm: "0" }}>
      <Text as="p">
        <span suppressHydrationWarning>
          {inForce?.publishedAt
            ? words.state.inForce(inForce.version, time(inForce.publishedAt), inForce.actorName ?? "")
            : words.state.settings}
        </span>
      </Text>
      <InlineStack gap="200" blockAlign="center">
        <Text as="p" tone="subdued">
          <span suppressHydrationWarning>
            {dirty
              ? words.state.unsaved
              : draft
                ? words.state.draft(time(draft.savedAt), draft.actorName ?? "")
                : words.state.noDraft}
          </span>
        </Text>
        {draft && mayChange && (
          <Button variant="plain" tone="critical" disabled={busy} onClick={onDrop}>
            {words.state.throwAway}
          </Button>
        )}
      </InlineStack>
    </Box>
  );
}

/** What contradicts itself, each sentence leading to its field. */
function Found({ found }: { found: Contradiction[] }) {
  const stops = found.filter((one) => one.weight === "stop");
  const hints = found.filter((one) => one.weight === "hint");
  return (
    <>
      {stops.length > 0 && (
        <Banner tone="critical" title={words.contradictions.stopTitle}>
          <p>{words.contradictions.stopText}</p>
          <Sentences found={stops} />
        </Banner>
      )}
      {hints.length > 0 && (
        <Banner tone="warning" title={words.contradictions.hintTitle}>
          <Sentences found={hints} />
        </Banner>
      )}
    </>
  );
}

const Sentences = ({ found }: { found: Contradiction[] }) => (
  <List>
    {found.map((one) => (
      <List.Item key={`${one.code} ${one.path} ${JSON.stringify(one.detail ?? {})}`}>
        <Link onClick={() => goTo(one.path)} monochrome>
          {contradictionWords[one.code](one.detail ?? {})}
        </Link>
      </List.Item>
    ))}
  </List>
);

/** Shows the field of a path, or what is nearest around it. */
function goTo(path: string) {
  const place = placeOf(path);
  place?.scrollIntoView({ block: "start" });
  place?.focus({ preventScroll: true });
}
