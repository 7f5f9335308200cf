import { Page as PolarisPage, type PageProps as PolarisPageProps } from "@shopify/polaris";
import type { ReactNode } from "react";

/** Something to do on a page: a link (`url`), or a step (`onAction`). */
export type PageAction = {
  label: string;
  url?: string;
  onAction?: () => void;
  destructive?: boolean;
  disabled?: boolean;
  loading?: boolean;
  external?: boolean;
};

type Props = {
  title: string;
  subtitle?: string;
  /** beside the title: a StatusBadge */
  badge?: ReactNode;
  back?: { label: string; url: string };
  primary?: PageAction | null;
  secondary?: PageAction[];
  /** a form or a text reads better in a narrow column */
  width?: "narrow" | "normal" | "full";
  children: ReactNode;
};

const button = ({ label, url, onAction, destructive, disabled, loading, external }: PageAction) => ({
  content: label,
  ...(url ? { url } : {}),
  ...(onAction ? { onAction } : {}),
  ...(destructive ? { destructive } : {}),
  ...(disabled ? { disabled } : {}),
  ...(loading ? { loading } : {}),
  ...(external ? { external } : {}),
});

/** The frame of every screen in the admin: its title, the way back and what can be done. */
export function Page({
  title,
  subtitle,
  badge,
  back,
  primary,
  secondary = [],
  width = "normal",
  children,
}: Props) {
  const optional: Partial<PolarisPageProps> = {
    ...(subtitle ? { subtitle } : {}),
    ...(badge ? { titleMetadata: badge } : {}),
    ...(back ? { backAction: { content: back.label, url: back.url } } : {}),
    ...(primary ? { primaryAction: button(primary) } : {}),
    ...(secondary.length > 0 ? { secondaryActions: secondary.map(button) } : {}),
  };
  return (
    <PolarisPage title={title} narrowWidth={width === "narrow"} fullWidth={width === "full"} {...optional}>
      {children}
    </PolarisPage>
  );
}
