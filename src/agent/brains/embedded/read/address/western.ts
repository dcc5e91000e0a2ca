import { countryNamed } from './countries.ts';
import type { AddressChange, PlaceSaid } from './parts.ts';

const UNIT = String.raw`(?:room|rm|apt|apartment|unit|suite|ste|flat|floor|fl|level|building|bldg|block|blk|tower)\b\.?\s*(?:number\s*|no\.?\s*)?#?\s*(?:\d[\w-]*|[a-z](?![\w'])(?:-?\d+)?)|#\s?\d[\w-]*|\d+(?:st|nd|rd|th)\s+floor|\d+f\b`;
const WAY =
  'street|st|road|rd|avenue|ave|av|lane|ln|drive|dr|close|court|ct|square|sq|place|pl|boulevard|blvd|way|terrace|mews|gardens|crescent|parkway|pkwy|highway|hwy|circle|cir|row|walk|quay|alley|trail|hill|grove';
/** `221B Baker Street`, `No. 88 Century Avenue`, `12 rue de Rivoli`. */
const NUMBER_FIRST = String.raw`(?:no\.?\s*)?\d{1,5}(?:\s?[a-z](?![a-z]))?(?:[-/]\d+[a-z]?){0,3},?\s+(?!(?:items?|pieces?|orders?|days?|pairs?|hours?|of|x|more|am|pm|and|or|to|not|but|lunch|boxes|times)\b)\p{L}[\p{L}\d.'’ -]{2,80}`;
/** `Hauptstraße 12`, `Via Roma 5`, `Calle Mayor 3`. */
const NUMBER_LAST = String.raw`\p{L}[\p{L}.'’-]*(?:straße|strasse|str\.|weg|platz|allee|gasse|gata|vägen|laan|straat)\s+\d{1,4}\s?[a-z]?\b|(?:via|viale|piazza|calle|avenida|paseo|plaza|rua|rue|ulica)\s[\p{L}.'’ -]{2,40}?,?\s\d{1,4}[a-z]?\b`;
/** `Keizersgracht 123`, where a postcode comes next. */
const NAME_AND_NUMBER = String.raw`\p{L}[\p{L}.'’-]{3,}(?:\s\p{L}[\p{L}.'’-]+){0,2}\s\d{1,4}\s?[a-z]?`;
const BOX = String.raw`p\.?\s?o\.?\s?box\s+\d+`;
const HEAD = new RegExp(
  `(?<![\\p{L}\\d#/-])(?:${UNIT}|${NUMBER_LAST}|${BOX}|${NUMBER_FIRST}|${NAME_AND_NUMBER}(?=\\s*,\\s*(?:[a-z]-)?\\d{4,5}\\s))`,
  'giu',
);
const ONLY_UNIT = new RegExp(`^(?:${UNIT})$`, 'iu');
const INLINE_UNIT = new RegExp(`\\s(${UNIT})$`, 'iu');
const STREET = new RegExp(`^(?:${NUMBER_LAST}|${BOX}|${NUMBER_FIRST})`, 'iu');
const BARE_STREET = new RegExp(`^${NAME_AND_NUMBER}$`, 'iu');
/** Where an address without commas goes on after its way. */
const AFTER_WAY = new RegExp(`^(.*?\\b(?:${WAY})\\b\\.?)\\s+(.+)$`, 'iu');

const CODE = String.raw`\d{5}(?:-\d{4})?|\d{6}|[a-z]{1,2}\d[\da-z]?\s?\d[a-z]{2}|[a-z]\d[a-z]\s?\d[a-z]\d|\d{4}\s?[a-z]{2}|\d{4}|\d{3}-\d{4}`;
const CODE_ALONE = new RegExp(`^(?:${CODE})$`, 'iu');
const CODE_LAST = new RegExp(`^(.*?\\p{L}.*?)\\s+(${CODE})$`, 'iu');
const CODE_FIRST = new RegExp(`^(?:[a-z]-)?(${CODE})\\s+(\\p{L}.*)$`, 'iu');
const COUNTRY_LAST = /^(.*\S)\s+(\p{L}[\p{L}.]*(?:\s\p{L}+)?)$/u;

