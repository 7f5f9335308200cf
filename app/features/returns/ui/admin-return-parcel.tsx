import { BlockStack, Button, InlineStack, Link, Text } from "@shopify/polaris";
import { Fragment, useState } from "react";
import { useReader } from "~/ui/admin/reader";
import { DayText } from "~/ui/admin/text";
import { formatMoney } from "~/values/money";
import { staffWords } from "../words/staff";
import { listWords } from "../words/staff-list";
import { returnWords } from "../words/staff-return";
import { Quiet, Titled } from "./admin-return-cards";
import type { AdminReturnProps } from "./admin-return-page";
import { UploadLabel } from "./upload-label";

const words = returnWords.parcel;

/** How it travels: label, number, what the carrier took for it or why it made none. */
export function Parcel(props: AdminReturnProps) {
  const { plus } = props;
  const method = listWords.methods[plus.method as keyof typeof listWords.methods] ?? plus.method;
  return (
    <Titled title={words.title}>
      <BlockStack gap="100">
        <Text as="p">
          {words.method}: {method}
        </Text>
        {plus.tracking && (
          <Text as="p" breakWord>
            {words.tracking}: {plus.tracking.carrier ? `${plus.tracking.carrier} ` : ""}
            {safeUrl(plus.tracking.url) ? (
              <Link url={safeUrl(plus.tracking.url) ?? ""} target="_blank">
                {plus.tracking.number}
              </Link>
            ) : (
              <bdi>{plus.tracking.number}</bdi>
            )}
          </Text>
        )}
        {plus.sendBackBy && (
          <Text as="p">
            {words.sendBackBy} <DayText at={plus.sendBackBy} />
          </Text>
        )}
        <Purchases {...props} />
      </BlockStack>
      <Label {...props} />
      {(props.one.state === "approved" || props.one.state === "labelled") && <OwnLabel {...props} />}
    </Titled>
  );
}

/** Staff may give it a label they got elsewhere; where there is one already, only once they ask to. */
function OwnLabel({ one, labelHrefs, may, busy, onRefresh }: AdminReturnProps) {
  const [open, setOpen] = useState(labelHrefs === null);
  if (!open)
    return (
      <InlineStack>
        <Button variant="plain" onClick={() => setOpen(true)} disabled={!may.returns}>
          {words.another}
        </Button>
      </InlineStack>
    );
  return <UploadLabel returnId={one.id} disabled={!may.returns || busy} onDone={onRefresh} />;
}

/** Carriers say these addresses: only the web's own kind is a link. */
const safeUrl = (url: string | null): string | null => (url && /^https:\/\//.test(url) ? url : null);

function Purchases({ plus }: AdminReturnProps) {
  const { locale } = useReader();
  return (
    <>
      {plus.purchases
        .filter((one) => one.state === "bought" || one.state === "failed")
        .map((one) => (
          <Fragment key={one.id}>
            <Quiet>
              {one.state === "failed"
                ? words.failed(one.carrier, one.reason ?? "")
                : words.bought(
                    [one.carrier, one.service].filter(Boolean).join(" "),
                    one.cost ? formatMoney(one.cost, locale) : "",
                  )}
            </Quiet>
            {one.parcelStatus && one.parcelAt && (
              <Text as="p">
                {words.parcel[one.parcelStatus] ?? one.parcelStatus} · <DayText at={one.parcelAt} />
              </Text>
            )}
          </Fragment>
        ))}
    </>
  );
}

function Label({ one, labelHrefs }: AdminReturnProps) {
  const { label } = staffWords;
  if (!labelHrefs) return <Quiet>{one.state === "approved" ? label.making : label.none}</Quiet>;
  return (
    <BlockStack gap="200">
      <InlineStack gap="300">
        {(["a4", "letter", "thermal"] as const).map((size) => (
          <Link
            key={size}
            url={labelHrefs[size]}
            external
            accessibilityLabel={label.openLabel(label.open[size])}
          >
            {label.open[size]}
          </Link>
        ))}
      </InlineStack>
      {one.label?.attached ? (
        <Quiet>{label.attached}</Quiet>
      ) : (
        (one.state === "labelled" || one.state === "approved") && <Quiet>{label.notAttached}</Quiet>
      )}
    </BlockStack>
  );
}
