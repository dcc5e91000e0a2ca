import type { ProductNeed } from '../../../../commands/command.ts';

/** A small reader of needs, so that these tests do not hang on advice/: a price, a size, what is left are the words. */
export function readNeed(text: string, previous?: ProductNeed): ProductNeed {
  const around = /两百左右|around 200/.test(text) ? 20_000 : undefined;
  const most = /(\d+)以内|五百以内|under (\d+)/.exec(text);
  const size = /(\d{2})码|size (\d{2})/.exec(text);
  const kind = /跑鞋|running shoes|水壶|kettle|耳机|headphones|礼物/i.exec(text)?.[0];
  return {
    query: kind ?? previous?.query ?? '',
    ...(previous?.size && { size: previous.size }),
    ...(around !== undefined && { aroundPrice: around }),
    ...(most && { maxPrice: Number(most[1] ?? most[2] ?? 500) * 100 }),
    ...(size && { size: size[1] ?? size[2] }),
    ...(/便宜|cheaper/.test(text) && { sort: 'price-up' as const }),
  };
}
