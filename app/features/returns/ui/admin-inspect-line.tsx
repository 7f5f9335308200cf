import { BlockStack, Button, Card, InlineStack, Select, Text, TextField } from "@shopify/polaris";
import { useRef, useState } from "react";
import type { PlusLine } from "../staff-return";
import { LONGEST_REJECT_REASON } from "../staff-schema";
import { staffWords } from "../words/staff";
import { listWords } from "../words/staff-list";
import { receiveWords as words } from "../words/staff-receive";
import type { InspectProps } from "./admin-inspect";
import { Photos } from "./admin-photos";
import type { Counted } from "./counting";

type LineProps = InspectProps & {
  line: PlusLine;
  counted: Counted;
  onCount: (what: "accepted" | "rejected", by: number) => void;
  onSet: (part: Partial<Counted>) => void;
};

/** One thing of the parcel: how many are fine, how many are not, why, and where they go. */
export function InspectLine(props: LineProps) {
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
