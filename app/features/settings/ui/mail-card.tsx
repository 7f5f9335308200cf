import {
  BlockStack,
  Button,
  Card,
  Checkbox,
  ChoiceList,
  FormLayout,
  Text,
  TextField,
} from "@shopify/polaris";
import type { Settings, SettingsDraft } from "../schema";
import { staffWords } from "../words/staff";
import type { CardProps } from "./settings-page";

const { notifications: words, sender } = staffWords;
type Confirmation = Settings["notifications"]["confirmation"];

/** Which mails shoppers get, and from whom. */
export function MailCard({ draft, change, problem, disabled, shopName }: CardProps & { shopName: string }) {
  const { notifications, mail } = draft;
  const set = (part: Partial<Settings["notifications"]>) =>
    change({ notifications: { ...notifications, ...part } });
  const setMail = (part: Partial<SettingsDraft["mail"]>) => change({ mail: { ...mail, ...part } });
  const choice = (value: Confirmation) => ({
    value,
    label: words[value],
    helpText: words[`${value}Help`],
  });
  return (
    <Card>
      <BlockStack gap="400">
        <Text as="h2" variant="headingMd">
          {words.title}
        </Text>
        <FormLayout>
          <BlockStack gap="200">
            <Text as="p" tone="subdued">
              {words.confirmationHelp}
            </Text>
            <ChoiceList
              title={words.confirmation}
              disabled={disabled}
              selected={[notifications.confirmation]}
              onChange={([chosen]) => set({ confirmation: chosen as Confirmation })}
              choices={[choice("complement"), choice("replace"), choice("off")]}
            />
          </BlockStack>
          <Checkbox
            label={words.shipping}
            helpText={words.shippingHelp}
            checked={notifications.shipping}
            onChange={(shipping) => set({ shipping })}
            disabled={disabled}
          />
          <Checkbox
            label={words.returns}
            helpText={words.returnsHelp}
            checked={notifications.returns}
            onChange={(returns) => set({ returns })}
            disabled={disabled}
          />
        </FormLayout>
        <Text as="h3" variant="headingSm">
          {sender.title}
        </Text>
        <FormLayout>
          <TextField
            label={sender.fromName}
            helpText={sender.fromNameHelp(shopName)}
            value={mail.fromName}
            onChange={(fromName) => setMail({ fromName })}
            error={problem("mail.fromName")}
            maxLength={80}
            autoComplete="off"
            disabled={disabled}
          />
          <TextField
            type="email"
            label={sender.fromAddress}
            helpText={sender.fromAddressHelp}
            value={mail.fromAddress}
            onChange={(fromAddress) => setMail({ fromAddress })}
            error={problem("mail.fromAddress")}
            maxLength={254}
            autoComplete="off"
            disabled={disabled}
          />
          <Button url="/app/settings/sending">{sender.domain}</Button>
          <Button url="/app/settings/mail-in">{sender.mailIn}</Button>
          <Button url="/app/settings/texts">{sender.phones}</Button>
          <Button url="/app/settings/whatsapp">{sender.whatsApp}</Button>
        </FormLayout>
      </BlockStack>
    </Card>
  );
}
