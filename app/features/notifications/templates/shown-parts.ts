import type { Block } from "~/ui/mail/render-letter";
import { foreseenBlocks } from "../foreseen";
import type { Kind, Occasion, Said } from "../kind";
import { parcelBlocks, parcelIdsOf, parcelsOf, shipsToBlocks, stillToCome } from "../parcel-parts";
import { deliveryBlocks, itemsBlock, sumsBlock } from "../parts";

/** The designed parts that a template sets with their name, such as {{ items_table }}. */
export type Parts = Readonly<Record<string, Block[]>>;

/** The parts of a kind's mails. A part that has nothing to show is empty, and its name then is nothing. */
export function partsOf(kind: Kind, occasion: Occasion): Parts {
  const isReturn = kind.group === "returns";
  return {
    items_table: occasion.order.lines.length > 0 ? [itemsBlock(occasion)] : [],
    totals: [sumsBlock(occasion)],
    delivery: deliveryBlocks(occasion),
    ships_to: shipsToBlocks(occasion),
    ...(kind.group === "shipping" ? parcelParts(kind, occasion) : {}),
    ...(isReturn
      ? { return_items: occasion.return?.lines.length ? [itemsBlock(occasion, occasion.return.lines)] : [] }
      : {}),
  };
}

function parcelParts(kind: Kind, occasion: Occasion): Parts {
  const known = parcelsOf(occasion).flatMap((parcel) => parcel.lines);
  const all = occasion.order.lines.map(({ id, quantity }) => ({ orderLineId: id, quantity }));
  const inside = known.length > 0 || parcelIdsOf(occasion.data).length > 0 ? known : all;
  return {
    parcels_table: kind.foreseen
      ? foreseenBlocks(occasion)
      : parcelBlocks(occasion, { expected: kind.parcelState === "shipped" }),
    parcel_items: inside.length > 0 ? [itemsBlock(occasion, inside)] : [],
    still_to_come: stillToCome(occasion),
  };
}

export type Piece = { part: string } | { block: Block };

/** What a kind says, with the designed parts in it told apart from its own words: the longest part first. */
export function piecesOf(said: Said, parts: Parts): Piece[] {
  const known = Object.entries(parts)
    .filter(([, blocks]) => blocks.length > 0)
    .map(([part, blocks]) => ({ part, length: blocks.length, looks: JSON.stringify(blocks) }))
    .sort((a, b) => b.length - a.length);
  const pieces: Piece[] = [];
  for (let at = 0; at < said.blocks.length; ) {
    const found = known.find(
      ({ length, looks }) => looks === JSON.stringify(said.blocks.slice(at, at + length)),
    );
    const block = said.blocks[at];
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
