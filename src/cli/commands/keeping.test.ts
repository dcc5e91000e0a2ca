import { existsSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { AppError } from '../../core/errors.ts';
import type { ImportReport, ImportRequest, Keeping } from '../../server/deps.ts';
import { type Cli, createCli } from '../testing/surroundings.ts';

let cli: Cli;
afterEach(() => cli.world.remove());

const REPORT: ImportReport = {
  tables: [
    {
      ...{ file: 'orders.csv', read: 3, kept: 2 },
      refused: [{ row: '4', column: '金额', reason: { zh: '金额不是数字', en: 'Not an amount' } }],
      warnings: Array.from({ length: 12 }, (_, index) => ({
        row: `${index}`,
        reason: { zh: '价格为零', en: 'Price of zero' },
      })),
    },
  ],
  notes: [{ zh: '币种取 CNY', en: 'Currency taken as CNY' }],
  backup: '/data/before.xiaoer',
};

function fakeKeeping() {
  const done: (string | ImportRequest)[] = [];
  const keeping: Keeping = {
    async backup(file) {
      done.push(`backup ${file}`);
      return { bytes: 42 };
    },
    async restore(file) {
      done.push(`restore ${file}`);
    },
    async importShop(request, onProgress) {
      onProgress(1, 3);
      done.push(request);
      if (request.from === 'mall')
        throw new AppError('import.failed', {
          publicMessage: { zh: '找不到 goods.json。', en: 'goods.json is missing.' },
        });
      return REPORT;
    },
    status: async () => {
      throw new AppError('not-part-of-this-test');
    },
  };
  return { done, keeping };
}

describe('backup, restore and import', () => {
  it('[CLI-20] backup writes where it is told and overwrites nothing unasked', async () => {
    const { done, keeping } = fakeKeeping();
    cli = createCli({ keeping });
    const file = join(cli.world.dataDir, 'shop.xiaoer');
    expect(await cli.run('backup', file)).toBe(0);
    expect(cli.text()).toContain(file);
    writeFileSync(file, 'x');
    expect(await cli.run('backup', file)).toBe(1);
    expect(await cli.run('backup', '/nowhere/shop.xiaoer')).toBe(1);
    expect(await cli.run('backup', file, '--force', '--json')).toBe(0);
    expect(cli.json()).toEqual({ file, bytes: 42 });
    expect(done).toEqual([`backup ${file}`, `backup ${file}`]);
  });

  it('[CLI-20] restore saves what is there first, unless told not to', async () => {
    const { done, keeping } = fakeKeeping();
    cli = createCli({ keeping });
    const file = join(cli.world.dataDir, 'shop.xiaoer');
    expect(await cli.run('restore', file)).toBe(1);
    writeFileSync(file, 'x');
    expect(await cli.run('restore', file)).toBe(0);
    expect(done).toEqual([expect.stringMatching(/^backup .*before-restore-.*\.xiaoer$/), `restore ${file}`]);
    expect(await cli.run('restore', file, '--no-backup')).toBe(0);
    expect(done.slice(2)).toEqual([`restore ${file}`]);
  });

  it('[CLI-21] import reports rows read and kept, every refused row with its reason, and what was assumed', async () => {
    const { done, keeping } = fakeKeeping();
    cli = createCli({ keeping });
    const folder = cli.world.dataDir;
    expect(
      await cli.run('import', folder, '--from', 'tau-bench', '--currency', 'USD', '--reference-date', '2026-01-31'),
    ).toBe(0);
    expect(done).toEqual([
      {
        directory: folder,
        from: 'tau-bench',
        replace: false,
        preview: false,
        currency: 'USD',
        referenceDate: '2026-01-31',
      },
    ]);
    const parts = [
      'orders.csv：读取 3 行，保留 2 行，拒绝 1 行',
      '4 [金额]: 金额不是数字',
      '还有 2 条提醒',
      '币种取 CNY',
      '/data/before.xiaoer',
    ];
    for (const part of parts) expect(cli.text()).toContain(part);
    expect(await cli.run('import', folder, '--from', 'tau-bench', '--json')).toBe(0);
    expect(cli.json()).toEqual(REPORT);
  });

  it('[CLI-21] a CSV preview shows how each file is read and keeps nothing', async () => {
    const { done, keeping } = fakeKeeping();
    cli = createCli({ keeping });
    const folder = join(cli.world.dataDir, 'csv');
    await cli.run('init', '--templates', folder);
    writeFileSync(join(folder, 'customers.csv'), '\ufeff顾客编号,姓名,奇怪的列\r\nC1,李雷,x\r\n');
    expect(await cli.run('import', folder, '--from', 'csv', '--preview')).toBe(0);
    expect(cli.text()).toContain('customers.csv  utf-8');
    expect(cli.text()).toMatch(/姓名 → name\s+李雷/);
    expect(cli.text()).toContain('奇怪的列 → 不用');
    expect(cli.text()).toContain('products.csv：读取 3 行，保留 3 行，拒绝 0 行');
    expect([done, cli.state.opened]).toEqual([[], 0]);
  });

  it('[CLI-21] an import that fails says why in one line', async () => {
    cli = createCli({ keeping: fakeKeeping().keeping });
    expect(await cli.run('import', cli.world.dataDir, '--from', 'mall')).toBe(1);
    expect(cli.state.notes).toEqual(['xiaoer: 找不到 goods.json。']);
    expect(await cli.run('import', '/nowhere', '--from', 'mall')).toBe(2);
    expect(await cli.run('import', cli.world.dataDir, '--from', 'excel')).toBe(2);
    expect(await cli.run('import', cli.world.dataDir)).toBe(2);
  });

  it('[CLI-30] init writes a valid configuration once, templates and the script tag', async () => {
    cli = createCli();
    expect(await cli.run('init', '--json')).toBe(0);
    const made = cli.json();
    expect(made).toMatchObject({
      written: true,
      scriptTag: expect.stringContaining('<script src="http://localhost:3000/widget.js"'),
    });
    expect(statSync(String(made.configuration)).mode & 0o777).toBe(0o600);
    expect(existsSync(join(String(made.folder), 'products.csv'))).toBe(true);
    expect(made.templates).toContain('README.md');
    expect(await cli.run('init', '--json')).toBe(0);
    expect(cli.json()).toMatchObject({ written: false, operatorToken: null, templates: [] });
  });
});
