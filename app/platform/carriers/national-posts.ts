/**
 * Who gives out the UPU S10 numbers of a country (UPU S10-12: each member names one operator), by ISO 3166-1
 * code. Named as Shippo and most of the trade name them.
 */
const NAMED: Readonly<Record<string, string>> = {
  AE: "emirates_post",
  AR: "correo_argentino",
  AT: "austrian_post",
  AU: "australia_post",
  BE: "bpost",
  BR: "correios",
  CA: "canada_post",
  CH: "swiss_post",
  CL: "correos_chile",
  CN: "china_post",
  CZ: "czech_post",
  DE: "deutsche_post",
  DK: "postnord",
  EE: "omniva",
  EG: "egypt_post",
  ES: "correos",
  FI: "posti",
  FR: "la_poste",
  GB: "royal_mail",
  GR: "elta",
  HK: "hongkong_post",
  HR: "hrvatska_posta",
  HU: "magyar_posta",
  ID: "pos_indonesia",
  IE: "an_post",
  IL: "israel_post",
  IN: "india_post",
  IT: "poste_italiane",
  JP: "japan_post",
  KR: "korea_post",
  LT: "lietuvos_pastas",
  LV: "latvijas_pasts",
  MX: "correos_mexico",
  MY: "pos_malaysia",
  NL: "postnl",
  NO: "posten_norge",
  NZ: "nz_post",
  PH: "phlpost",
  PL: "poczta_polska",
  PT: "ctt",
  RO: "posta_romana",
  RU: "russian_post",
  SA: "saudi_post",
  SE: "postnord",
  SG: "singapore_post",
  SI: "posta_slovenije",
  SK: "slovenska_posta",
  TH: "thailand_post",
  TR: "ptt",
  TW: "chunghwa_post",
  UA: "ukrposhta",
  US: "usps",
  VN: "vietnam_post",
  ZA: "south_african_post_office",
};

/** Further members of the UPU and territories with codes of their own. */
const OTHERS = new Set(
  (
    "AF AL DZ AO AG AM AW AZ BS BH BD BB BY BZ BJ BM BT BO BA BW BN BG BF BI KH CM CV KY CF TD CO KM CG CD CR CI " +
    "CU CW CY DJ DM DO EC SV GQ ER ET FJ FO GA GM GE GH GI GL GD GT GG GN GW GY HT HN IS IR IQ IM JM JE JO KZ KE " +
    "KI KP KW KG LA LB LS LR LY LI LU MO MG MW MV ML MT MR MU MD MC MN ME MA MZ MM NA NR NP NC NI NE NG MK OM PK " +
    "PA PF PG PY PE PS QA RW KN LC VC WS SM ST SN RS SC SL SB SO SS LK SD SR SZ SY TJ TZ TL TG TO TT TN TM TV UG " +
    "UY UZ VU VA VE YE ZM ZW XK"
  ).split(" "),
);

/** The post that gave out an S10 number ending in this country code, or null when no country has it. */
export const nationalPost = (country: string): string | null =>
  NAMED[country] ?? (OTHERS.has(country) ? `${country.toLowerCase()}_post` : null);
