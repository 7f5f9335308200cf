import { type UserError, userError } from "../graphql/errors";
import {
  countryCode,
  countryName,
  isKnownProvince,
  NEEDS_ZIP,
  provinceCode,
  provinceName,
  wordsFor,
} from "../state/countries";
import { globalId } from "../state/ids";
import type { Address } from "../state/model";
import type { ShopState } from "../state/shop";

export interface MailingAddressInput {
  firstName?: string | null;
  lastName?: string | null;
  company?: string | null;
  address1?: string | null;
  address2?: string | null;
  city?: string | null;
  province?: string | null;
  provinceCode?: string | null;
  country?: string | null;
  countryCode?: string | null;
  zip?: string | null;
  phone?: string | null;
}

export function makeAddress(shop: ShopState, input: MailingAddressInput): Address {
  const country = input.countryCode ?? countryCode(input.country);
  const province = input.provinceCode ?? provinceCode(country, input.province);
  return shop.record({
    __typename: "MailingAddress",
    id: `${globalId("MailingAddress", shop.mint.number("MailingAddress"))}?model_name=Address`,
    firstName: input.firstName ?? null,
    lastName: input.lastName ?? null,
    company: input.company ?? null,
    address1: input.address1 ?? null,
    address2: input.address2 ?? null,
    city: input.city ?? null,
    province: provinceName(country, province) ?? input.province ?? null,
    provinceCode: province,
    country: countryName(country),
    countryCodeV2: country,
    zip: input.zip ?? null,
    phone: input.phone ?? null,
  });
}

/** What an order's new shipping address must have, in the words the country uses. */
export function addressErrors(input: MailingAddressInput, field: string): UserError[] {
  const errors: UserError[] = [];
  const country = input.countryCode ?? countryCode(input.country);
  const blank = (text: string | null | undefined) => !text?.trim();
  if (blank(input.lastName)) errors.push(userError([field, "lastName"], "Enter a last name"));
  if (blank(input.address1)) errors.push(userError([field, "address1"], "Enter an address"));
  if (blank(input.city)) errors.push(userError([field, "city"], "Enter a city"));
  if (!country) return [...errors, userError([field, "country"], "Select a country/region")];
  const words = wordsFor(country);
  if (blank(input.zip) && NEEDS_ZIP.has(country))
    errors.push(userError([field, "zip"], `Enter a ${words.zip}`));
  if (input.provinceCode && !isKnownProvince(country, input.provinceCode)) {
    const place = countryName(country);
    errors.push(
      userError(
        [field, "province"],
        `${words.province} is not a valid ${words.province.toLowerCase()} in ${place}`,
      ),
    );
  }
  return errors;
}

export function fullName(person: { firstName: string | null; lastName: string | null }): string | null {
  return [person.firstName, person.lastName].filter(Boolean).join(" ") || null;
}

/** The lines of an address, as they are printed. */
export function formattedLines(address: Address, withName: boolean, withCompany: boolean): string[] {
  const place = [address.city, address.provinceCode, address.zip].filter(Boolean).join(" ");
  return [
    withName ? fullName(address) : null,
    withCompany ? address.company : null,
    address.address1,
    address.address2,
    place || null,
    address.country,
  ].filter((line): line is string => Boolean(line));
}
