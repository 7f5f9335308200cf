import {
  Banner,
  BlockStack,
  Box,
  Button,
  Card,
  InlineStack,
  Select,
  Text,
  TextField,
} from "@shopify/polaris";
import { type MutableRefObject, useEffect, useRef, useState } from "react";
import { ConfirmModal } from "~/ui/admin/confirm-modal";
import { StatusBadge } from "~/ui/admin/status-badge";
import type { PlusLine } from "../staff-return";
import { LONGEST_REJECT_REASON } from "../staff-schema";
import { mayStep, type ReturnState } from "../states";
import { staffWords } from "../words/staff";
import { listWords } from "../words/staff-list";
import { receiveWords as words } from "../words/staff-receive";
import { InspectStrays } from "./admin-inspect-strays";
import { Photos, type SeenPhoto } from "./admin-photos";
import {
  allFine,
  type Counted,
  type CountedStray,
  type Counts,
  changed,
  inspectionOf,
  startCounts,
  sumOf,
} from "./counting";

export type InspectProps = {
  one: {
    id: string;
    rma: string;
    state: ReturnState;
    orderName: string;
    customer: string | null;
    note: string | null;
  };
  lines: PlusLine[];
  photos: SeenPhoto[];
  locations: { id: string; name: string }[];
  may: boolean;
  /** why the last try was not saved */
  refused: string | null;
  busy: boolean;
  onFinish: (inspection: string) => void;
  /** keeps a photo of a line; answers whether it could be */
  onPhoto: (lineId: string, file: File) => Promise<boolean>;
  /** set by the table: takes a scanned code that means one of its lines */
  onCode: MutableRefObject<((code: string) => boolean) | null>;
};

/** What is on the table: each thing is accepted or rejected, and goes somewhere. */
export function AdminInspect(props: InspectProps) {
  const { one, lines, may, busy, refused, onFinish, onCode } = props;
  const [counts, setCounts] = useState<Counts>(() => startCounts(lines));
  const [strays, setStrays] = useState<CountedStray[]>([]);
  const [asking, setAsking] = useState(false);
  const sum = sumOf(counts, lines);
  const isOpen = mayStep(one.state, "receive");
  useEffect(() => {
    // A thing's own barcode counts it.
    onCode.current = (code) => {
      const line = lines.find((each) => each.sku && each.sku.toLowerCase() === code.trim().toLowerCase());
      if (line) setCounts((before) => changed(before, line, "accepted", 1));
      return line !== undefined;
    };
    return () => {
      onCode.current = null;
    };
  }, [lines, onCode]);
  const finish = (with_: Counts) => onFinish(JSON.stringify(inspectionOf(with_, lines, strays)));
  const set = (id: string, part: Partial<Counted>) =>
    setCounts((before) => ({ ...before, [id]: { ...(before[id] as Counted), ...part } }));
  return (
    <BlockStack gap="400">
      <Card>
        <Head {...props} />
      </Card>
      {refused && (
        <Banner tone="warning">
          <p role="alert">{refused}</p>
        </Banner>
      )}
      {isOpen && (
        <>
          <Box paddingInline={{ xs: "400", sm: "0" }}>
            <Button
              variant="primary"
              size="large"
              fullWidth
              disabled={!may}
              loading={busy}
              onClick={() => finish(allFine(counts, lines))}
            >
              {words.allFine}
            </Button>
          </Box>
          {lines.map((line) => (
            <Line
              key={line.id}
              {...props}
              line={line}
              counted={counts[line.id] as Counted}
              onCount={(what, by) => setCounts((before) => changed(before, line, what, by))}
              onSet={(part) => set(line.id, part)}
            />
          ))}
          <InspectStrays strays={strays} onChange={setStrays} />
          <div className="admin-chosen admin-finish">
            <Text as="p" fontWeight="semibold">
              <span aria-live="polite">{words.summary(sum.accepted, sum.rejected, sum.missing)}</span>
            </Text>
            <Button
              variant="primary"
              size="large"
              disabled={!may}
              loading={busy}
              onClick={() => (sum.accepted === 0 ? setAsking(true) : finish(counts))}
            >
              {words.finish}
            </Button>
            <Button size="large" url="/app/returns/receive">
              {words.leave}
            </Button>
          </div>
        </>
      )}
      <ConfirmModal
        open={asking}
        title={words.sure.title}
        confirm={words.sure.confirm}
        onConfirm={() => {
          setAsking(false);
          finish(counts);
        }}
        onClose={() => setAsking(false)}
      >
        <Text as="p">{words.sure.text}</Text>
      </ConfirmModal>
    </BlockStack>
  );
}

const Head = ({ one, photos }: InspectProps) => (
  <BlockStack gap="200">
    <InlineStack gap="200" blockAlign="center" align="space-between">
      <Text as="h2" variant="headingLg">
        {one.rma}
      </Text>
      <StatusBadge state={one.state} map={staffWords.states} />
    </InlineStack>
    <Text as="p" tone="subdued" breakWord>
      <bdi>{words.of(one.orderName, one.customer ?? staffWords.nobody)}</bdi>
    </Text>
    {one.note && (
      <div dir="auto" style={{ overflowWrap: "anywhere" }}>
        “{one.note}”
      </div>
    )}
    <Photos photos={photos.filter((photo) => photo.returnLineId === null)} title={one.rma} />
    {words.over[one.state] && (
      <Banner tone="warning">
        <p role="alert">{words.over[one.state]}</p>
      </Banner>
    )}
    <InlineStack>
      <Button variant="plain" url={`/app/returns/${one.id}`}>
        {words.openReturn}
      </Button>
    </InlineStack>
  </BlockStack>
);