const DISTRICT = /\b(?:new area|district|county|borough|ward|township)$/i;
const MUNICIPALITY = /^(?:beijing|shanghai|tianjin|chongqing)$/i;
const NAME = /^[\p{L}][\p{L}.'’ -]*$/u;
/** Where the address is over and the clerk is spoken to again. */
const OVER =
  /[\s,]*\b(?:please|pls|thanks|thank you|instead|okay|ok|if possible|because|since|as i|i(?:'ve|'m| have| am| just| moved| live| need| want)|we (?:moved|have)|can you|could you|is that|for (?:the|my) (?:order|parcel|[a-z]+ order)|and (?:also|change|cancel|return|the|my|put|make)|rather than|not)\b.*$/isu;
/** `St.` and `No.` end no sentence. */
const SENTENCE_END =
  /(?<!str|\b(?:st|rd|ave|av|no|apt|dr|blvd|ln|rm|ste|bldg|str|sq|ct|pl|box|p|o|u|s|a|k|mt))[.!?]+(?:\s+|$)/iu;

/** "221B Baker Street, London NW1 6XE, UK", with whatever stands before it; null where no street, room or box is named. */
export function westernPlace(text: string): PlaceSaid | null {
  const start = startOf(text);
  if (start === null) return CODED.test(text) ? { parts: {}, body: text, rest: [text], frame: '' } : null;
  const [sentence = '', ...after] = text.slice(start).split(/[;。]/u)[0]?.split(SENTENCE_END) ?? [];
  const body = sentence.replace(OVER, '').trim();
  const tail = [sentence.slice(sentence.replace(OVER, '').length), ...after].join(' ').trim();
  const words = body
    .split(/[,\n]+/u)
    .map((word) => word.trim())
    .filter(Boolean);
  const read = components(words);
  const before = text.slice(0, start);
  const name = RECIPIENT.exec(before)?.[1];
  return (
    read && {
      parts: { ...read.parts, ...(name && { name }) },
      rest: read.rest,
      body,
      frame: `${before} ${tail}`.trim(),
    }
  );
}

/** After the last "to" that an address follows: "from 12 Elm Street to 15 Oak Avenue". */
function startOf(text: string): number | null {
  const isHead = (at: number) => new RegExp(HEAD.source, 'iuy').test(text.slice(at));
  const led = [...text.matchAll(/\b(?:to|at|address is|address)\s*:?\s+/gi)].map(
    ({ index, 0: lead }) => index + lead.length,
  );
  return led.filter(isHead).at(-1) ?? [...text.matchAll(HEAD)][0]?.index ?? null;
}

/** A postcode or a state with its digits: an address that has neither street nor number. */
const CODED = /\b[A-Z]{1,2}\d[\dA-Z]?\s?\d[A-Z]{2}\b|,\s*[A-Z]{2}\s+\d{5}\b/;
/** "to Emily Carter, 88 Century Avenue" */
const RECIPIENT = /(?:^|\n|\b(?:to|for)\b:?\s+)(\p{Lu}[\p{L}'’-]+(?:\s\p{Lu}[\p{L}'’.-]*){1,3})\s*[,\n]\s*$/u;

