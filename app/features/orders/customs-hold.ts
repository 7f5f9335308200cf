/**
 * Carriers tell Shopify of a customs hold only in an event's free words: FulfillmentEventStatus (Admin API
 * 2026-07) has no word for it. What their English, German, French, Dutch, Spanish, Italian, Portuguese, Polish,
 * Swedish, Hebrew, Arabic and Japanese scans say, as data.
 */
const CUSTOMS =
  /\bcustoms?\b|\bzoll|\bverzollung|\bdouanes?\b|\bdédouanement|\bdouane|\baduanas?\b|\bdogan[ae]\b|\balf[aâ]ndega|\baduaneir|\bceln|\bcł[aeo]|\bodpraw|\btull(en|klar|stopp)?\b|מכס|جمار?ك|جمرك|通関|税関/iu;

/** The hold is over, or has not begun. */
const PASSED =
  /\b(cleared|released|release from|clearance (completed?|success|done|processing complete)|completed|left customs|departed|pre-?clear|handed over|no longer|data received|electronic|informed|notified)\b|freigegeben|abgeschlossen|verzollt\b|libér|dédouané|terminé|vrijgegeven|ingeklaard|liberad|despachad[oa] (de|por)|completad|svincolat|sdoganat|desembaraçad|zakończ|zwolnion|frisläppt|klarerat|שוחרר|الإفراج|許可|完了/iu;

/** Longer words are not a scan's. */
const MOST = 500;

/** Does a carrier's scan say that customs holds the parcel now? In doubt it does not. */
export const heldByCustoms = (message: string | null): boolean =>
  message !== null && message.length <= MOST && CUSTOMS.test(message) && !PASSED.test(message);
