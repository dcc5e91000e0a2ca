import { matchesOf } from '../matches.ts';

type Audience = 'men' | 'women' | 'kids' | 'elderly';

/** Who goods are for, by the words one says: relatives, and how shops label a line. Longest first within a group. */
/** Null: somebody, of whom no line of goods follows. */
const GROUPS: { audience: Audience | null; zh: string; en: string }[] = [
  {
    audience: null,
    zh: '老师 班主任 同事 领导 老板娘 朋友 好友 室友 客户 家人 亲戚 邻居 同学 程序员',
    en: 'teacher teachers boss friend friends colleague colleagues coworker coworkers neighbour neighbor roommate client clients',
  },
  {
    audience: 'kids',
    zh: '小朋友 小孩子 小孩 孩子 儿童 宝宝 宝贝 婴儿 新生儿 儿子 女儿 闺女 外甥女 外甥 侄子 侄女 孙子 孙女 学生 小学生 童款 娃娃 娃',
    en: 'kids kid children child toddler baby son daughter boy girl nephew niece grandson granddaughter',
  },
  {
    audience: 'elderly',
    zh: '老年人 老人家 老人 长辈 爷爷 奶奶 姥姥 姥爷 外公 外婆 中老年',
    en: 'elderly seniors senior grandpa grandma grandfather grandmother grandparents grandad granddad granny',
  },
  {
    audience: 'men',
    zh: '爸爸 老爸 我爸 父亲 爹 老公 丈夫 男朋友 男友 哥哥 弟弟 哥们 兄弟 叔叔 舅舅 公公 岳父 男士 男生 男性 男款 男式 男的 男人 先生 男',
    en: "men man men's mens male dad daddy father husband boyfriend brother uncle him",
  },
  {
    audience: 'women',
    zh: '妈妈 老妈 我妈 母亲 娘亲 老婆 妻子 女朋友 女友 姐姐 妹妹 阿姨 姑姑 婆婆 岳母 闺蜜 叔叔阿姨 女士 女生 女性 女款 女式 女的 女人 女',
    en: "women woman women's womens female ladies lady mum mom mother wife girlfriend sister aunt her",
  },
];

const AUDIENCE_OF = new Map<string, Audience | null>();
for (const { audience, zh, en } of GROUPS) for (const word of `${zh} ${en}`.split(' ')) AUDIENCE_OF.set(word, audience);

const words = (han: boolean) =>
  [...AUDIENCE_OF.keys()].filter((word) => /\p{Script=Han}/u.test(word) === han).sort((a, b) => b.length - a.length);
const WORD = new RegExp(
  `(?:${words(true).join('|')})|(?<![\\p{L}\\p{N}])(?:${words(false).join('|')})(?:'s)?(?![\\p{L}\\p{N}])`,
  'giu',
);
/** 子女, 男女通用: both or neither. */
const BOTH = /男女(?:通用|同款|皆可|都)?|情侣|unisex/giu;

export interface AudienceWord {
  audience: Audience | null;
  word: string;
  start: number;
  end: number;
}

/** Whom a normalised text speaks of, in order. */
export function findAudiences(text: string): AudienceWord[] {
  const blanked = text.replace(BOTH, (match) => ' '.repeat(match.length));
  return matchesOf(blanked, WORD).map((match) => ({
    audience: AUDIENCE_OF.get(match[0].toLowerCase().replace(/'s$/, '')) ?? null,
    word: match[0],
    start: match.index,
    end: match.index + match[0].length,
  }));
}

/** A person (爸爸, "my sister"), not a label of goods (男款, "women's"). */
export function isRelative(word: string): boolean {
  return !/^(?:[男女](?:士|生|性|款|式|的|人)?|童款|儿童|中老年|men'?s?|man|male|women'?s?|woman|female|ladies|kids?|elderly|seniors?)$/i.test(
    word,
  );
}
