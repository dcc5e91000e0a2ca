import { matchesOf } from '../matches.ts';

interface Family {
  zh: string;
  en: string;
  /** How shops write it of goods, lower case. */
  of: RegExp;
  /** How it is wished for: the same words where they stand for a material and not for a thing (棉拖, 玻璃杯 are read by their ends). */
  wished?: RegExp;
}

/** What things are made of. A family is met by each of its kinds, and leaving it out leaves out all of them. */
const FAMILIES = {
  cotton: {
    zh: '棉',
    en: 'cotton',
    of: /(?<!记忆|珍珠|太空|丝|喷胶)棉(?!里)|\bcotton\b/,
    wished: /(?:纯|全|精梳|长绒)棉|棉(?:质|料|布|麻)|(?<!\p{Script=Han})棉(?=的)|\bcotton\b/u,
  },
  linen: { zh: '亚麻', en: 'linen', of: /亚麻|棉麻|苎麻|\blinen\b|\bflax\b/ },
  wool: {
    zh: '羊毛',
    en: 'wool',
    of: /羊毛|羊羔毛|羊绒|美利奴|山羊绒|毛呢|\bwool\b|\blambswool\b|\bmerino\b|\bcashmere\b|\bwoollen\b/,
  },
  silk: { zh: '真丝', en: 'silk', of: /真丝|桑蚕丝|蚕丝|丝绸|\bsilk\b/ },
  down: {
    zh: '羽绒',
    en: 'down',
    of: /羽绒|鹅绒|鸭绒|\b(?:goose|duck) down\b|\bdown (?:fill|jacket|duvet)/,
    wished: /羽绒(?!服|被|裤|背心)|鹅绒|鸭绒|\b(?:goose|duck) down\b/,
  },
  leather: {
    zh: '真皮',
    en: 'leather',
    of: /真皮|[牛羊猪]皮(?!纹)|皮质|(?<!人造|合成|超纤|仿|[pP][uU])皮革|(?<!faux |vegan |artificial |synthetic |imitation |microfibre |microfiber |pu )\bleather\b|\bsuede\b|\bsheepskin\b|\bcowhide\b|\bnubuck\b/,
    wished: /真皮|[牛羊猪绵]皮|皮质|皮革|(?<!\p{Script=Han})皮(?=的)|\bleather\b|\bsuede\b/u,
  },
  polyester: { zh: '聚酯纤维', en: 'polyester', of: /聚酯|涤纶|的确良|\bpolyester\b/ },
  nylon: { zh: '锦纶', en: 'nylon', of: /锦纶|尼龙|\bnylon\b/ },
  acrylic: { zh: '腈纶', en: 'acrylic', of: /腈纶|\bacrylic fib|\bacrylic\b/ },
  plastic: {
    zh: '塑料',
    en: 'plastic',
    of: /塑料|塑胶|胶木|聚丙烯|聚乙烯|聚碳酸酯|亚克力|(?<![a-z])(?:abs|pp|pvc|pet|tritan)(?![a-z])|\bplastic\b|\bpolypropylene\b|\bbakelite\b|\bpolycarbonate\b/,
    wished: /塑料|塑胶|\bplastic\b/,
  },
  steel: { zh: '不锈钢', en: 'stainless steel', of: /不锈钢|不銹鋼|\bstainless(?: steel)?\b/ },
  iron: { zh: '铁', en: 'iron', of: /铸铁|精铁|熟铁|生铁|碳钢|\biron\b/, wished: /(?:铸|精|熟|生)铁|\bcast[- ]iron\b/ },
  aluminium: { zh: '铝', en: 'aluminium', of: /铝|\balumini?um\b/, wished: /铝合金|铝制|铝(?=的)|\balumini?um\b/ },
  titanium: { zh: '钛', en: 'titanium', of: /钛|\btitanium\b/, wished: /纯钛|钛合金|钛(?=的)|\btitanium\b/ },
  ceramic: { zh: '陶瓷', en: 'ceramic', of: /陶瓷|青瓷|骨瓷|瓷器|\bceramic|\bporcelain\b|\bceladon\b|\bstoneware\b/ },
  glass: {
    zh: '玻璃',
    en: 'glass',
    of: /玻璃|\bglass(?!es)\b|\bborosilicate\b/,
    wished: /玻璃|\bglass\b(?! of)/,
  },
  wood: {
    zh: '木',
    en: 'wood',
    of: /实木|榉木|白蜡木|胡桃木(?!色)|橡木|松木|木质|原木(?!色)|\bwood(?:en)?\b|\boak\b(?! colou?r)|\bbeech\b|\bwalnut wood\b/,
    wished: /实木|木质|木头|原木(?!色)|木(?=的)|\bwood(?:en)?\b/,
  },
  bamboo: { zh: '竹', en: 'bamboo', of: /竹(?!蜻蜓)|\bbamboo\b/, wished: /竹子|竹(?:制|质|(?=的))|\bbamboo\b/ },
  rubber: { zh: '橡胶', en: 'rubber', of: /橡胶|乳胶|\brubber\b|\blatex\b/ },
  silicone: { zh: '硅胶', en: 'silicone', of: /硅胶|\bsilicone\b/ },
  canvas: { zh: '帆布', en: 'canvas', of: /帆布|\bcanvas\b/, wished: /帆布(?!鞋|包)|\bcanvas\b(?! (?:shoe|bag|tote))/ },
} as const satisfies Record<string, Family>;

