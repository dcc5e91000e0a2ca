import { afterEach, expect, it } from 'vitest';
import { describeOnEachDatabase } from '../../../tests/support/database.ts';
import { sqlShop } from '../sql/shop.ts';
import { CSV_TEMPLATES, templateText } from './csv/templates.ts';
import { importShop } from './import-shop.ts';
import { folder, imported, removeFolders } from './testing/folder.ts';

afterEach(removeFolders);

const files = Object.fromEntries(CSV_TEMPLATES.map((template) => [template.name, templateText(template, 'zh')]));

describeOnEachDatabase('an imported shop', (given) => {
  it('[IMPORT-16] is kept whole: what was read is what the shop then answers', async () => {
    const { data } = await imported('csv', files);
    const { shopTables } = given.makeStore();
    await shopTables.replace(data, 'csv');
    const shop = sqlShop(shopTables);
    expect(await shop.info()).toEqual(data.info);
    expect((await shop.listProducts({ limit: 100 })).items).toEqual(data.products);
    expect(await shop.findOrder('２０２６０１３１ 0000000123')).toEqual(data.orders[0]);
    expect((await shop.listOrders('C001', { limit: 10 })).items).toEqual([data.orders[0]]);
    expect(await shop.getCustomer('C001')).toEqual(data.customers[0]);
    expect(await shop.listArticles()).toEqual(data.articles);
    expect(await shop.listCoupons(null)).toEqual(data.coupons);
  });

  it('[IMPORT-16] leaves what was there when the import fails', async () => {
    const { data } = await imported('csv', files);
    const { shopTables } = given.makeStore();
    await shopTables.replace(data, 'csv');
    const directory = await folder({ ...files, 'orders.csv': '订单号,状态\n1,已付款\n' });
    await expect(importShop({ from: 'csv', directory })).rejects.toMatchObject({ code: 'import.failed' });
    expect(await shopTables.findOrder('202601310000000123')).toEqual(data.orders[0]);
  });
});
