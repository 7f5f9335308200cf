import type { Catalogue, CatalogueVariant } from "../engine/index";

export interface CartLine {
  variant: CatalogueVariant;
  product: string;
  quantity: number;
}

export interface Cart {
  key: string;
  about: string;
  fill(catalogue: Catalogue): CartLine[];
}

const line = (catalogue: Catalogue, at: number, quantity = 1, variant = 0): CartLine => {
  const product = catalogue.products[at % catalogue.products.length];
  const chosen = product?.variants[variant % product.variants.length];
  if (!product || !chosen) throw new Error("The shop has nothing to sell");
  return { product: product.title, variant: chosen, quantity };
};

export const carts: Cart[] = [
  { key: "single", about: "One thing", fill: (shelf) => [line(shelf, 0)] },
  {
    key: "few",
    about: "Three things, one of them twice",
    fill: (shelf) => [line(shelf, 1), line(shelf, 2, 2), line(shelf, 3)],
  },
  {
    key: "sizes",
    about: "Two variants of one thing, to keep the one that fits",
    fill: (shelf) => {
      const at = Math.max(
        0,
        shelf.products.findIndex((product) => product.variants.length > 1),
      );
      return [line(shelf, at), line(shelf, at, 1, 1)];
    },
  },
  { key: "dozen", about: "A dozen of the same", fill: (shelf) => [line(shelf, 3, 12)] },
  {
    key: "final-sale",
    about: "Something that may not come back, and something that may",
    fill: (shelf) => {
      const at = shelf.products.findIndex((product) => product.tags.includes("final-sale"));
      return [line(shelf, Math.max(0, at)), line(shelf, 1)];
    },
  },
  {
    key: "everything",
    about: "One of everything",
    fill: (shelf) => shelf.products.map((_, at) => line(shelf, at)),
  },
];

export const cartNamed = (key: string): Cart | undefined => carts.find((one) => one.key === key);
