/** @jsxImportSource preact */
import type { ComponentChildren } from "preact";

type Props = { imageUrl: string | null; children: ComponentChildren };

/** A thing of an order: its picture, if it has one, and beside it what is said and asked of it. */
export function Thing({ imageUrl, children }: Props) {
  const said = <s-stack gap="small-200">{children}</s-stack>;
  if (!imageUrl) return said;
  return (
    <s-grid gridTemplateColumns="auto 1fr" gap="base" alignItems="start">
      <s-product-thumbnail size="small" alt="" src={imageUrl} />
      {said}
    </s-grid>
  );
}
