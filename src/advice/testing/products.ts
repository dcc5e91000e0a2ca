import type { Localized } from '../../core/locale.ts';
import { money } from '../../core/money.ts';
import type { Attribute, Product, Variant } from '../../core/product.ts';

const LABELS: Record<string, Localized> = {
  colour: { zh: '颜色', en: 'Colour' },
  size: { zh: '尺码', en: 'Size' },
  capacity: { zh: '容量', en: 'Capacity' },
  material: { zh: '材质', en: 'Material' },
  audience: { zh: '适用人群', en: 'For' },
};
const VALUES: Record<string, Localized> = {
  black: { zh: '黑色', en: 'Black' },
  red: { zh: '红色', en: 'Red' },
  navy: { zh: '藏青', en: 'Navy' },
  white: { zh: '白色', en: 'White' },
  men: { zh: '男士', en: 'Men' },
  women: { zh: '女士', en: 'Women' },
  kids: { zh: '儿童', en: 'Kids' },
  unisex: { zh: '男女通用', en: 'Unisex' },
  elderly: { zh: '中老年', en: 'Elderly' },
};

function attribute(key: string, value: string): Attribute {
  const [zh = value, en = zh] = value.split(' | ');
  return { key, label: LABELS[key] ?? { zh: key, en: key }, value: VALUES[value] ?? { zh, en } };
}

interface Draft {
  id: string;
  title: string;
  category: string;
  yuan: number;
  attributes?: Record<string, string>;
  tags?: string;
  description?: string;
  /** `black/42:5`: options and pieces in stock. */
  variants: string;
  options?: string[];
  active?: boolean;
}

function product(draft: Draft): Product {
  const [zh = '', en = zh] = draft.title.split(' | ');
  const [categoryZh = '', categoryEn = ''] = draft.category.split(' | ');
  const [descriptionZh = '', descriptionEn = descriptionZh] = (draft.description ?? '').split(' | ');
  return {
    id: draft.id,
    title: { zh, en },
    description: { zh: descriptionZh, en: descriptionEn },
    category: { id: categoryEn.toLowerCase(), name: { zh: categoryZh, en: categoryEn } },
    attributes: Object.entries(draft.attributes ?? {}).map(([key, value]) => attribute(key, value)),
    tags: (draft.tags ?? '').split(' ').filter(Boolean),
    variants: draft.variants.split(' ').map((text): Variant => {
      const [options = '', stock = '0'] = text.split(':');
      const keys = draft.options ?? ['colour', 'size'];
      return {
        id: `${draft.id}-${options.replace('/', '-')}`,
        sku: `${draft.id}-${options}`,
        options: options.split('/').map((value, at) => attribute(keys[at] ?? 'size', value)),
        price: money(draft.yuan * 100, 'CNY'),
        stock: Number(stock),
      };
    }),
    active: draft.active ?? true,
  };
}

const SHOES = '鞋靴 | Shoes';
const KITCHEN = '厨房 | Kitchen';

/** A few goods of every kind of difficulty, for tests. */
export const PRODUCTS: Product[] = [
  product({
    id: 'run-a',
    title: '追风男子跑鞋 | Zhuifeng Men’s Running Shoes',
    category: SHOES,
    yuan: 199,
    attributes: { audience: 'men', material: '透气网面 | breathable mesh' },
    tags: '跑鞋 运动鞋 爸爸',
    variants: 'black/41:3 black/42:8 navy/42:2 navy/43:0',
  }),
  product({
    id: 'run-b',
    title: '疾速男子竞速跑鞋 | Jisu Men’s Racing Shoes',
    category: SHOES,
    yuan: 469,
    attributes: { audience: 'men', material: '碳板 | carbon plate' },
    tags: '跑鞋 running',
    variants: 'white/42:5 red/42:0',
  }),
  product({
    id: 'run-c',
    title: '云朵女子跑鞋 | Yunduo Women’s Running Shoes',
    category: SHOES,
    yuan: 209,
    attributes: { audience: 'women', material: '透气网面 | breathable mesh' },
    tags: '跑鞋',
    variants: 'red/37:4 white/38:4',
  }),
  product({
    id: 'run-old',
    title: '旧款男子跑鞋 | Old Men’s Running Shoes',
    category: SHOES,
    yuan: 200,
    attributes: { audience: 'men' },
    tags: '跑鞋',
    variants: 'black/42:9',
    active: false,
  }),
  product({
    id: 'run-sold',
    title: '热卖男子跑鞋 | Bestselling Men’s Running Shoes',
    category: SHOES,
    yuan: 200,
    attributes: { audience: 'men' },
    tags: '跑鞋',
    variants: 'black/42:0',
  }),
  product({
    id: 'walk-dad',
    title: '松柏老人健步鞋 | Songbai Walking Shoes for Seniors',
    category: SHOES,
    yuan: 189,
    attributes: { audience: 'elderly', material: '超纤皮 | microfibre' },
    tags: '健步鞋 爸爸 父亲 dad father',
    variants: 'black/42:6',
  }),
  product({
    id: 'walk-mum',
    title: '康乐妈妈健步鞋 | Kangle Easy-Walk Shoes for Mothers',
    category: SHOES,
    yuan: 169,
    attributes: { audience: 'elderly' },
    tags: '健步鞋 妈妈 mother',
    variants: 'red/37:6 black/42:1',
  }),
  product({
    id: 'boot',
    title: '山岭防水徒步靴 | Shanling Waterproof Hiking Boots',
    category: SHOES,
    yuan: 359,
    attributes: { audience: 'unisex', material: '牛皮 | leather' },
    tags: '登山鞋 靴子',
    variants: 'black/42:5',
  }),
  product({
    id: 'kettle-steel',
    title: '静言电热水壶 1.7 升 | Jingyan Electric Kettle, 1.7 L',
    category: KITCHEN,
    yuan: 169,
    attributes: { capacity: '1.7 升 | 1.7 L', material: '316 不锈钢 | stainless steel' },
    tags: '水壶 热水壶',
    description: '水不碰塑料。 | Water never touches plastic.',
    variants: 'white:7',
    options: ['colour'],
  }),
  product({
    id: 'kettle-plastic',
    title: '轻便电水壶 1 升 | Light Electric Kettle, 1 L',
    category: KITCHEN,
    yuan: 59,
    attributes: { capacity: '1 升 | 1 L', material: '食品级塑料 | food-grade plastic' },
    tags: '水壶 热水壶',
    variants: 'white:7',
    options: ['colour'],
  }),
  product({
    id: 'grinder',
    title: '电动磨豆机 | Electric Coffee Grinder',
    category: KITCHEN,
    yuan: 239,
    attributes: { material: '不锈钢 | steel' },
    tags: '咖啡',
    variants: 'black:3',
    options: ['colour'],
  }),
];
