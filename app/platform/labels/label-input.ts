/**
 * What a caller hands over to have a return label drawn.
 *
 * Every human sentence arrives in `words`: the renderer writes none of its own.
 * Every string may be hostile (it was typed by a shopper): it is printed as
 * literal text, cleaned of invisible controls, and shrunk, wrapped or cut to fit.
 */

import type { LabelCustoms } from "./customs";

/** 'A4' and 'Letter' are sheets for an office printer; '4x6' (inches) is a roll for a thermal printer at 203 dpi. */
export type PaperFormat = "A4" | "Letter" | "4x6";
/** 'PNG' is the label alone, the first page of the roll, as black and white dots at 203 dpi. */
export type LabelFormat = PaperFormat | "PNG";

/** A postal address. Absent and empty parts leave no blank line. */
export interface LabelAddress {
  readonly name?: string | undefined;
  readonly company?: string | undefined;
  /** Street, house, floor …: one entry for each line as it should be printed. */
  readonly lines?: readonly string[] | undefined;
  readonly city?: string | undefined;
  /** Province, state or region, as it is written on an envelope ('CA', 'Ontario'). */
  readonly province?: string | undefined;
  readonly zip?: string | undefined;
  /** ISO 3166-1 alpha-2, e.g. 'GB': printed as the country's name in the label's locale. */
  readonly countryCode?: string | undefined;
  readonly phone?: string | undefined;
}

/** One line of the list of things to put in the parcel. */
export interface LabelItem {
  readonly title: string;
  readonly quantity: number;
  readonly sku?: string | undefined;
}

/** Every sentence and heading on the label, in the reader's language. An empty string prints nothing. */
export interface LabelWords {
  /** Title of the PDF document, e.g. 'Return label'. The return number is added to it. */
  readonly title: string;
  readonly from: string;
  readonly returnTo: string;
  readonly returnNumber: string;
  readonly order: string;
  readonly date: string;
  /** Heading over the packing steps. */
  readonly packing: string;
  /** The packing steps, in order; they are numbered when printed. */
  readonly packingSteps: readonly string[];
  /** Heading over the list of items. */
  readonly items: string;
  /** Printed on the dashed line of a sheet, e.g. 'Cut here'. */
  readonly cutHere: string;
  /** Page count, with the places `{page}` and `{pages}`, e.g. 'Page {page} of {pages}'. */
  readonly pageOf: string;
}

export interface LabelInput {
  readonly from: LabelAddress;
  readonly to: LabelAddress;
  /** e.g. 'RMA-7K3F9Q': in the Code 128 barcode and in readable text beneath it. */
  readonly returnNumber: string;
  /** e.g. '#1001' */
  readonly orderName: string;
  readonly items: readonly LabelItem[];
  /** What the QR code says: a URL or the return number. Too long (over 300 bytes), and the return number takes its place. */
  readonly qrPayload: string;
  /** BCP 47, e.g. 'en-GB', 'he', 'ar-EG': dates, country names, the PDF's language, the choice of Han glyphs. */
  readonly locale: string;
  /** The direction of the page: where the grid starts, and how `words` are read. */
  readonly direction: "ltr" | "rtl";
  readonly words: LabelWords;
  /** Printed, and also the PDF's creation date: the same input gives the same bytes. */
  readonly date: Date;
  /** IANA zone in which `date` is printed, e.g. 'Asia/Jerusalem'. UTC when absent. */
  readonly timeZone?: string | undefined;
  /** Printed on pages after the label when the parcel crosses a customs border. */
  readonly customs?: LabelCustoms | undefined;
}
