import iconv from 'iconv-lite';
import { afterEach, describe, expect, it } from 'vitest';
import { imported, removeFolders } from '../testing/folder.ts';

afterEach(removeFolders);

const CNY = { currency: 'CNY' };
const PRODUCTS =
  '商品编号,商品名称,英文名称,分类,规格编号,价格,原价,库存,颜色,规格:版型,属性:材质\nP1,跑鞋,Running shoes,鞋,P1-42,199,259,5,黑色,宽,网面\nP1,跑鞋,,鞋,P1-43,"¥1,199.50",,,黑色,窄,\nP2,水壶,,厨房,,129.9,,0,,,\n';

describe('products.csv', () => {
  it('[IMPORT-4] becomes products with their variants, options and attributes', async () => {
    const { data, table } = await imported('csv', { 'products.csv': PRODUCTS }, CNY);
    expect(table('products.csv')).toEqual({ file: 'products.csv', read: 3, kept: 3, refused: [], warnings: [] });
    expect(data.categories.map((category) => category.id)).toEqual(['鞋', '厨房']);
    expect(data.products).toMatchObject([
      {
        id: 'P1',
        title: { zh: '跑鞋', en: 'Running shoes' },
        attributes: [{ key: 'material', value: { zh: '网面' } }],
        active: true,
        variants: [
          {
            id: 'P1-42',
            price: { amount: 19_900, currency: 'CNY' },
            compareAt: { amount: 25_900 },
            stock: 5,
            options: [
              { key: 'colour', value: { zh: '黑色' } },
              { key: '版型', value: { zh: '宽' } },
            ],
          },
          { id: 'P1-43', price: { amount: 119_950 }, stock: null },
        ],
      },
      { id: 'P2', variants: [{ id: 'P2', price: { amount: 12_990 }, stock: 0 }] },
    ]);
    expect(data.products[1]?.variants[0]).not.toHaveProperty('compareAt');
  });

  it('[IMPORT-4] is read with headers in either language, in any order, by comma, semicolon or tab', async () => {
    const expected = (await imported('csv', { 'products.csv': PRODUCTS }, CNY)).data.products;
    const english =
      'sku;price;product_id;title;title_en;category;compare_at;stock;colour;option:版型;attribute:材质\nP1-42;199;P1;跑鞋;Running shoes;鞋;259;5;黑色;宽;网面\nP1-43;1199.50;P1;跑鞋;;鞋;;;黑色;窄;\n;129.90;P2;水壶;;厨房;;0;;;\n';
    expect((await imported('csv', { 'products.csv': english }, CNY)).data.products).toEqual(expected);
    expect((await imported('csv', { 'products.csv': english.replaceAll(';', '\t') }, CNY)).data.products).toEqual(
      expected,
    );
    expect((await imported('csv', { 'products.csv': iconv.encode(PRODUCTS, 'gb18030') }, CNY)).data.products).toEqual(
      expected,
    );
  });

  it('[IMPORT-5] refuses faulty rows by spreadsheet row and column, and keeps the others', async () => {
    const rows = [
      '商品编号,商品名称,分类,规格编号,价格,库存',
      'P1,跑鞋,鞋,A,199,1', // 2
      '', // 3: empty rows count as the spreadsheet counts them
      'P1,跑鞋,鞋,A,199,1', // 4: sku twice
      'P1,跑鞋,鞋,B,19x,1', // 5
      'P1,跑鞋,鞋,C,199,-1', // 6
      'P1,跑鞋,鞋,D,199.999,1', // 7
      ',跑鞋,鞋,E,199,1', // 8
      'P2,,鞋,F,199,1', // 9
      'P3,"两行\n的名称",鞋,G,0,1', // 10: kept, price 0
      'P4,跑鞋,鞋,H,1,199,1', // 11: a comma too many
      'P5,跑鞋,鞋,2.01809E+17,199,1', // 12
    ].join('\n');
    const { data, table } = await imported('csv', { 'products.csv': rows }, CNY);
    const report = table('products.csv');
    expect(report.refused.map(({ row, column }) => `${row} ${column ?? ''}`.trim())).toEqual([
      '4 sku',
      '5 price',
      '6 stock',
      '7 price',
      '8 product_id',
      '9 title_zh',
      '11',
      '12 sku',
    ]);
    for (const { reason } of report.refused)
      expect([/\p{Script=Han}/u.test(reason.zh ?? ''), (reason.en ?? '').length > 5]).toEqual([true, true]);
    expect(report).toMatchObject({ read: 10, kept: 2, warnings: [{ row: '10', column: 'price' }] });
    expect(data.products.map((product) => product.title.zh)).toEqual(['跑鞋', '两行\n的名称']);
  });

  it('[IMPORT-6] refuses a row with characters that cannot be stored or were garbled', async () => {
    const rows = `product_id,title,category,price\nP1,"a\u0000b",鞋,1\nP2,好\uFFFD,鞋,1\nP3,好,鞋,1\n`;
    const { data, table } = await imported('csv', { 'products.csv': rows }, CNY);
    expect(table('products.csv').refused.map((each) => each.row)).toEqual(['2', '3']);
    expect(data.products).toHaveLength(1);
  });
});

