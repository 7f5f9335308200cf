/**
 * What stands on the papers themselves. These are forms of treaties, not our sentences: the UPU's CN 22 and CN 23
 * (Convention Manual, "Forms") are in French and the language of the country of origin, and customs everywhere
 * read English, so they are printed in both whoever reads the label.
 */
export const CUSTOMS_WORDS = {
  declaration: "CUSTOMS DECLARATION / DÉCLARATION EN DOUANE",
  opened: "May be opened officially / Peut être ouvert d’office",
  invoice: "COMMERCIAL INVOICE",
  from: "From / Expéditeur",
  to: "To / Destinataire",
  exporter: "Exporter (sender)",
  importer: "Importer (receiver)",
  number: "Invoice number",
  reference: "Reference",
  date: "Date",
  reason: "Reason for export",
  returned: "Returned goods",
  terms: "Terms of delivery",
  deliveredAtPlace: "DAP (Incoterms 2020)",
  categories: [
    "Gift / Cadeau",
    "Documents",
    "Commercial sample / Échantillon commercial",
    "Returned goods / Retour de marchandise",
    "Sale of goods / Vente de marchandises",
    "Other / Autre",
  ],
  /** Which of them is ticked. */
  returnedGoods: 3,
  columns: {
    contents: "Quantity and description / Quantité et description",
    hsCode: "HS code / N° tarifaire",
    origin: "Origin / Origine",
    weight: "Weight / Poids (kg)",
    value: "Value / Valeur",
  },
  total: "Total",
  certified:
    "I, the undersigned, whose name and address are given on the item, certify that the particulars given in this " +
    "declaration are correct and that this item does not contain any dangerous article or articles prohibited by " +
    "legislation or by postal or customs regulations.",
  invoiceCertified:
    "The goods are returned to their seller, for no payment; values are for customs only. I declare that all " +
    "information in this invoice is true and correct.",
  signature: "Date and sender’s signature / Date et signature de l’expéditeur",
} as const;
