import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Locale, localize } from '../../core/locale.ts';
import { makeFolder } from '../../platform/folder.ts';
import { CSV_TEMPLATES, templateText } from '../../shops/importers/csv/templates.ts';

/** One page that says what each column of each file holds. */
function guide(locale: Locale): string {
  const title = locale === 'zh' ? 'CSV 文件的各列' : 'The columns of the CSV files';
  const head = locale === 'zh' ? '| 列 | 必填 | 说明 |' : '| column | required | meaning |';
  const parts = CSV_TEMPLATES.map(({ name, about, columns }) => {
    const rows = columns.map(
      ({ zh, en, required, doc }) => `| ${zh} / ${en} | ${required ? '✓' : ''} | ${localize(doc, locale)} |`,
    );
    return `## ${name}\n\n${localize(about, locale)}\n\n${head}\n|---|---|---|\n${rows.join('\n')}\n`;
  });
  return `# ${title}\n\n${parts.join('\n')}`;
}

/** Writes the templates and their guide into a folder; files that are there stay as they are. Returns those that were written. */
export function writeTemplates(folder: string, locale: Locale): string[] {
  makeFolder(folder);
  const files: [string, string][] = [
    ...CSV_TEMPLATES.map((template): [string, string] => [template.name, templateText(template, locale)]),
    ['README.md', guide(locale)],
  ];
  return files.flatMap(([name, text]) => {
    try {
      writeFileSync(join(folder, name), text, { flag: 'wx' });
      return [name];
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'EEXIST') return [];
      throw error;
    }
  });
}
