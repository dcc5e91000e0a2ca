import { matchesOf } from '../matches.ts';

const YEAR = ['spring', 'summer', 'autumn', 'winter'] as const;
export type Season = (typeof YEAR)[number];

const NAMES: Record<Season, { zh: string; en: string }> = {
  spring: { zh: '春季', en: 'spring' },
  summer: { zh: '夏季', en: 'summer' },
  autumn: { zh: '秋季', en: 'autumn' },
  winter: { zh: '冬季', en: 'winter' },
};
const WISHED: Record<Season, RegExp> = {
  spring: /春(?:天|季|款|装)|\bspring(?!s)\b/g,
  summer: /夏(?:天|季|款|装|凉)|三伏天?|\bsummer\b/g,
  autumn: /秋(?:天|季|款|装)|\bautumn\b|\bfall\b(?= (?:jacket|coat|wear|season))/g,
  winter: /冬(?:天|季|款|装|被)|寒冬|\bwinter\b/g,
};

export interface SeasonWish {
  season: Season;
  start: number;
  end: number;
}

export function findSeasons(text: string): SeasonWish[] {
  return YEAR.flatMap((season) =>
    matchesOf(text, WISHED[season]).map((match) => ({
      season,
      start: match.index,
      end: match.index + match[0].length,
    })),
  );
}

/** 「春夏秋」「四季」 "spring to autumn" "all year": the seasons a shop writes of its goods. */
export function seasonsOf(text: string): ReadonlySet<Season> {
  const words = text.toLowerCase();
  if (/四季|全年|all[- ]year|all seasons|year[- ]round/.test(words)) return new Set(YEAR);
  const span = /(spring|summer|autumn|fall|winter)\s*(?:to|through|–|-)\s*(spring|summer|autumn|fall|winter)/.exec(
    words,
  );
  const at = (name: string | undefined) => YEAR.indexOf((name === 'fall' ? 'autumn' : (name ?? '')) as Season);
  if (span) {
    const [from, to] = [at(span[1]), at(span[2])];
    const count = ((to - from + YEAR.length) % YEAR.length) + 1;
    return new Set(Array.from({ length: count }, (_, step) => YEAR[(from + step) % YEAR.length] as Season));
  }
  const characters: [Season, RegExp][] = [
    ['spring', /春|spring/],
    ['summer', /夏|summer/],
    ['autumn', /秋|autumn|fall/],
    ['winter', /冬|winter/],
  ];
  return new Set(characters.filter(([, pattern]) => pattern.test(words)).map(([season]) => season));
}

export function seasonName(season: string): { zh: string; en: string } {
  return NAMES[season as Season] ?? { zh: season, en: season };
}
