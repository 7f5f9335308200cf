/** Countries, ISO 3166-1 alpha-2, where office paper is US Letter; elsewhere it is A4 (ISO 216). */
export const LETTER_COUNTRIES = /^(US|CA|MX|CL|CO|PH)$/;
