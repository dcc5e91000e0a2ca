import { mkdirSync, mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { lendLibrary } from '../../../tests/support/library.ts';
import type { LibraryArticle } from '../../knowledge/ports.ts';
import { type Cli, createCli } from '../testing/surroundings.ts';

let cli: Cli;
let kept: Awaited<ReturnType<typeof lendLibrary>>;
let folder: string;
beforeEach(async () => {
  kept = await lendLibrary();
  folder = mkdtempSync(join(tmpdir(), 'xiaoer-knowledge-'));
  const { library, imports, knowledge } = kept;
  cli = createCli({ changes: { library, imports, knowledge } });
});
afterEach(async () => {
  cli.world.remove();
  rmSync(folder, { recursive: true });
  await kept.giveBack();
});

const run = (...argv: string[]) => cli.run('knowledge', ...argv);

function file(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  mkdirSync(join(path, '..'), { recursive: true });
  writeFileSync(path, content);
  return path;
}

async function articles(): Promise<LibraryArticle[]> {
  expect(await run('list', '--json')).toBe(0);
  return cli.json().articles as LibraryArticle[];
}

describe('knowledge', () => {
  it('[CLI-61] brings in files and folders, tells of each that could not be read, and of the same again that it is', async () => {
    file('help/delivery.md', '# 配送时间\n\n一般 48 小时内发货。\n');
    file('help/.hidden.md', '# 没人看\n\n内容。\n');
    file('help/more/faq.csv', '问题,答案\n能开发票吗,可以开电子发票。\n');
    const help = join(folder, 'help');
    expect(await run('import', help, '--as', '小兰', '--topic', 'ask_delivery_time')).toBe(0);
    expect(cli.text()).toContain('文件或网页：更新 2，没变 0，失败 0；文章：共 2 篇，新增或改动 2，撤下 0');
    expect((await articles()).map(({ sourceName, by, topics }) => [sourceName, by, topics])).toEqual([
      ['help/delivery.md', '小兰', ['ask_delivery_time']],
      ['help/more/faq.csv', '小兰', ['ask_delivery_time']],
    ]);
    const empty = file('empty.md', '');
    expect(await run('import', help, empty, '--topic', 'ask_delivery_time', '--locale', 'en')).toBe(1);
    expect(cli.text()).toContain('empty.md: There is no text in it.');
    expect(cli.text()).toContain('2 unchanged, 1 failed');
    expect(await run('sources')).toBe(0);
    expect(cli.text()).toMatch(/^file-[0-9a-f]{16} {2}文件 {2}help\/delivery\.md {2}已发布 1 篇/);
    expect(await run('imports')).toBe(0);
    expect(cli.state.out).toHaveLength(2);
    const id = cli.state.out[0]?.split('  ')[0] ?? '';
    expect(await run('imports', id, '--json')).toBe(0);
    expect(cli.json()).toMatchObject({ id, state: 'done', counts: { unchanged: 2, failed: 1 } });
    expect(await run('cancel', id)).toBe(2);
    expect(cli.notes()).toContain('这次导入已经开始或结束');
  });

  it('[CLI-62] what is not there, what is called alike and what is too large is said; the rest is brought in', async () => {
    expect(await run('import', join(folder, 'nowhere'))).toBe(2);
    expect(cli.notes()).toContain('找不到');
    const [one, other] = [file('a/faq.md', '# 一\n\n甲。'), file('b/faq.md', '# 二\n\n乙。')];
    expect(await run('import', one, other)).toBe(2);
    expect(cli.notes()).toContain('两个文件都叫 faq.md');
    const large = file('large.txt', '');
    truncateSync(large, 51 * 1024 * 1024);
    expect(await run('import', one, large)).toBe(1);
    expect(cli.text()).toContain('large.txt: 文件有 51 MB，超过了 50 MB 的上限');
    expect(await articles()).toHaveLength(1);
    expect(await run('import', one, '--until', 'soon')).toBe(2);
    expect(cli.notes()).toContain('「soon」不是时间');
    expect(await run('page', 'http://127.0.0.1:9/')).toBe(1);
    expect(cli.text()).toContain('这个地址不在公开的网络上，没有访问。');
    expect(await run('page', 'no address')).toBe(2);
  });

  it('[CLI-63] a draft is published, an article shown, changed, compared, rolled back and taken away', async () => {
    const path = file('delivery.md', '# 配送时间\n\n一般 48 小时内发货。\n');
    expect(await run('import', path, '--draft', '--until', '2027-01-01')).toBe(0);
    expect(await run('search', '多久发货')).toBe(0);
    expect(cli.notes()).toContain('知识库里没有能回答的内容。');
    const [draft] = await articles();
    const id = draft?.id ?? '';
    expect(draft).toMatchObject({ state: 'draft', validUntil: '2026-12-31T16:00:00.000Z' });
    expect(await run('publish', id)).toBe(0);
    expect(cli.text()).toBe('已发布第 1 版。');
    expect(await run('search', '配送时间')).toBe(0);
    expect(cli.text()).toContain('一般 48 小时内发货。');
    const changed = file('new.md', '# 多久发货\n\n一般 24 小时内发货。\n');
    expect(await run('edit', id, changed, '--note', '快了', '--as', '小兰')).toBe(0);
    expect(await run('edit', id, changed, '--expected', '1')).toBe(2);
    expect(cli.notes()).toContain('文章刚被别人改过');
    expect(await run('diff', id, '1', '2')).toBe(0);
    expect(cli.state.out).toEqual([
      'zh  配送时间 → 多久发货',
      ...['- # 配送时间', '+ # 多久发货', '  ', '- 一般 48 小时内发货。', '+ 一般 24 小时内发货。'],
    ]);
    expect(await run('rollback', id, '1')).toBe(0);
    expect(await run('show', id)).toBe(0);
    expect(cli.text()).toContain('一般 48 小时内发货。');
    expect(cli.text()).toContain('小兰  快了');
    expect(await run('show', id, '--version', '2')).toBe(0);
    expect(cli.text()).toContain('一般 24 小时内发货。');
    expect(await run('remove', id, '--note', '过期')).toBe(0);
    expect(cli.text()).toBe('已撤下 1 篇，立即生效；历史版本还在。');
    expect(await run('list', '--state', 'removed')).toBe(0);
    expect(cli.text()).toContain('已撤下');
    expect(await run('publish', id)).toBe(0);
    expect(await run('remove', draft?.sourceId ?? '')).toBe(0);
    expect(await run('show', 'nobody', '--json')).toBe(2);
    expect(cli.json()).toMatchObject({ error: { code: 'knowledge.unknown' } });
  });
});
