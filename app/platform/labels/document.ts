import PDFDocument from "pdfkit";

/** A tagged document whose bytes depend on nothing but what is drawn and these particulars. */
export function openDocument(of: {
  readonly size: readonly [number, number];
  readonly title: string;
  readonly language: string;
  readonly date: Date;
  readonly compress: boolean;
}): PDFKit.PDFDocument {
  return new PDFDocument({
    size: [...of.size],
    margin: 0,
    autoFirstPage: true,
    pdfVersion: "1.7",
    tagged: true,
    displayTitle: true,
    lang: of.language,
    compress: of.compress,
    fontLayoutCache: false,
    // pdfkit's default font would be loaded and embedded; null stands for none.
    font: null as unknown as string,
    info: { Title: of.title, Producer: "Aftercare", Creator: "Aftercare", CreationDate: of.date },
  });
}
