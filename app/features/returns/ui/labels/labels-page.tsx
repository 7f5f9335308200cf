import { Banner, BlockStack, Button, Layout, Text } from "@shopify/polaris";
import type { ReturnPlaces } from "~/features/settings/schema";
import { Page } from "~/ui/admin/page";
import type { AccountField, AccountView, LabelAction, LabelSettings } from "../../label-schema";
import { labelWords as words } from "../../words/labels-staff";
import { Titled } from "../admin-return-cards";
import { LadderCard } from "./ladder-card";
import { ParcelForm } from "./parcel-form";
import { PlacesCard } from "./places-card";

export type LabelsPageProps = {
  accounts: AccountView[];
  carriers: { key: string; name: string; fields: AccountField[] }[];
  value: LabelSettings;
  /** where parcels go, as on an envelope */
  address: string[];
  /** other addresses, and what goes to them */
  places: ReturnPlaces;
  /** Shopify's locations; none when it does not say */
  locations: { id: string; name: string }[];
  mayChange: boolean;
  busy: boolean;
  /** the sentence for what was tried last and could not be done */
  refused: string | null;
  /** counts what was done: forms close when it grows */
  done: number;
  onAct: (asked: LabelAction) => void;
};

/** Where labels come from, what carriers are told, and where parcels go. */
export function LabelsPage(props: LabelsPageProps) {
  const { mayChange, refused, address } = props;
  return (
    <Page title={words.title} subtitle={words.intro} back={{ label: words.back, url: "/app/settings" }}>
      <BlockStack gap="400">
        {!mayChange && <Banner>{words.readOnly}</Banner>}
        {refused && (
          <Banner tone="critical">
            <p role="alert">{refused}</p>
          </Banner>
        )}
        <Layout>
          <Layout.Section>
            <BlockStack gap="400">
              <LadderCard {...props} />
              <ParcelForm {...props} />
              <PlacesCard {...props} />
            </BlockStack>
          </Layout.Section>
          <Layout.Section variant="oneThird">
            <Titled title={words.address.title}>
              <BlockStack gap="200">
                <div>
                  {address.map((line) => (
                    <Text as="p" key={line} breakWord>
                      <bdi>{line}</bdi>
                    </Text>
                  ))}
                </div>
                {address.length === 0 && <Text as="p">{words.address.none}</Text>}
                <Button url="/app/settings">{words.address.change}</Button>
              </BlockStack>
            </Titled>
          </Layout.Section>
        </Layout>
      </BlockStack>
    </Page>
  );
}