type MaterialFamily = keyof typeof FAMILIES;

const LISTED = Object.entries(FAMILIES) as [MaterialFamily, Family][];
const PURE = /(?:100 ?%|百分之?百|纯|全|\bpure|\ball)[ -]?$/;

export interface MaterialWish {
  /** `cotton`, or `pure cotton` where nothing else may be in it. */
  material: string;
  start: number;
  end: number;
}

/** What the words want something to be made of, in a normalised lower-case text. */
export function findMaterials(text: string): MaterialWish[] {
  const found: MaterialWish[] = [];
  for (const [family, { of, wished }] of LISTED) {
    const pattern = wished ?? of;
    for (const match of matchesOf(text, new RegExp(pattern.source, `g${pattern.flags.replace('g', '')}`))) {
      const before = PURE.exec(text.slice(Math.max(0, match.index - 6), match.index));
      const isPure = before !== null || /^[纯全]/.test(match[0]);
      const start = match.index - (before?.[0].length ?? 0);
      found.push({ material: isPure ? `pure ${family}` : family, start, end: match.index + match[0].length });
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

/** The family that a word stands for: 塑料, "plastic", 皮; null where it is no material. */
export function materialFamily(word: string): string | null {
  const plain = word.trim().toLowerCase();
  const short = { 皮: 'leather', 棉: 'cotton', 铁: 'iron', 木: 'wood', 铝: 'aluminium', 毛: 'wool' }[plain];
  if (short) return short;
  const [found] = findMaterials(plain);
  return found && found.start === 0 && found.end === plain.length ? found.material.replace('pure ', '') : null;
}

/** What is made of the family; of `pure cotton` only what says so and names nothing else beside it. */
export function isMadeOf(text: string, material: string): boolean {
  const isPure = material.startsWith('pure ');
  const family = LISTED.find(([name]) => name === material.replace('pure ', ''));
  if (!family) return text.toLowerCase().includes(material.toLowerCase());
  const [name, { of }] = family;
  const lower = text.toLowerCase();
  if (!isPure) return holds(lower, of);
  const says = new RegExp(`(?:100 ?%|纯|全|\\bpure|\\ball)[^、，,;；\\n]{0,14}(?:${of.source})`, 'u').test(lower);
  const isMixed =
    /纤维|氨纶|粘纤|elastane|viscose/.test(lower) ||
    LISTED.some(([other, { of: pattern }]) => other !== name && holds(lower, pattern));
  return says && !isMixed && !/(?<!\d)\d{1,2} ?%/.test(lower);
}

/** Not where it says that it is without: 「不含塑料」 "plastic-free". */
function holds(text: string, pattern: RegExp): boolean {
  return matchesOf(text, new RegExp(pattern.source, `g${pattern.flags.replace('g', '')}`)).some(
    (match) =>
      !/(?:不含|无|不碰|没有|非|零|不用|(?:no|without|free of|non|never touches)[ -])$/.test(
        text.slice(Math.max(0, match.index - 14), match.index),
      ) && !/^[- ]free\b/.test(text.slice(match.index + match[0].length)),
  );
}

export function materialName(material: string): { zh: string; en: string } {
  const family = LISTED.find(([name]) => name === material.replace('pure ', ''))?.[1];
  const { zh, en } = family ?? { zh: material, en: material };
  return material.startsWith('pure ') ? { zh: `纯${zh}`, en: `pure ${en}` } : { zh, en };
}
