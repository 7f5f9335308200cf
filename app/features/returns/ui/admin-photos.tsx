import { Button, ButtonGroup, InlineStack, Text } from "@shopify/polaris";
import { type KeyboardEvent, useState } from "react";
import { Modal } from "~/ui/admin/modal";
import type { PlusPhoto } from "../staff-return";
import { returnWords } from "../words/staff-return";

const words = returnWords.photos;

/** A picture with the address it is seen at, for a while. */
export type SeenPhoto = PlusPhoto & { href: string };

/** Small pictures in a row; one opens large, and the arrow keys go through them. */
export function Photos({ photos, title }: { photos: SeenPhoto[]; title: string }) {
  const [open, setOpen] = useState<number | null>(null);
  if (photos.length === 0) return null;
  return (
    <>
      <ul className="admin-photos">
        {photos.map((photo, at) => (
          <li key={photo.id}>
            <button type="button" onClick={() => setOpen(at)} aria-label={words.open(at + 1, title)}>
              <img src={photo.href} alt="" loading="lazy" width={64} height={64} />
            </button>
          </li>
        ))}
      </ul>
      {open !== null && <Large photos={photos} at={open} onMove={setOpen} onClose={() => setOpen(null)} />}
    </>
  );
}

type LargeProps = { photos: SeenPhoto[]; at: number; onMove: (at: number) => void; onClose: () => void };

function Large({ photos, at, onMove, onClose }: LargeProps) {
  const photo = photos[at];
  if (!photo) return null;
  const move = (by: number) => onMove((at + by + photos.length) % photos.length);
  const keys = (event: KeyboardEvent) => {
    if (event.key === "ArrowLeft") move(-1);
    if (event.key === "ArrowRight") move(1);
  };
  const says = words.of(at + 1, photos.length, words.by[photo.kind] ?? photo.kind);
  return (
    <Modal open onClose={onClose} title={words.title} size="large">
      <Modal.Section>
        {/* biome-ignore lint/a11y/noStaticElementInteractions: the arrow keys are beside the buttons, not instead of them */}
        <div onKeyDown={keys} className="admin-photo-large">
          <img src={photo.href} alt={says} />
          <InlineStack align="space-between" blockAlign="center">
            <Text as="p" tone="subdued">
              <span aria-live="polite">{says}</span>
            </Text>
            {photos.length > 1 && (
              <ButtonGroup>
                <Button onClick={() => move(-1)} accessibilityLabel={words.previous}>
                  ←
                </Button>
                <Button onClick={() => move(1)} accessibilityLabel={words.next}>
                  →
                </Button>
              </ButtonGroup>
            )}
          </InlineStack>
        </div>
      </Modal.Section>
    </Modal>
  );
}