function components(words: readonly string[]): Pick<PlaceSaid, 'parts' | 'rest'> | null {
  const parts: AddressChange = {};
  const street: string[] = [];
  const names: string[] = [];
  const rest: string[] = [];
  const left = words.flatMap(apart);
  for (const word of left) {
    const isLast = word === left.at(-1);
    const country = names.length > 0 || parts.postcode || isLast ? countryNamed(word) : null;
    if (ONLY_UNIT.test(word)) street.push(word);
    else if (CODE_ALONE.test(word) && street.length > 0 && !parts.postcode) parts.postcode = word.toUpperCase();
    else if (isStreet(word) && !street.some((each) => isStreet(each) && !ONLY_UNIT.test(each))) street.push(word);
    else if (country && !parts.country && !(MUNICIPALITY.test(word) || (names.length === 0 && !parts.postcode)))
      parts.country = country;
    else if (DISTRICT.test(word) && parts.district === undefined) parts.district = word;
    else if (NAME.test(word) && leadsToStreet(left, word, street)) street.push(word);
    else if (NAME.test(word) && street.length > 0) names.push(word);
    else rest.push(word);
  }
  if (street.length === 0) return null;
  const isUnitAlone = street.every((each) => ONLY_UNIT.test(each));
  if (isUnitAlone) parts.street2 = street.join(', ');
  else parts.street = street.join(', ');
  const named = places(names, rest, parts.district);
  // Singapore, Hong Kong: a city that is its own country.
  const own = named.city && !parts.country ? countryNamed(named.city) : null;
  return { parts: { ...parts, ...named, ...(own && { country: own }) }, rest };
}

function isStreet(word: string): boolean {
  return STREET.test(word) || BARE_STREET.test(word);
}

/** "Flat 12, Rose Court, 5 High Road": a house's name stands before its street. */
function leadsToStreet(words: readonly string[], word: string, street: readonly string[]): boolean {
  const isUnits = street.length > 0 && street.every((each) => ONLY_UNIT.test(each));
  return isUnits && words.slice(words.indexOf(word) + 1).some(isStreet);
}

/** Each piece by itself: a room behind its street, a code or a country beside its city. */
function apart(word: string): string[] {
  const unit = INLINE_UNIT.exec(word);
  if (unit && STREET.test(word)) return [...apart(word.slice(0, unit.index)), unit[1] ?? ''];
  if (ONLY_UNIT.test(word)) return [word];
  if (STREET.test(word) && !CODE_FIRST.test(word)) {
    const [, way, more] = AFTER_WAY.exec(word) ?? [];
    return way && more && !new RegExp(`^(?:${WAY}|north|south|east|west|n|s|e|w|ne|nw|se|sw)\\.?$`, 'iu').test(more)
      ? [way, ...apart(more)]
      : [word];
  }
  const [, town, state] = TOWN_AND_STATE.exec(word) ?? [];
  if (town && state) return [town, state];
  const last = CODE_LAST.exec(word);
  if (last) return [...apart(last[1] ?? ''), last[2] ?? ''];
  const first = CODE_FIRST.exec(word);
  if (first && !STREET_WAY.test(word)) return [first[1] ?? '', ...apart(first[2] ?? '')];
  const [, before, end] = COUNTRY_LAST.exec(word) ?? [];
  const lastWord = end?.split(' ').at(-1) ?? '';
  if (before && end && countryNamed(word) === null) {
    if (countryNamed(end)) return [...apart(before), end];
    if (countryNamed(lastWord) && !STATES_TOO.test(lastWord))
      return [...apart(word.slice(0, word.length - lastWord.length).trim()), lastWord];
  }
  return [word];
}

const STREET_WAY = new RegExp(`\\b(?:${WAY})\\b`, 'iu');
/** "Sydney NSW" */
const TOWN_AND_STATE = /^(\p{Lu}[\p{L}.'’ -]*\p{Ll})\s+([A-Z]{2,3})$/u;
/** "New Mexico", "New Jersey": the last word alone would be another place. */
const STATES_TOO = /^(?:mexico|jersey|guinea)$/i;

/** The smallest place first, as it is written. */
function places(names: string[], rest: string[], district: string | undefined): AddressChange {
  const places = names.filter((name, at) => names.indexOf(name) === at);
  const last = places.at(-1) ?? '';
  if (MUNICIPALITY.test(last)) {
    const inner = [...places.slice(0, -1), ...(district ? [district] : [])];
    return { city: last, province: last, district: inner.join(', ') };
  }
  const [first, second, third, ...more] = places;
  if (more.length > 0 || (third !== undefined && district !== undefined)) {
    rest.push(...places);
    return {};
  }
  if (first === undefined) return {};
  const below = district ?? '';
  if (third !== undefined) return { district: first, city: second ?? '', province: third };
  return { district: below, city: first, ...(second !== undefined && { province: second }) };
}
