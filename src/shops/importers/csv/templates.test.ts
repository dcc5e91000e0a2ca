import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { folder, imported, removeFolders } from '../testing/folder.ts';
import { previewCsv } from './preview.ts';
import { SHEETS } from './sheets.ts';
import { CSV_TEMPLATES, templateText } from './templates.ts';

afterEach(removeFolders);

const files = (locale: 'zh' | 'en') =>
  Object.fromEntries(CSV_TEMPLATES.map((template) => [template.name, templateText(template, locale)]));

describe('CSV templates', () => {
  it('[IMPORT-13] there is one for each file that is read, every column documented in both languages', () => {
    expect(CSV_TEMPLATES.map((template) => template.name).sort()).toEqual(SHEETS.map((sheet) => sheet.file).sort());
    for (const template of CSV_TEMPLATES) {
      expect(template.rows.length).toBeGreaterThan(0);
      expect(template.columns.map((column) => column.zh)).toEqual(template.header);
      for (const { zh, en, doc } of template.columns) {
        expect([zh, /\p{Script=Han}/u.test(zh), /^[a-z_]+$/.test(en), Boolean(doc.zh), Boolean(doc.en)]).toEqual([
          zh,
          true,
          true,
          true,
          true,
        ]);
      }
    }
  });

  it('[IMPORT-13] import as they are, with the headers of either language, without a refusal or a warning', async () => {
    const chinese = await imported('csv', files('zh'));
    const english = await imported('csv', files('en'));
    expect(english.data).toEqual(chinese.data);
    for (const table of chinese.report.tables)
      expect(table).toMatchObject({ kept: table.read, refused: [], warnings: [] });
    expect(chinese.report.notes).toEqual([]);
    expect(chinese.data.orders.map((order) => order.number)).toEqual(['202601310000000123', '202602010000000456']);
    expect(chinese.data.orders[0]?.parcels[0]?.events).toHaveLength(2);
  });

  it('[IMPORT-14] a preview shows encoding, delimiter, header, first rows and what each column is read as', async () => {
    const directory = await folder({ ...files('zh'), 'other.csv': 'a;b\n1;2\n3;4\n' });
    const preview = await previewCsv(join(directory, 'orders.csv'), 2);
    expect(preview).toMatchObject({ encoding: 'utf-8', certain: true, delimiter: ',' });
    expect(preview.header.slice(0, 2)).toEqual(['订单号', '状态']);
    expect(preview.readAs?.slice(0, 2)).toEqual(['order_number', 'status']);
    expect(preview.rows).toHaveLength(2);
    expect(await previewCsv(join(directory, 'other.csv'))).toMatchObject({
      delimiter: ';',
      rows: [
        ['1', '2'],
        ['3', '4'],
      ],
      readAs: null,
    });
    await expect(previewCsv(join(directory, 'none.csv'))).rejects.toMatchObject({ code: 'import.failed' });
  });
});
