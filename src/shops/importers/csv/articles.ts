import type { Article } from '../../../core/customer.ts';
import { time } from '../fields.ts';
import { instantInZone } from '../local-time.ts';
import { uniqueIds } from '../order-numbers.ts';
import type { Table } from '../report.ts';
import { RowRefusal } from '../report.ts';
import type { Run } from '../source.ts';
import { rowName } from './products.ts';
import type { CsvRow } from './read-sheet.ts';
import { identifier, list, localized } from './values.ts';

export function readArticles(run: Run, table: Table, rows: CsvRow[]): Article[] {
  const unique = uniqueIds();
  const today = instantInZone(run.info.timeZone, Date.parse(run.referenceDate));
  return table.each(rows, rowName, (row): Article => {
    if (row.beyond > 0) {
      throw new RowRefusal({
        zh: '这一行的格子比表头多，可能有没加引号的逗号',
        en: 'The row has more cells than the header: a comma may lack its quotes',
      });
    }
    const id = row.get('article_id') === '' ? `article-${row.number}` : identifier(row, 'article_id');
    unique(id, 'article_id');
    const title = localized(row, 'title_zh', 'title_en');
    if (!title) throw new RowRefusal({ zh: '缺少标题', en: 'The title is missing' }, 'title_zh');
    const body = localized(row, 'body_zh', 'body_en');
    if (!body) throw new RowRefusal({ zh: '缺少内容', en: 'The text is missing' }, 'body_zh');
    return {
      id,
      title,
      body,
      topics: list(row.get('topics')),
      updatedAt: time(row.get('updated_at'), run.info.timeZone, 'updated_at') ?? today,
    };
  });
}
