/** Codes by how a country is called in English or Chinese. */
const BY_NAME = new Map<string, string>();
const LETTERS = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
for (const locale of ['en', 'zh']) {
  const names = new Intl.DisplayNames([locale], { type: 'region', fallback: 'none' });
  for (const code of LETTERS.flatMap((first) => LETTERS.map((second) => first + second))) {
    const name = names.of(code);
    const isCurrent = Intl.getCanonicalLocales(`und-${code}`)[0] === `und-${code}`;
    // Codes of former times bear the name of what took their place.
    if (name && isCurrent && code !== 'FX') BY_NAME.set(fold(name), code);
  }
}
/** Not in those lists, or another place's name too: Georgia is first of all a state. */
const ALSO: Readonly<Record<string, string>> = {
  uk: 'GB',
  'great britain': 'GB',
  england: 'GB',
  scotland: 'GB',
  wales: 'GB',
  'northern ireland': 'GB',
  us: 'US',
  usa: 'US',
  america: 'US',
  'united states of america': 'US',
  prc: 'CN',
  'pr china': 'CN',
  'mainland china': 'CN',
  'the netherlands': 'NL',
  holland: 'NL',
  deutschland: 'DE',
  españa: 'ES',
  italia: 'IT',
  korea: 'KR',
  'czech republic': 'CZ',
  uae: 'AE',
  'hong kong': 'HK',
  macau: 'MO',
};
for (const [name, code] of Object.entries(ALSO)) BY_NAME.set(name, code);
BY_NAME.delete('georgia');

function fold(name: string): string {
  return name.toLowerCase().replaceAll('.', '').trim();
}

/** The code of the country that the whole text names; null where it names none. */
export function countryNamed(text: string): string | null {
  return BY_NAME.get(fold(text)) ?? null;
}

export function sameCountry(one: string, other: string): boolean {
  const code = (name: string) => countryNamed(name) ?? name.toUpperCase();
  return code(one) === code(other);
}

const US_STATE =
  /^(?:A[KLRZ]|C[AOT]|D[CE]|FL|GA|HI|I[ADLN]|K[SY]|LA|M[ADEINOST]|N[CDEHJMVY]|O[HKR]|PA|RI|S[CD]|T[NX]|UT|V[AT]|W[AIVY])$/;

/** The country that the form of the rest gives away: a state with its five digits, a British or a Canadian code. */
export function countryByForm(province: string | undefined, postcode: string | undefined): string | null {
  const code = (postcode ?? '').toUpperCase();
  if (US_STATE.test((province ?? '').toUpperCase()) && /^\d{5}(?:-\d{4})?$/.test(code)) return 'US';
  if (/^[A-Z]{1,2}\d[\dA-Z]? ?\d[A-Z]{2}$/.test(code)) return 'GB';
  return /^[A-Z]\d[A-Z] ?\d[A-Z]\d$/.test(code) ? 'CA' : null;
}
