import { Banner, BlockStack, Box, Button, Card, InlineStack, Text } from "@shopify/polaris";
import { type MutableRefObject, useEffect, useState } from "react";
import { ConfirmModal } from "~/ui/admin/confirm-modal";
import { Modal } from "~/ui/admin/modal";
import { StatusBadge } from "~/ui/admin/status-badge";
import type { PlusLine } from "../staff-return";
import { mayStep, type ReturnState } from "../states";
import { staffWords } from "../words/staff";
import { receiveWords as words } from "../words/staff-receive";
import { InspectLine } from "./admin-inspect-line";
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
  /** set by the table: takes a scanned code that it deals with itself */
  onCode: MutableRefObject<((code: string) => boolean) | null>;
};

/** What is on the table: each thing is accepted or rejected, and goes somewhere. */
export function AdminInspect(props: InspectProps) {
  const { one, lines, may, busy, refused, onFinish, onCode } = props;
  const [counts, setCounts] = useState<Counts>(() => startCounts(lines));
  const [strays, setStrays] = useState<CountedStray[]>([]);
  const [asking, setAsking] = useState(false);
  /** another parcel's code, scanned before this one is finished */
  const [other, setOther] = useState<string | null>(null);
  const sum = sumOf(counts, lines);
  const counted = sum.accepted + sum.rejected + strays.length > 0;
  const isOpen = mayStep(one.state, "receive");
  useEffect(() => {
    // A thing's own barcode counts it; any other asks first where something would be lost.
    onCode.current = (code) => {
      const line = lines.find((each) => each.sku && each.sku.toLowerCase() === code.trim().toLowerCase());
      if (line) setCounts((before) => changed(before, line, "accepted", 1));
      if (!line && counted) setOther(code.trim());
      return line !== undefined || counted;
    };
    return () => {
      onCode.current = null;
    };
  }, [lines, onCode, counted]);
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
            <InspectLine
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
      <Modal
        open={other !== null}
        onClose={() => setOther(null)}
        title={words.unfinished.title(one.rma)}
        primaryAction={{ content: words.unfinished.stay, onAction: () => setOther(null) }}
        secondaryActions={[
          {
            content: words.unfinished.go,
            url: `/app/returns/receive?${new URLSearchParams({ q: other ?? "" })}`,
          },
        ]}
      >
        <Modal.Section>
          <Text as="p">{words.unfinished.text(other ?? "")}</Text>
        </Modal.Section>
      </Modal>
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
