/** Carriers whose tracking pages Shopify knows; others keep the URL they are given, or none. */
const PAGES: Record<string, (number: string) => string> = {
  UPS: (number) => `https://www.ups.com/WebTracking?loc=en_US&requester=ST&trackNums=${number}`,
  USPS: (number) => `https://tools.usps.com/go/TrackConfirmAction_input?qtc_tLabels1=${number}`,
  FedEx: (number) => `https://www.fedex.com/fedextrack/?trknbr=${number}`,
  "DHL Express": (number) => `https://www.dhl.com/en/express/tracking.html?AWB=${number}`,
  "Royal Mail": (number) => `https://www.royalmail.com/track-your-item#/tracking-results/${number}`,
  "Canada Post": (number) =>
    `https://www.canadapost-postescanada.ca/track-reperage/en#/search?searchFor=${number}`,
  DPD: (number) => `https://tracking.dpd.de/status/en_US/parcel/${number}`,
  Evri: (number) => `https://www.evri.com/track/parcel/${number}`,
};

export function carrierNamed(company: string | null): string | null {
  if (!company) return company;
  return Object.keys(PAGES).find((name) => name.toLowerCase() === company.toLowerCase()) ?? company;
}

export function trackingUrl(company: string | null, number: string | null): string | null {
  const page = company ? PAGES[company] : undefined;
  return page && number ? page(encodeURIComponent(number)) : null;
}