type LineProps = InspectProps & {
  line: PlusLine;
  counted: Counted;
  onCount: (what: "accepted" | "rejected", by: number) => void;
  onSet: (part: Partial<Counted>) => void;
};

function Line(props: LineProps) {
  const { line, counted, photos, locations, onSet } = props;
  const missing = line.quantity - counted.accepted - counted.rejected;
  const wants = listWords.outcomes[line.outcome as keyof typeof listWords.outcomes] ?? line.outcome;
  return (
    <Card>
      <BlockStack gap="300">
        <InlineStack gap="300" wrap={false} blockAlign="start">
          {line.imageUrl && <img src={line.imageUrl} alt="" className="admin-thing" loading="lazy" />}
          <BlockStack gap="050">
            <Text as="h3" variant="headingMd" breakWord>
              <bdi>{line.title}</bdi>
            </Text>
            {line.variantTitle && <Text as="p">{line.variantTitle}</Text>}
            {line.sku && (
              <Text as="p" tone="subdued">
                {words.sku(line.sku)}
              </Text>
            )}
            <Text as="p">{words.expected(line.quantity)}</Text>
            <Text as="p" tone="subdued">
              {words.reason(staffWords.reasons[line.reason] ?? line.reason)} · {words.wants(wants)}
            </Text>
          </BlockStack>
        </InlineStack>
        <Photos photos={photos.filter((photo) => photo.returnLineId === line.id)} title={line.title} />
        <Stepper {...props} what="accepted" label={words.accept} />
        <Stepper {...props} what="rejected" label={words.reject} />
        {missing > 0 && (
          <Text as="p" tone="caution">
            {words.missing(missing)}
          </Text>
        )}
        {counted.rejected > 0 && <WhyRejected counted={counted} onSet={onSet} />}
        {counted.accepted > 0 && (
          <InlineStack gap="300">
            <Select
              label={words.where}
              options={(["restock", "damaged"] as const).map((value) => ({
                value,
                label: words.dispositions[value],
              }))}
              value={counted.disposition}
              onChange={(value) => onSet({ disposition: value as Counted["disposition"] })}
            />
            {counted.disposition === "restock" && locations.length > 1 && (
              <Select
                label={words.location}
                options={[
                  { value: "", label: words.ownLocation },
                  ...locations.map(({ id, name }) => ({ value: id, label: name })),
                ]}
                value={counted.locationId}
                onChange={(locationId) => onSet({ locationId })}
              />
            )}
          </InlineStack>
        )}
        <TakePhoto {...props} />
      </BlockStack>
    </Card>
  );
}

function Stepper({
  line,
  counted,
  what,
  label,
  onCount,
  may,
}: LineProps & { what: "accepted" | "rejected"; label: string }) {
  const all = counted.accepted + counted.rejected;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset's legend cannot stand beside its controls
    <div role="group" aria-label={words.count(label, line.title)} className="admin-stepper">
      <span>{label}</span>
      <button
        type="button"
        disabled={!may || counted[what] === 0}
        aria-label={words.less(label, line.title)}
        onClick={() => onCount(what, -1)}
      >
        −
      </button>
      <output name={`${what}-${line.id}`} aria-live="polite">
        {counted[what]}
      </output>
      <button
        type="button"
        disabled={!may || all >= line.quantity}
        aria-label={words.more(label, line.title)}
        onClick={() => onCount(what, 1)}
      >
        +
      </button>
    </div>
  );
}

const WhyRejected = ({ counted, onSet }: Pick<LineProps, "counted" | "onSet">) => (
  <BlockStack gap="200">
    <TextField
      label={words.why}
      helpText={words.whyHint}
      value={counted.rejectReason}
      onChange={(rejectReason) => onSet({ rejectReason })}
      maxLength={LONGEST_REJECT_REASON}
      multiline={2}
      autoComplete="off"
      requiredIndicator
    />
    <InlineStack gap="200">
      {words.whys.map((why) => (
        <Button key={why} size="slim" onClick={() => onSet({ rejectReason: why })}>
          {why}
        </Button>
      ))}
    </InlineStack>
  </BlockStack>
);

function TakePhoto({ line, may, onPhoto }: LineProps) {
  const input = useRef<HTMLInputElement>(null);
  const [state, setState] = useState<"idle" | "sending" | "failed">("idle");
  const take = async (file: File | undefined) => {
    if (!file) return;
    setState("sending");
    setState((await onPhoto(line.id, file)) ? "idle" : "failed");
    if (input.current) input.current.value = "";
  };
  return (
    <InlineStack gap="200" blockAlign="center">
      <input
        ref={input}
        type="file"
        accept="image/jpeg,image/png,image/webp"
        capture="environment"
        hidden
        aria-label={`${words.photo}: ${line.title}`}
        onChange={(event) => void take(event.target.files?.[0])}
      />
      <Button disabled={!may} loading={state === "sending"} onClick={() => input.current?.click()}>
        {words.photo}
      </Button>
      {state === "failed" && (
        <Text as="p" tone="critical">
          <span role="alert">{words.photoFailed}</span>
        </Text>
      )}
    </InlineStack>
  );
}
