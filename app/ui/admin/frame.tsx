import { AppProvider } from "@shopify/polaris";
import polarisStyles from "@shopify/polaris/build/esm/styles.css?url";
import english from "@shopify/polaris/locales/en.json" with { type: "json" };
import type { ComponentType, ReactNode } from "react";
import ownStyles from "./admin.css?url";
import { type LinkProps, LinkProvider } from "./link";
import { type Reader, ReaderProvider } from "./reader";
import { useKeptFocus } from "./use-kept-focus";

/** The stylesheets of the admin; the layout route links them. */
export const adminStyles = [polarisStyles, ownStyles];

type Props = {
  /** how a link inside the app is followed; the router's business */
  LinkComponent: ComponentType<LinkProps>;
  reader?: Reader;
  children: ReactNode;
};

/** What every screen of the admin stands in: Polaris's look and words, how the reader writes dates, the focus kept. */
export function AdminFrame({ LinkComponent, reader = { locale: "en", timeZone: "UTC" }, children }: Props) {
  useKeptFocus();
  return (
    <AppProvider i18n={english} linkComponent={LinkComponent as never}>
      <LinkProvider value={LinkComponent}>
        <ReaderProvider reader={reader}>
          <main>{children}</main>
        </ReaderProvider>
      </LinkProvider>
    </AppProvider>
  );
}
