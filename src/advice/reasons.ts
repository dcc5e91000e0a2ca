import type { Localized } from '../core/locale.ts';
import { localize } from '../core/locale.ts';
import { formatMoney } from '../core/money.ts';
import { attributeOf } from '../core/product.ts';
import type { Fit } from './fit.ts';
import type { ProductNeed } from './need.ts';
import type { QueryWord } from './query.ts';
import { SIZE_CHART } from './size-table.ts';
import { colourFit, hasSize } from './variants.ts';

/** Why this product, from its own data: price, the size and colour that are there, for whom, and what it says of the words asked for. */
export function reasonsFor(fit: Fit, need: ProductNeed, wanted: readonly QueryWord[]): Localized[] {
  const { variant, entry } = fit;
  const { product } = entry;
  const reasons: Localized[] = [priceReason(fit)];
  const size = attributeOf(variant.options, 'size');
  if (size && need.size && hasSize(product, variant, need.size)) {
    const zh = localize(size, 'zh');
    // As the shop counts it, where it was asked for by another count.
    const other = /^(?:US|UK)/.test(need.size) ? need.size.replace(/^(US|UK)/, '$1 ') : '';
    reasons.push({
      zh: `${/^\d+(?:\.5)?$/.test(zh) ? `${zh} 码` : `${zh} `}${other && `（${other}）`}有货`,
      en: `size ${localize(size, 'en')}${other && ` (${other})`} in stock`,
    });
  }
  const colour = attributeOf(variant.options, 'colour');
  if (colour && need.colour && colourFit(product, variant, need.colour) > 0)
    reasons.push({ zh: `有${localize(colour, 'zh')}`, en: `comes in ${localize(colour, 'en').toLowerCase()}` });
  const audience = attributeOf(product.attributes, 'audience');
  if (audience && need.audience)
    reasons.push(
      MADE_FOR[entry.audience ?? ''] ?? {
        zh: `适合${localize(audience, 'zh')}`,
        en: `for ${localize(audience, 'en').toLowerCase()}`,
      },
    );
  const told = tellingAttribute(fit, wanted);
  if (told) reasons.push(told);
  return reasons;
}

function priceReason({ variant }: Fit): Localized {
  const was = variant.compareAt && variant.compareAt.amount > variant.price.amount ? variant.compareAt : null;
  return {
    zh: formatMoney(variant.price, 'zh') + (was ? `（原价 ${formatMoney(was, 'zh')}）` : ''),
    en: formatMoney(variant.price, 'en') + (was ? ` (was ${formatMoney(was, 'en')})` : ''),
  };
}

const MADE_FOR: Record<string, Localized> = {
  men: { zh: '男款', en: 'for men' },
  women: { zh: '女款', en: 'for women' },
  kids: { zh: '儿童款', en: 'for kids' },
  elderly: { zh: '适合中老年', en: 'made for older people' },
  unisex: { zh: '男女通用', en: 'unisex' },
};

/** Not worth saying as a reason, or said elsewhere. */
const SILENT = new Set([SIZE_CHART, 'audience', 'colour', 'size', 'care', 'returns', 'weight']);

/** The attribute that speaks of what was asked; else what it is made of. */
function tellingAttribute({ entry }: Fit, wanted: readonly QueryWord[]): Localized | null {
  const speaking = entry.product.attributes.filter(({ key }) => !SILENT.has(key));
  const asked = speaking.find(({ value }) =>
    wanted.some(
      ({ word, isAudience }) => !isAudience && [value.zh, value.en].some((text) => text?.toLowerCase().includes(word)),
    ),
  );
  const chosen = asked ?? speaking.find(({ key }) => key === 'material');
  if (!chosen) return null;
  return { zh: firstPart(localize(chosen.value, 'zh')), en: firstPart(localize(chosen.value, 'en')) };
}

/** 「透气网布、EVA 发泡中底」: the first of the things listed is enough on a card. */
function firstPart(text: string): string {
  return text.length <= 18 ? text : (text.split(/[、，；;]|, /)[0] ?? text);
}
