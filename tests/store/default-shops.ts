import type { NewShop } from "./engine/index";

export const fernAndFable: NewShop = {
  domain: "fern-and-fable.myshopify.com",
  name: "Fern & Fable",
  currency: "GBP",
  country: "GB",
  timezone: "Europe/London",
  email: "hello@fern-and-fable.example",
  locale: "en",
  presentmentCurrencies: ["EUR", "USD", "ILS", "KWD", "JPY"],
};

export const nordlichtHaus: NewShop = {
  domain: "nordlicht-haus.myshopify.com",
  name: "Nordlicht Haus",
  currency: "EUR",
  country: "DE",
  timezone: "Europe/Berlin",
  email: "moin@nordlicht-haus.example",
  locale: "de",
  presentmentCurrencies: ["GBP", "USD", "ILS", "KWD", "JPY"],
};

export const defaultShops: NewShop[] = [fernAndFable, nordlichtHaus];
