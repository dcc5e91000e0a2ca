import { afterEach, describe, expect, it } from 'vitest';
import { type Cli, createCli } from '../testing/surroundings.ts';

let cli: Cli;
afterEach(() => cli.world.remove());

async function begin(): Promise<string> {
  cli = createCli();
  await cli.run('ask', '转人工', '--json', '--customer', 'customer-1');
  return String(cli.json().conversation);
}

describe('conversations', () => {
  it('[CLI-10] list, show, answer, hand back and close', async () => {
    const id = await begin();
    expect(await cli.run('conversations', 'answer', id, '我来帮您')).toBe(0);
    expect(cli.text()).toContain('人工');
    expect(await cli.run('conversations', 'list', '--owner', 'person')).toBe(0);
    // 00:00 UTC on the clock of a shop in Shanghai.
    expect(cli.state.out).toEqual([`${id}  人工  customer-1  cli  2026-05-01 08:00`, '  人工: 我来帮您']);
    expect(await cli.run('conversations', 'show', id)).toBe(0);
    for (const part of ['2026-05-01 08:00 顾客: 转人工', '小二 (embedded): 一般 48 小时', 'cli: 我来帮您', '→ 人工'])
      expect(cli.text()).toContain(part);
    expect(await cli.run('conversations', 'hand-back', id, '--json')).toBe(0);
    expect(cli.json()).toMatchObject({ id, owner: 'bot' });
    expect(await cli.run('conversations', 'close', id, '--json')).toBe(0);
    expect(cli.json()).toMatchObject({ owner: 'closed' });
    expect(await cli.run('conversations', 'list', '--owner', 'person', '--json')).toBe(0);
    expect(cli.json()).toEqual({ conversations: [], next: null, timeZone: 'Asia/Shanghai' });
  });

  it('[CLI-10] a long conversation is shown whole', async () => {
    const id = await begin();
    for (let index = 0; index < 600; index++) {
      cli.world.conversations.append(id, 'person-replied', { operator: '小兰', text: `第${index}句` });
    }
    await cli.run('conversations', 'show', id, '--json');
    expect(cli.json().events).toHaveLength(602);
  });

  it('[CLI-10] an unknown conversation is one line, an unknown subcommand or owner wrong usage', async () => {
    cli = createCli();
    expect(await cli.run('conversations', 'close', 'none')).toBe(2);
    expect(cli.state.notes).toEqual(['xiaoer: 没有这个会话。']);
    expect(await cli.run('conversations', 'list', '--owner', 'nobody')).toBe(2);
    expect(await cli.run('conversations', 'erase', 'x')).toBe(2);
  });
});
