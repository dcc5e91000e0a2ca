import type { Address } from '../../../../../core/order.ts';
import { countryNamed } from './countries.ts';

/** The words of an address that stand nowhere in what was made of it; empty where all of them do. */
export function unplaced(body: string, address: Address): string[] {
  const { name: _name, phone: _phone, ...places } = address;
  const values = Object.values(places).filter((value) => value !== undefined);
  const whole = values.join(' ').toLowerCase();
  const han = whole.replace(/[^\p{Script=Han}]/gu, '');
  const tokens = new Set(tokensOf(whole));
  const missing = tokensOf(body).filter(
    (token) => !tokens.has(token.toLowerCase()) && !isCountry(token, body, address),
  );
  const lost = (body.match(/\p{Script=Han}+/gu) ?? []).filter(
    (run) => !isCovered(run, han) && !isCountry(run, body, address),
  );
  return [...new Set([...missing, ...lost])];
}

/** Numbers and Latin words. */
function tokensOf(text: string): string[] {
  return text.match(/[\p{Script=Latin}\d][\p{Script=Latin}\d'’]*/gu) ?? [];
}

/** "UK" is kept as the country's code. */
function isCountry(token: string, body: string, { country }: Address): boolean {
  const code = countryNamed(country) ?? country;
  const named = body.split(/[,\n]|(?<=\d)\s/u).map((word) => word.trim());
  return [token, ...named.filter((word) => word.includes(token))].some((word) => countryNamed(word) === code);
}

/** Whether each character stands in the text, in runs as they were written. */
function isCovered(run: string, text: string): boolean {
  let at = 0;
  while (at < run.length) {
    let length = run.length - at;
    while (length > 0 && !text.includes(run.slice(at, at + length))) length--;
    if (length === 0) return false;
    at += length;
  }
  return true;
}
