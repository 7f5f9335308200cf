/** Carriers the panel ships with, and numbers that look like theirs. */
export interface Carrier {
  name: string;
  /** `9` stands for any digit, `A` for any letter. */
  pattern: string;
  url(number: string): string;
}

export const carriers: Carrier[] = [
  {
    name: "Royal Mail",
    pattern: "AA999999999GB",
    url: (number) => `https://www.royalmail.com/track-your-item#/tracking-results/${number}`,
  },
  {
    name: "DHL",
    pattern: "JD9999999999999999",
    url: (number) => `https://www.dhl.de/de/privatkunden/pakete-empfangen/verfolgen.html?idc=${number}`,
  },
  { name: "DPD UK", pattern: "1599999999999A", url: (number) => `https://track.dpd.co.uk/parcels/${number}` },
  {
    name: "UPS",
    pattern: "1Z9A999A0399999999",
    url: (number) => `https://www.ups.com/track?tracknum=${number}`,
  },
  {
    name: "USPS",
    pattern: "9400199999999999999999",
    url: (number) => `https://tools.usps.com/go/TrackConfirmAction?tLabels=${number}`,
  },
  {
    name: "FedEx",
    pattern: "999999999999",
    url: (number) => `https://www.fedex.com/fedextrack/?trknbr=${number}`,
  },
  {
    name: "Japan Post (JA)",
    pattern: "AA999999999JP",
    url: (number) => `https://trackings.post.japanpost.jp/services/srv/search/direct?reqCodeNo1=${number}`,
  },
  {
    name: "Israel Post",
    pattern: "AA999999999IL",
    url: (number) => `https://mypost.israelpost.co.il/itemtrace?itemcode=${number}`,
  },
];

export const carrierNamed = (name: string): Carrier =>
  carriers.find((one) => one.name.toLowerCase() === name.toLowerCase()) ?? {
    name,
    pattern: "AA9999999999",
    url: (number) => `https://carrier.example/track/${number}`,
  };

export function trackingNumber(carrier: Carrier, random: () => number): string {
  const letters = "ABCDEFGHJKLMNPRSTUVWXY";
  const fixed = /^(1Z|JD|94001|15)/.exec(carrier.pattern)?.[0] ?? "";
  const tail = /(GB|JP|IL)$/.exec(carrier.pattern)?.[0] ?? "";
  const middle = carrier.pattern.slice(fixed.length, carrier.pattern.length - tail.length);
  const drawn = [...middle].map((sign) => {
    if (sign === "9") return String(Math.floor(random() * 10));
    return sign === "A" ? (letters[Math.floor(random() * letters.length)] ?? "X") : sign;
  });
  return `${fixed}${drawn.join("")}${tail}`;
}