describe('a folder of CSV files', () => {
  const failure = (files: Record<string, string>, options = CNY) =>
    imported('csv', files, options).then(
      () => null,
      (error) => [error.code, error.publicMessage.zh, error.publicMessage.en].join(' | '),
    );

  it('[IMPORT-7] fails as a whole, in words, when a needed file, column, quote or option is missing', async () => {
    expect(await failure({})).toContain('products.csv');
    expect(await failure({ 'products.csv': '商品编号,商品名称\nP1,跑鞋\n' })).toMatch(
      /import\.failed.*分类\/category、价格\/price/,
    );
    expect(await failure({ 'products.csv': '商品编号,商品名称,分类,价格\nP1,"跑鞋,鞋,1\n' })).toMatch(
      /第 \d+ 行附近的引号没有配对/,
    );
    expect(await failure({ 'products.csv': '价格,价格,商品编号,分类\n' })).toMatch(/重复/);
    expect(await failure({ 'products.csv': PRODUCTS }, {} as typeof CNY)).toMatch(/--currency/);
    expect(await failure({ 'products.csv': PRODUCTS }, { currency: 'RMB' })).toMatch(/RMB/);
    expect(await failure({ 'products.csv': PRODUCTS }, { ...CNY, timeZone: 'Mars/Base' } as typeof CNY)).toMatch(
      /Mars\/Base/,
    );
    expect(await failure({ 'products.csv': PRODUCTS }, { ...CNY, encoding: 'klingon' } as typeof CNY)).toMatch(
      /klingon/,
    );
  });

  it('[IMPORT-7] takes currency, zone, languages and name from shop.csv, and options above it', async () => {
    const files = {
      'products.csv': PRODUCTS,
      'shop.csv': '店名,英文店名,币种,时区,语言\n小满,Xiaoman,cny,Asia/Tokyo,"zh,en"\n',
    };
    expect((await imported('csv', files)).data.info).toMatchObject({
      name: { zh: '小满', en: 'Xiaoman' },
      currency: 'CNY',
      timeZone: 'Asia/Tokyo',
      languages: ['zh', 'en'],
    });
    expect((await imported('csv', files, { timeZone: 'Asia/Shanghai' })).report).toMatchObject({
      timeZone: 'Asia/Shanghai',
      currency: 'CNY',
      referenceDate: null,
    });
  });

  it('[IMPORT-7] names columns that are not used and encodings that were judged', async () => {
    const { report } = await imported(
      'csv',
      { 'products.csv': iconv.encode('product_id,title,category,price,weight\nP1,一,shoe,1,2\n', 'gb18030') },
      CNY,
    );
    expect(report.notes.map((note) => note.zh)).toEqual([
      expect.stringContaining('gb18030'),
      expect.stringContaining('weight'),
    ]);
  });

  it('[IMPORT-8] brings articles and coupons', async () => {
    const articles =
      '标题,内容,主题,更新时间\n配送,"当天发货。\n\n两天送达。","ask_delivery_time、ask_carrier",2026-11-01\n退货,,ask_return_policy,\n,没有标题,,\n';
    const coupons =
      '券编号,名称,减免金额,减免比例,使用门槛,开始时间,结束时间\nA,减十元,10,,99,2026-01-01,2026-12-31 23:59\nB,九折,,10%,,2026-01-01,2026-12-31\nC,都填了,1,1,,2026-01-01,2026-12-31\nD,倒着,1,,,2026-12-31,2026-01-01\n';
    const { data, table } = await imported('csv', { 'articles.csv': articles, 'coupons.csv': coupons }, CNY);
    expect(data.articles).toEqual([
      {
        id: 'article-2',
        title: { zh: '配送' },
        body: { zh: '当天发货。\n\n两天送达。' },
        topics: ['ask_delivery_time', 'ask_carrier'],
        updatedAt: '2026-10-31T16:00:00.000Z',
      },
    ]);
    expect(table('articles.csv').refused.map(({ row, column }) => [row, column])).toEqual([
      ['3', 'body_zh'],
      ['4', 'title_zh'],
    ]);
    expect(data.coupons).toMatchObject([
      {
        id: 'A',
        off: { kind: 'amount', amount: { amount: 1_000 } },
        minimumSpend: { amount: 9_900 },
        validUntil: '2026-12-31T15:59:00.000Z',
      },
      { id: 'B', off: { kind: 'share', basisPoints: 1_000 }, minimumSpend: { amount: 0 } },
    ]);
    expect(table('coupons.csv').refused.map(({ row, column }) => [row, column])).toEqual([
      ['4', 'amount_off'],
      ['5', 'valid_until'],
    ]);
  });
});
