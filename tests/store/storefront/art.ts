import type { CatalogueProduct } from "../engine/index";
import type { Palette } from "./palette";

/** A quiet drawing for a product, so that the shop needs no photographs. */
export function productArt(
  product: Pick<CatalogueProduct, "title" | "handle" | "productType">,
  palette: Pick<Palette, "wash" | "accent" | "ink">,
): string {
  const hue = hueOf(product.handle);
  const tones = {
    wash: `hsl(${hue} 32% 90%)`,
    main: `hsl(${hue} 34% 46%)`,
    deep: `hsl(${hue} 38% 30%)`,
    light: `hsl(${hue} 40% 72%)`,
  };
  const draw =
    shapes.find(({ words }) => words.test(`${product.title} ${product.productType}`))?.draw ?? parcel;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 240 240" role="img" aria-label="${attribute(product.title)}">
<rect width="240" height="240" fill="${tones.wash}"/><ellipse cx="120" cy="196" rx="74" ry="9" fill="${palette.ink}" opacity=".1"/>${draw(tones)}</svg>`;
}

interface Tones {
  main: string;
  deep: string;
  light: string;
}

const parcel = ({ main, deep, light }: Tones) =>
  `<path d="M62 92l58-24 58 24v78l-58 24-58-24z" fill="${main}"/><path d="M62 92l58 24v78l-58-24z" fill="${deep}"/><path d="M62 92l58-24 58 24-58 24z" fill="${light}"/><path d="M90 80l58 24v30" fill="none" stroke="#fff" stroke-opacity=".6" stroke-width="6"/>`;

const mug = ({ main, deep, light }: Tones) =>
  `<path d="M158 108h12a24 24 0 0 1 0 48h-14" fill="none" stroke="${deep}" stroke-width="11"/><path d="M68 88h92v76a30 30 0 0 1-30 30H98a30 30 0 0 1-30-30z" fill="${main}"/><path d="M68 88h92v22H68z" fill="${light}"/>`;

const candle = ({ main, deep, light }: Tones) =>
  `<path d="M120 46c13 16 13 26 0 34-13-8-13-18 0-34z" fill="${light}"/><path d="M120 76v22" stroke="${deep}" stroke-width="4"/><rect x="78" y="96" width="84" height="98" rx="12" fill="${main}"/><rect x="94" y="124" width="52" height="40" rx="4" fill="#fff" opacity=".85"/>`;

const textile = ({ main, deep, light }: Tones) =>
  `<path d="M56 132c0-10 8-18 18-18h92c10 0 18 8 18 18v44c0 10-8 18-18 18H74c-10 0-18-8-18-18z" fill="${main}"/><path d="M62 96c0-9 7-16 16-16h84c9 0 16 7 16 16v26H62z" fill="${light}"/><path d="M56 146h128M56 162h128" stroke="${deep}" stroke-width="5" opacity=".55"/><path d="M62 100h116" stroke="#fff" stroke-width="4" opacity=".6"/>`;

const shirt = ({ main, deep, light }: Tones) =>
  `<path d="M88 66l-36 26 16 32 18-10v80h68v-80l18 10 16-32-36-26c-6 14-58 14-64 0z" fill="${main}"/><path d="M88 66c6 14 58 14 64 0l-8-4c-8 10-40 10-48 0z" fill="${deep}"/><path d="M104 132h32" stroke="${light}" stroke-width="6" stroke-linecap="round"/>`;

const jumper = ({ main, deep, light }: Tones) =>
  `<path d="M92 64c-20 6-32 14-38 30L40 164l24 8 14-44v66h84v-66l14 44 24-8-14-70c-6-16-18-24-38-30-10 12-46 12-56 0z" fill="${main}"/><path d="M92 64c10 14 46 14 56 0l-6-5c-8 9-36 9-44 0z" fill="${deep}"/><path d="M78 184h84v10H78zM40 164l24 8-3 9-23-8zM200 164l-24 8 3 9 23-8z" fill="${deep}"/><path d="M82 118l10 8 10-8 10 8 10-8 10 8 10-8 10 8 6-5" fill="none" stroke="${light}" stroke-width="5"/>`;

const coat = ({ main, deep, light }: Tones) =>
  `<path d="M88 70a32 32 0 0 1 64 0z" fill="${deep}"/><path d="M86 70c-18 6-30 14-34 28l-10 72 22 4 12-40v62h88v-62l12 40 22-4-10-72c-4-14-16-22-34-28z" fill="${main}"/><path d="M120 70v126" stroke="${deep}" stroke-width="4"/><g fill="${light}"><circle cx="130" cy="98" r="5"/><circle cx="130" cy="124" r="5"/><circle cx="130" cy="150" r="5"/></g><path d="M84 158h22M146 158h18" stroke="${deep}" stroke-width="5"/>`;

const apron = ({ main, deep, light }: Tones) =>
  `<path d="M96 78V62a24 18 0 0 1 48 0v16" fill="none" stroke="${deep}" stroke-width="6"/><path d="M92 74h56l6 42c16 4 22 10 24 24v54H62v-54c2-14 8-20 24-24z" fill="${main}"/><path d="M92 140h56v26a8 8 0 0 1-8 8h-40a8 8 0 0 1-8-8z" fill="${light}"/><path d="M62 134H44M178 134h18" stroke="${deep}" stroke-width="6" stroke-linecap="round"/>`;

const lamp = ({ main, deep, light }: Tones) =>
  `<path d="M84 58h72l22 62H62z" fill="${light}"/><path d="M84 58h72l8 22H76z" fill="#fff" opacity=".5"/><path d="M120 120v66" stroke="${deep}" stroke-width="8"/><rect x="84" y="184" width="72" height="11" rx="5" fill="${main}"/>`;

const plant = ({ main, deep, light }: Tones) =>
  `<path d="M120 140c-4-42 8-66 44-82 4 42-10 68-44 82z" fill="${main}"/><path d="M118 142C84 132 66 110 68 74c36 8 52 32 50 68z" fill="${light}"/><path d="M120 150V96" stroke="${deep}" stroke-width="5"/><path d="M82 140h76l-10 54H92z" fill="${deep}"/>`;

const book = ({ main, deep, light }: Tones) =>
  `<rect x="70" y="56" width="100" height="138" rx="8" fill="${main}"/><rect x="70" y="56" width="18" height="138" rx="6" fill="${deep}"/><rect x="104" y="82" width="48" height="30" rx="3" fill="${light}"/><path d="M104 128h48M104 140h32" stroke="#fff" stroke-opacity=".7" stroke-width="4"/>`;

const bag = ({ main, deep, light }: Tones) =>
  `<path d="M92 104V84a28 28 0 0 1 56 0v20" fill="none" stroke="${deep}" stroke-width="9"/><path d="M62 98h116l-8 84a14 14 0 0 1-14 12H84a14 14 0 0 1-14-12z" fill="${main}"/><path d="M66 140h108" stroke="${light}" stroke-width="7"/>`;

const shoe = ({ main, deep, light }: Tones) =>
  `<path d="M48 128c22 8 42-2 52-30l26 4c12 30 34 40 58 44 12 2 14 14 12 26H48z" fill="${main}"/><rect x="44" y="172" width="154" height="18" rx="9" fill="${deep}"/><path d="M112 118l18-6M120 132l18-6" stroke="${light}" stroke-width="6" stroke-linecap="round"/>`;

const bottle = ({ main, deep, light }: Tones) =>
  `<rect x="104" y="44" width="32" height="26" rx="4" fill="${deep}"/><path d="M100 70h40c0 18 22 22 22 46v64a14 14 0 0 1-14 14H92a14 14 0 0 1-14-14v-64c0-24 22-28 22-46z" fill="${main}"/><rect x="78" y="128" width="84" height="40" fill="${light}"/>`;

const ring = ({ main, deep, light }: Tones) =>
  `<circle cx="120" cy="140" r="46" fill="none" stroke="${main}" stroke-width="13"/><path d="M98 74h44l14 18-36 30-36-30z" fill="${light}"/><path d="M98 74l22 48 22-48" fill="none" stroke="${deep}" stroke-width="3"/>`;

const spool = ({ main, deep, light }: Tones) =>
  `<rect x="78" y="56" width="84" height="18" rx="6" fill="${deep}"/><rect x="78" y="176" width="84" height="18" rx="6" fill="${deep}"/><rect x="90" y="74" width="60" height="102" fill="${main}"/><path d="M90 94l60-10M90 116l60-10M90 138l60-10M90 160l60-10" stroke="${light}" stroke-width="6"/><path d="M176 60l10 118" stroke="${deep}" stroke-width="4" stroke-linecap="round"/>`;

const card = ({ main, deep, light }: Tones) =>
  `<rect x="46" y="82" width="148" height="96" rx="12" fill="${main}"/><path d="M46 112h148" stroke="${deep}" stroke-width="14"/><rect x="64" y="140" width="54" height="10" rx="5" fill="${light}"/>`;

const bowl = ({ main, deep, light }: Tones) =>
  `<path d="M52 112h136c0 46-28 78-68 78s-68-32-68-78z" fill="${main}"/><ellipse cx="120" cy="112" rx="68" ry="17" fill="${light}"/><ellipse cx="120" cy="113" rx="54" ry="11" fill="${deep}" opacity=".5"/>`;

const shapes: { words: RegExp; draw(tones: Tones): string }[] = [
  { words: /workshop|class(es)?$|lesson/i, draw: spool },
  { words: /gift ?card|voucher/i, draw: card },
  { words: /bowl|plate|dish/i, draw: bowl },
  { words: /mug|cup|tea(?!k)|coffee/i, draw: mug },
  { words: /candle|incense/i, draw: candle },
  { words: /apron/i, draw: apron },
  { words: /coat|jacket|parka/i, draw: coat },
  { words: /jumper|sweater|hoodie|cardigan|pullover/i, draw: jumper },
  { words: /shirt|tee|dress/i, draw: shirt },
  { words: /lamp|light|lantern/i, draw: lamp },
  { words: /plant|fern|pot|vase|seed|garden|terrarium/i, draw: plant },
  { words: /book|journal|paper|notebook|planner|print|poster/i, draw: book },
  { words: /bag|tote|backpack|basket|pouch/i, draw: bag },
  { words: /shoe|boot|sneaker|trainer|slipper|sandal/i, draw: shoe },
  { words: /oil|soap|bottle|balm|lotion|serum|honey|jar/i, draw: bottle },
  { words: /ring|earring|necklace|jewel|bracelet/i, draw: ring },
  { words: /blanket|scarf|throw|towel|cushion|linen|sock|wool|quilt|rug|textile|napkin/i, draw: textile },
];

function hueOf(text: string): number {
  let hash = 7;
  for (const sign of text) hash = (hash * 31 + sign.charCodeAt(0)) % 3600;
  return Math.round(hash / 10);
}

const attribute = (text: string) =>
  text.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;");
