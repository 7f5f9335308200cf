/** How a shop looks: its theme settings. Each pair of ink and ground keeps a contrast of at least 4.5 to 1. */
export interface Palette {
  ground: string;
  surface: string;
  ink: string;
  faint: string;
  line: string;
  accent: string;
  accent_ink: string;
  wash: string;
  heading_font: string;
  tagline: string;
  mark: "leaf" | "house";
  radius: string;
}

const fern: Palette = {
  ground: "#faf8f3",
  surface: "#ffffff",
  ink: "#20302a",
  faint: "#5a6962",
  line: "#dfe1d6",
  accent: "#2c5b45",
  accent_ink: "#ffffff",
  wash: "#e6eee2",
  heading_font: '"Iowan Old Style", "Palatino Linotype", Palatino, "Book Antiqua", Georgia, serif',
  tagline: "Good things, made to be kept.",
  radius: "14px",
  mark: "leaf",
};

const nordlicht: Palette = {
  ground: "#f4f6f8",
  surface: "#ffffff",
  ink: "#1a2433",
  faint: "#566274",
  line: "#d9dfe6",
  accent: "#23467a",
  accent_ink: "#ffffff",
  wash: "#e2eaf4",
  heading_font: '"Avenir Next", "Segoe UI", "Helvetica Neue", Arial, sans-serif',
  tagline: "Helles für dunkle Tage.",
  radius: "4px",
  mark: "house",
};

const palettes: Record<string, Palette> = { "nordlicht-haus.myshopify.com": nordlicht };

export const paletteOf = (shop: string): Palette => palettes[shop] ?? fern;
