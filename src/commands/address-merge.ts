import type { Address } from '../core/order.ts';

export type PartialAddress = { [K in keyof Address]?: string | undefined };

export type MergeResult = { ok: true; address: Address } | { ok: false; reason: 'incomplete' | 'unchanged' };

/** Cities that are their own province. */
const MUNICIPALITIES = /^(?:(?:北京|上海|天津|重庆)市?|Beijing|Shanghai|Tianjin|Chongqing)$/i;

/**
 * The present address with the given parts in place of its own. What stood below a changed place goes with it: a new city keeps neither the old
 * district and postcode nor, silently, the old street or province.
 */
export function mergeAddress(present: Address, given: PartialAddress): MergeResult {
  const parts = { ...given };
  if (parts.province === undefined && parts.city !== undefined && MUNICIPALITIES.test(parts.city))
    parts.province = parts.city;
  if (parts.city === undefined && parts.province !== undefined && MUNICIPALITIES.test(parts.province))
    parts.city = parts.province;
  // Another country has provinces of its own, or none.
  if (parts.country !== undefined && parts.country !== present.country) parts.province ??= '';
  const moves = (['country', 'province', 'city'] as const).some(
    (key) => parts[key] !== undefined && parts[key] !== present[key],
  );
  if (moves && (parts.street === undefined || parts.city === undefined)) return { ok: false, reason: 'incomplete' };
  if (moves && parts.province === undefined && present.province !== '') return { ok: false, reason: 'incomplete' };
  const otherDistrict = parts.district !== undefined && parts.district !== present.district;
  if (moves && parts.district === undefined) parts.district = '';
  if ((moves || otherDistrict) && parts.postcode === undefined) parts.postcode = '';
  const { street2, ...rest } = present;
  const address: Address = { ...rest };
  for (const key of Object.keys(rest) as (keyof typeof rest)[]) address[key] = parts[key] ?? rest[key];
  // A flat number belongs to its street: another street does not keep it.
  const kept = parts.street2 ?? (address.street === present.street && !moves ? street2 : undefined);
  if (kept) address.street2 = kept;
  if (address.name === '' || address.street === '') return { ok: false, reason: 'incomplete' };
  return sameAddress(present, address) ? { ok: false, reason: 'unchanged' } : { ok: true, address };
}

function sameAddress(one: Address, other: Address): boolean {
  const keys = new Set([...Object.keys(one), ...Object.keys(other)]) as Set<keyof Address>;
  return [...keys].every((key) => (one[key] ?? '') === (other[key] ?? ''));
}

/** On one line, largest place first in Chinese, last in English. */
export function addressText(address: Address): { zh: string; en: string } {
  const { province, city, district } = address;
  const region = province === city ? [city] : [province, city];
  const han = /\p{Script=Han}/u.test(address.street + city);
  const country = /^(CN|中国|China)$/i.test(address.country) ? '' : countryName(address.country, han ? 'zh' : 'en');
  const street = [address.street, address.street2].filter(Boolean).join(han ? ' ' : ', ');
  const spelled = [
    street,
    district,
    [city, province === city ? '' : province, address.postcode].filter(Boolean).join(' '),
    country,
  ];
  const western = spelled.filter(Boolean).join(', ');
  const chinese = [country, ...region, district, street].filter(Boolean).join('');
  const line = han ? chinese : western;
  return { zh: line, en: line };
}

/** A code is written as its country's name. */
function countryName(country: string, locale: 'zh' | 'en'): string {
  if (!/^[A-Z]{2}$/.test(country)) return country;
  return new Intl.DisplayNames([locale], { type: 'region' }).of(country) ?? country;
}
