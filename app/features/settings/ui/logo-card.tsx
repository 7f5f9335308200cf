import {
  BlockStack,
  Button,
  Card,
  DropZone,
  FormLayout,
  InlineStack,
  Text,
  TextField,
} from "@shopify/polaris";
import { useState } from "react";
import type { Look } from "../brand-schema";
import type { LogoSide } from "../keep-logo.server";
import { brandWords } from "../words/brand-staff";

const words = brandWords.logo;

export type { LogoSide };

type Props = {
  logos: Record<LogoSide, string | null>;
  shopName: string;
  look: Look;
  change: (part: Partial<Look>) => void;
  disabled: boolean;
  busy: boolean;
  onUpload: (side: LogoSide, file: File) => void;
  onRemove: (side: LogoSide) => void;
};

/** The shop's logo, on light and on dark ground. */
export function LogoCard({ logos, shopName, look, change, disabled, busy, onUpload, onRemove }: Props) {
  const one = { disabled: disabled || busy, onUpload, onRemove, width: look.logoWidth };
  const [width, setWidth] = useState(String(look.logoWidth));
  const typeWidth = (typed: string) => {
    setWidth(typed);
    change({ logoWidth: Number(typed) });
  };
  return (
    <Card>
      <BlockStack gap="400">
        <Text as="h2" variant="headingMd">
          {words.title}
        </Text>
        <Text as="p" tone="subdued">
          {words.text}
        </Text>
        <InlineStack gap="400">
          <OneLogo side="logo" url={logos.logo} ground="#ffffff" {...one} />
          <OneLogo side="darkLogo" url={logos.darkLogo} ground="#1f2321" {...one} />
        </InlineStack>
        <FormLayout>
          <FormLayout.Group>
            <TextField
              type="number"
              min={40}
              max={300}
              label={words.width}
              helpText={words.widthHelp}
              value={width}
              onChange={typeWidth}
              autoComplete="off"
              disabled={disabled}
            />
            <TextField
              label={words.alt}
              helpText={words.altHelp(shopName)}
              value={look.logoAlt}
              onChange={(logoAlt) => change({ logoAlt })}
              maxLength={100}
              autoComplete="off"
              disabled={disabled}
            />
          </FormLayout.Group>
        </FormLayout>
      </BlockStack>
    </Card>
  );
}

type OneProps = Pick<Props, "disabled" | "onUpload" | "onRemove"> & {
  side: LogoSide;
  url: string | null;
  ground: string;
  width: number;
};

function OneLogo({ side, url, ground, width, disabled, onUpload, onRemove }: OneProps) {
  const says = words[side];
  return (
    <div style={{ flex: "1 1 16rem" }}>
      <BlockStack gap="200">
        <DropZone
          label={says.label}
          accept="image/png,image/jpeg,image/webp"
          type="image"
          allowMultiple={false}
          disabled={disabled}
          onDropAccepted={([file]) => file && onUpload(side, file)}
        >
          {url ? (
            <div style={{ background: ground, padding: 16, blockSize: "100%" }}>
              <img
                src={url}
                alt={says.alt}
                style={{ maxInlineSize: `min(${width}px, 100%)`, maxBlockSize: 80 }}
              />
            </div>
          ) : (
            <DropZone.FileUpload actionTitle={words.choose} />
          )}
        </DropZone>
        <Text as="p" tone="subdued" variant="bodySm">
          {"help" in says ? says.help : words.none}
        </Text>
        {url && (
          <InlineStack>
            <Button size="slim" disabled={disabled} onClick={() => onRemove(side)}>
              {words.remove}
            </Button>
          </InlineStack>
        )}
      </BlockStack>
    </div>
  );
}
