import type { Words } from "~/platform/i18n/words";
import type { en } from "./en";

const days = (count: number) => (count === 1 ? "יום אחד" : count === 2 ? "יומיים" : `${count} ימים`);

export const he = {
  hello: (name) => `שלום ${name},`,
  helloNobody: "שלום,",
  order: (name) => `הזמנה ${name}`,
  quantity: (count) => `כמות: ${count}`,
  subtotal: "סכום ביניים",
  discount: "הנחה",
  shipping: "משלוח",
  tax: "מס",
  taxIncluded: "מס (כלול)",
  total: "סך הכול",
  shipsTo: "נשלח אל",
  shippingMethod: "שיטת משלוח",
  expected: (span) => `צפוי להגיע ${span}`,
  items: "מה הזמנתם",
  track: "מעקב אחר ההזמנה",
  seeOrder: "לצפייה בהזמנה",
  trackParcel: "מעקב אחר החבילה",
  trackingNumber: (carrier, number) => (carrier ? `${carrier}: ${number}` : number),
  returnPolicy: (count) =>
    count === 0
      ? "החנות אינה מקבלת החזרות."
      : `לא מתאים? אפשר להחזיר בתוך ${days(count)} מהמסירה, ישירות מדף ההזמנה. פריטי מכירה סופית אינם ניתנים להחזרה.`,
  footer: (shop) => `קיבלתם הודעה זו כי הזמנתם ב-${shop}.`,
  footerReply: "יש שאלות? כתבו לנו מדף ההזמנה: שם אנחנו רואים מיד את ההזמנה שלכם.",
  orderConfirmed: {
    subject: (order, shop) => `${shop}: קיבלנו את הזמנה ${order}`,
    title: "תודה, קיבלנו את ההזמנה",
    text: "אנחנו מכינים אותה ונכתוב שוב ברגע שתצא לדרך.",
    preview: (total) => `הכול בסדר. סך הכול: ${total}.`,
  },
  orderCancelled: {
    subject: (order, shop) => `${shop}: הזמנה ${order} בוטלה`,
    title: "ההזמנה בוטלה",
    text: "לא יישלח דבר נוסף. מה ששולם יוחזר באותו אמצעי תשלום; בבנק זה לוקח 3 עד 10 ימים.",
    preview: "לא יישלח דבר נוסף.",
  },
  orderShipped: {
    subject: (order, shop) => `${shop}: הזמנה ${order} בדרך`,
    title: "החבילה שלכם בדרך",
    text: "החבילה אצל חברת השילוח. הדף שלמטה מראה תמיד היכן היא.",
    preview: "החבילה אצל חברת השילוח.",
    inside: "בחבילה הזו",
  },
  orderDelivered: {
    subject: (order, shop) => `${shop}: הזמנה ${order} הגיעה`,
    title: "החבילה הגיעה",
    text: "לפי חברת השילוח החבילה נמסרה. לא מצאתם? בדקו קודם ליד הדלת ואצל השכנים, ואז כתבו לנו מדף ההזמנה.",
    preview: "לפי חברת השילוח החבילה נמסרה.",
  },
  returnRequested: {
    subject: (rma, shop) => `${shop}: קיבלנו את בקשת ההחזרה ${rma}`,
    title: "קיבלנו את בקשת ההחזרה",
    text: "השלב הבא: אדם בודק אותה. נעדכן אתכם מיד כשתתקבל החלטה; שמרו את הפריטים עד אז.",
    preview: "השלב הבא: אדם בודק אותה.",
    items: "מה ברצונכם להחזיר",
  },
  returnLabelled: {
    subject: (rma, shop) => `${shop}: תווית ההחזרה ${rma}`,
    title: "תווית ההחזרה מוכנה",
    text: "הדפיסו את התווית, הדביקו על החבילה ומסרו אותה. היא מצורפת בשלושה גדלים; בחרו את המתאים למדפסת שלכם.",
    preview: "הדפסה, אריזה, מסירה.",
    steps: "איך מחזירים",
    step: [
      "ארזו את הפריטים עם הדף שמתחת לקו הגזירה.",
      "כסו או הסירו תוויות ישנות והדביקו את החדשה למעלה.",
      "מסרו את החבילה ושמרו את הקבלה.",
    ],
  },
  returnDeclined: {
    subject: (rma, shop) => `${shop}: בעניין בקשת ההחזרה ${rma}`,
    title: "לא נוכל לקבל את ההחזרה",
    text: "אנו מצטערים: לא יכולנו לאשר את הבקשה.",
    reasons: {
      RETURN_PERIOD_ENDED: "המועד להחזרת הפריטים חלף.",
      FINAL_SALE: "הפריטים נמכרו במכירה סופית.",
      OTHER: "לשאלות, כתבו לנו מדף ההזמנה.",
    },
    preview: "הסיבה בפנים.",
  },
  returnCancelled: {
    subject: (rma, shop) => `${shop}: החזרה ${rma} בוטלה`,
    title: "ההחזרה בוטלה",
    text: "אין צורך לשלוח דבר. כל עוד המועד לא חלף אפשר להתחיל החזרה חדשה מדף ההזמנה.",
    preview: "אין צורך לשלוח דבר.",
  },
  returnRefunded: {
    subject: (rma, shop) => `${shop}: ההחזר הכספי עבור ${rma}`,
    title: "ההחזר הכספי בדרך",
    text: (amount) => `קיבלנו את הפריטים והחזרנו ${amount} לאמצעי התשלום שלכם. בבנק זה לוקח 3 עד 10 ימים.`,
    preview: (amount) => `${amount} בדרך אליכם.`,
  },
} satisfies Words<typeof en>;
