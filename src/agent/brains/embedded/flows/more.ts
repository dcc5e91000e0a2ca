import type { ProductNeed } from '../../../../advice/need.ts';
import { factsOf } from '../../../../core/fact.ts';
import { namesThing } from '../read/mention.ts';
import type { Reading } from '../reading.ts';
import { call, gateAll, type Script } from '../script.ts';

const MORE =
  /(?:还有|有没有|看看|来点|要)(?:没有)?(?:其他|其它|别的|更多)(?!颜色|尺码|码|牌子|品牌|问题|事)|^(?:那)?还有(?:吗|没有?|么|别的)|换一批|下一批|再(?:来|看|推荐)(?:几[款个双件]|一批|点|些)|^更多|\b(?:show|any|give|see|got)(?: me)? (?:some )?more\b(?! (?:expensive|about|affordable))|^more(?: please)?[.!?]*$|\b(?:what|show me|are there|(?:got )?any)(?: the)? (?:others|other (?:ones|options|choices))\b|\b(?:what|anything) else\b|\bmore (?:options|choices|like (?:these|this))\b/i;
const OTHER_MAKER =
  /[换要](?:一?个|别的|其他的?)?(?:牌子|品牌)|(?:别的|其他的?|其它的?|不同的?)(?:牌子|品牌)|\b(?:another|other|different) (?:brands?|makes?|makers?)\b/i;

/** 「还有别的吗」: the next ones of the list, where no other thing is named. */
export function wantsMore({ text, view }: Reading): boolean {
  return saysMore(text) && view.state.shownProducts.length > 0;
}

export function saysMore(text: string): boolean {
  return MORE.test(text) && !namesThing(text);
}

export function saysOtherMaker(text: string): boolean {
  return OTHER_MAKER.test(text);
}

export function wantsOtherMaker({ text, view }: Reading): boolean {
  return saysOtherMaker(text) && view.state.shownProducts.length > 0;
}

/** The same need, behind what has been shown of it. */
export function nextOnes({ view }: Reading, previous: ProductNeed): ProductNeed {
  return { ...previous, skip: (previous.skip ?? 0) + view.state.shownProducts.length };
}

/** Without the makers of what was shown. */
export function* otherMakers({ view }: Reading, previous: ProductNeed): Script<ProductNeed> {
  const results = yield* gateAll(view.state.shownProducts.map((productId) => call('get_product', { productId })));
  const makers = results
    .flatMap(({ facts }) => factsOf(facts, 'product'))
    .flatMap(({ value: { brand } }) => brand?.zh ?? brand?.en ?? []);
  const { skip: _skip, ...need } = previous;
  return { ...need, exclude: [...new Set([...(previous.exclude ?? []), ...makers])] };
}
