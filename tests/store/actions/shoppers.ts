/** People who shop here. None of them exists. */
export interface Shopper {
  key: string;
  /** What the control panel says about them. */
  about: string;
  firstName: string;
  lastName: string;
  email: string;
  phone: string;
  locale: string;
  currency: string;
  address: {
    address1: string;
    address2?: string;
    city: string;
    provinceCode?: string;
    zip?: string;
    countryCode: string;
  };
  note?: string;
  /** Buys without an account. */
  guest?: true;
}

export const shoppers: Shopper[] = [
  {
    key: "ada",
    about: "United Kingdom, English, pounds",
    firstName: "Ada",
    lastName: "Whitcombe",
    email: "ada.whitcombe@shopper.example",
    phone: "+447700900123",
    locale: "en-GB",
    currency: "GBP",
    address: {
      address1: "14 Larkspur Lane",
      address2: "Flat 2",
      city: "Bristol",
      zip: "BS6 5TN",
      countryCode: "GB",
    },
  },
  {
    key: "lieselotte",
    about: "Germany, German, euros",
    firstName: "Lieselotte",
    lastName: "Brückner-Größe",
    email: "lieselotte.brueckner@shopper.example",
    phone: "+4915123456789",
    locale: "de-DE",
    currency: "EUR",
    address: { address1: "Straße des 17. Juni 135", city: "Berlin", zip: "10623", countryCode: "DE" },
  },
  {
    key: "noa",
    about: "Israel, Hebrew, shekels",
    firstName: "נועה",
    lastName: "בן־דוד",
    email: "noa.bendavid@shopper.example",
    phone: "+972541234567",
    locale: "he-IL",
    currency: "ILS",
    address: {
      address1: "רחוב דיזנגוף 99",
      address2: "דירה 7",
      city: "תל אביב-יפו",
      zip: "6439602",
      countryCode: "IL",
    },
    note: "נא להשאיר אצל השכנה בדירה 8 (קומה 2)",
  },
  {
    key: "layla",
    about: "Kuwait, Arabic, dinars with three decimals, no postcode",
    firstName: "ليلى",
    lastName: "الحربي",
    email: "layla.alharbi@shopper.example",
    phone: "+96550012345",
    locale: "ar-KW",
    currency: "KWD",
    address: { address1: "شارع سالم المبارك، قطعة ٤، منزل ١٢", city: "السالمية", countryCode: "KW" },
  },
  {
    key: "haruto",
    about: "Japan, Japanese, yen without decimals",
    firstName: "陽翔",
    lastName: "佐藤",
    email: "haruto.sato@shopper.example",
    phone: "+819012345678",
    locale: "ja-JP",
    currency: "JPY",
    address: {
      address1: "神宮前1-5-8",
      address2: "コーポ原宿 301",
      city: "渋谷区",
      provinceCode: "JP-13",
      zip: "150-0001",
      countryCode: "JP",
    },
  },
  {
    key: "jordan",
    about: "United States, English, dollars",
    firstName: "Jordan",
    lastName: "Castellanos",
    email: "jordan.castellanos@shopper.example",
    phone: "+15125550142",
    locale: "en-US",
    currency: "USD",
    address: {
      address1: "2207 Barton Springs Rd",
      city: "Austin",
      provinceCode: "TX",
      zip: "78704",
      countryCode: "US",
    },
  },
  {
    key: "guest",
    about: "A guest without an account",
    firstName: "Owen",
    lastName: "Pryce",
    email: "owen.pryce@shopper.example",
    phone: "+447700900456",
    locale: "en-GB",
    currency: "GBP",
    address: { address1: "3 Heol y Bont", city: "Aberystwyth", zip: "SY23 1NQ", countryCode: "GB" },
    guest: true,
  },
  {
    key: "zoe",
    about: "Naughty: emoji, quotes, markup and Liquid everywhere",
    firstName: "Zoë 🦊",
    lastName: `O'Néïll-Šťastný "Z" <b>`,
    email: "zoe+tag'quote@shopper.example",
    phone: "+447700900789",
    locale: "en-GB",
    currency: "GBP",
    address: {
      address1: "½ Ünder & Øver <Road>",
      address2: "‏שמאל‎ 🏠",
      city: "Llanfair­pwll",
      zip: "LL61 5UJ",
      countryCode: "GB",
    },
    note: "🎁🎉 Happy birthday!! 👩‍👩‍👧‍👦 <script>alert('x')</script> {{ shop.name }} {% raw %}\n\nÞanks & “bye” \u202Egnorw\u202C ¯\\_(ツ)_/¯",
  },
];

export const shopperNamed = (key: string): Shopper | undefined => shoppers.find((one) => one.key === key);
