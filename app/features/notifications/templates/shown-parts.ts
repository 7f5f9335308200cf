import type { Block } from "~/ui/mail/render-letter";
import { foreseenBlocks } from "../foreseen";
import type { Kind, Occasion, Said } from "../kind";
import { parcelBlocks, parcelIdsOf, parcelsOf, shipsToBlocks, stillToCome } from "../parcel-parts";
import { answersBlock, deliveryBlocks, itemsBlock, sumsBlock } from "../parts";
import type { Makers } from "./on-demand";

/** The designed parts that a template sets with their name, such as {{ items_table }}. */
export type Parts = Readonly<Record<string, Block[]>>;

/** The parts of a kind's mails. A part that has nothing to show is empty, and its name then is nothing. */
export const partsOf = (kind: Kind, occasion: Occasion): Makers<Block[]> => ({
  items_table: () => (occasion.order.lines.length > 0 ? [itemsBlock(occasion)] : []),
  totals: () => [sumsBlock(occasion)],
  delivery: () => deliveryBlocks(occasion),
  ships_to: () => shipsToBlocks(occasion),
  ...(kind.group === "shipping" ? parcelParts(kind, occasion) : {}),
  ...(kind.asks ? { answers: () => [answersBlock(occasion)] } : {}),
  ...(kind.group === "returns" ? { return_items: () => returnItems(occasion) } : {}),
});

const returnItems = (occasion: Occasion): Block[] =>
  occasion.return?.lines.length ? [itemsBlock(occasion, occasion.return.lines)] : [];

const parcelParts = (kind: Kind, occasion: Occasion): Makers<Block[]> => ({
  parcels_table: () =>
    kind.foreseen
      ? foreseenBlocks(occasion)
      : parcelBlocks(occasion, { expected: kind.parcelState === "shipped" }),
  parcel_items: () => parcelItems(occasion),
  still_to_come: () => stillToCome(occasion),
});

function parcelItems(occasion: Occasion): Block[] {
  const known = parcelsOf(occasion).flatMap((parcel) => parcel.lines);
  const all = occasion.order.lines.map(({ id, quantity }) => ({ orderLineId: id, quantity }));
  const inside = known.length > 0 || parcelIdsOf(occasion.data).length > 0 ? known : all;
  return inside.length > 0 ? [itemsBlock(occasion, inside)] : [];
}

export type Piece = { part: string } | { block: Block };

/** What a kind says, with the designed parts in it told apart from its own words: the longest part first. */
export function piecesOf(said: Said, parts: Parts): Piece[] {
  const known = Object.entries(parts)
    .filter(([, blocks]) => blocks.length > 0)
    .map(([part, blocks]) => ({
      part,
      length: blocks.length,
      first: blocks[0]?.kind,
      looks: JSON.stringify(blocks),
    }))
    .sort((a, b) => b.length - a.length);
  const pieces: Piece[] = [];
  for (let at = 0; at < said.blocks.length; ) {
    const block = said.blocks[at];
    const found = known.find(
      ({ length, first, looks }) =>
        first === block?.kind && looks === JSON.stringify(said.blocks.slice(at, at + length)),
    );
    if (found) pieces.push({ part: found.part });
    else if (block) pieces.push({ block });
    at += found?.length ?? 1;
  }
  return pieces;
}

/** A kind's own words in a mail: what is neither a greeting, a part, a heading nor a button. */
export const ownWords = (said: Said, parts: Parts, greeting: string): Block[] =>
  piecesOf(said, parts).flatMap((piece) => {
    if ("part" in piece) return [];
    const { block } = piece;
    const isOwn = block.kind === "panel" || (block.kind === "paragraph" && block.text !== greeting);
    return isOwn ? [block] : [];
  });
