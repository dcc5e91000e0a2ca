import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { AppError } from '../core/errors.ts';
import { REPLY } from '../server/testing/world.ts';
import { type Cli, createCli } from './testing/surroundings.ts';

let cli: Cli;
afterEach(() => cli.world.remove());

const MEMBERS = [
  'person',
  ...['reply', 'language', 'commands', 'facts', 'citations', 'confirmation', 'owner', 'conversation', 'brain'],
  'milliseconds',
];

describe('ask and chat', () => {
  it('[CLI-1] ask prints the answer with its source, and how to go on beside it', async () => {
    cli = createCli();
    expect(await cli.run('ask', '配送时间')).toBe(0);
    expect(cli.text()).toContain('一般 48 小时内发货。');
    expect(cli.text()).toContain('来源：配送时间');
    expect(cli.notes()).toMatch(/--conversation \S+/);
    expect([cli.state.opened, cli.state.closed]).toEqual([1, 1]);
  });

  it('[CLI-2] ask --json prints exactly one object with what happened', async () => {
    cli = createCli();
    expect(await cli.run('ask', '配送时间', '--json', '--customer', 'customer-1')).toBe(0);
    expect(cli.state.out).toHaveLength(1);
    expect(Object.keys(cli.json()).sort()).toEqual(MEMBERS.sort());
    expect(cli.json()).toMatchObject({
      language: 'zh',
      owner: 'bot',
      brain: 'embedded',
      commands: [{ name: 'search_knowledge' }],
    });
    const { conversation } = cli.json();
    expect(await cli.run('ask', '好的', '--json', '--conversation', String(conversation))).toBe(0);
    expect(cli.json()).toMatchObject({ conversation });
  });

  it('[CLI-3] where the model cannot be read nothing is asked: one line, without a word of English in Chinese, and 1', async () => {
    const detail = '/m/weights.safetensors is not the file that model.json describes';
    cli = createCli({
      ready: async () => {
        throw new AppError('model.damaged', { detail });
      },
    });
    for (const argv of [['ask', '在吗'], ['chat']]) {
      expect(await cli.run(...argv)).toBe(1);
      const told = '模型文件已损坏，没有使用它：/m/weights.safetensors（内容与 model.json 的记录不符）';
      expect(cli.state.notes).toEqual([`xiaoer: ${told}。重新安装，或用 xiaoer train 重新训练。`]);
      expect(cli.state.out).toEqual([]);
    }
    expect(await cli.run('conversations', 'list', '--json')).toBe(0);
    expect(cli.json()).toMatchObject({ conversations: [] });
    expect(cli.state.opened).toBe(cli.state.closed);
  });

  it('[CLI-3] a text that is too long is told how long it may be, before any model is opened', async () => {
    let opened = 0;
    cli = createCli({ ready: async () => void opened++ });
    for (const length of [4_001, 100_000]) {
      expect(await cli.run('ask', '字'.repeat(length))).toBe(2);
      expect(cli.state.notes).toEqual(['xiaoer: 消息太长了，一条最多 4000 字，请分几条发。']);
    }
    expect(opened).toBe(0);
  });

  it('[CLI-3] what the server refuses is one line in the language asked for, and its exit code', async () => {
    cli = createCli();
    expect(await cli.run('ask', '在吗', '--customer', 'nobody')).toBe(2);
    expect(cli.state.notes).toEqual(['xiaoer: 店铺里没有这位顾客。']);
    expect(await cli.run('ask', '在吗', '--customer', 'nobody', '--locale', 'en')).toBe(2);
    expect(cli.state.notes).toEqual(['xiaoer: The shop has no such customer.']);
    expect(await cli.run('ask', '在吗', '--conversation', 'none')).toBe(2);
    expect(await cli.run('ask', '   ')).toBe(2);
    expect(cli.state.out).toEqual([]);
    expect(await cli.run('ask', '   ', '--json')).toBe(2);
    expect(cli.json()).toEqual({ error: { code: 'message.empty', message: '消息是空的，请写点内容再发送。' } });
  });

  it('[CLI-4] chat sends the lines of a script as one conversation, an object a reply with --json', async () => {
    cli = createCli();
    const script = join(cli.world.dataDir, 'script.txt');
    writeFileSync(script, '在吗\r\n\n  配送时间 \n好的');
    expect(await cli.run('chat', '--script', script, '--json', '--customer', 'customer-1')).toBe(0);
    const replies = cli.state.out.map((line) => JSON.parse(line) as { conversation: string });
    expect(replies).toHaveLength(3);
    expect(new Set(replies.map(({ conversation }) => conversation)).size).toBe(1);
    const events = await cli.world.conversations.events(replies[0]?.conversation ?? '', 0);
    expect(events.flatMap((event) => (event.kind === 'message-received' ? [event.payload.text] : []))).toEqual([
      '在吗',
      '配送时间',
      '好的',
    ]);
    expect(await cli.run('chat', '--script', script)).toBe(0);
    expect(cli.text()).toContain('> 配送时间\n一般 48 小时');
  });

  it('[CLI-4] chat reads standard input, ends at /quit, and an absent script is one line', async () => {
    cli = createCli({ input: '在吗\n/quit\n不会发出去\n' });
    expect(await cli.run('chat', '--json')).toBe(0);
    expect(cli.state.out).toHaveLength(1);
    expect(await cli.run('chat', '--script', '/nowhere.txt')).toBe(2);
    expect(cli.state.notes).toEqual(['xiaoer: 读不了 /nowhere.txt。']);
  });

  it('[CLI-5] a person’s conversation has no reply: null with --json, a word without', async () => {
    cli = createCli();
    await cli.run('ask', '转人工', '--json');
    const id = String(cli.json().conversation);
    await cli.run('conversations', 'take-over', id);
    expect(await cli.run('ask', '在吗', '--conversation', id, '--json')).toBe(0);
    expect(cli.json()).toMatchObject({ reply: null, owner: 'person' });
    await cli.run('ask', '在吗', '--conversation', id);
    expect(cli.text()).toContain('人工客服接待');
  });

  it('[CLI-6] what a person answered is shown with the next message, once', async () => {
    cli = createCli();
    await cli.run('ask', '转人工', '--json');
    const id = String(cli.json().conversation);
    await cli.run('conversations', 'answer', id, '我来帮您查一下');
    await cli.run('conversations', 'answer', id, '今天就能到');
    expect(await cli.run('ask', '好的你说', '--conversation', id)).toBe(0);
    expect(cli.text()).toMatch(/人工客服 cli：我来帮您查一下\n人工客服 cli：今天就能到\n（这个会话由人工客服接待/);
    await cli.run('ask', '谢谢', '--conversation', id);
    expect(cli.text()).not.toContain('今天就能到');
    for (let index = 0; index < 250; index++)
      cli.world.conversations.append(id, 'person-replied', { operator: '小兰', text: `第${index}句` });
    await cli.run('ask', '还在吗', '--conversation', id, '--json');
    const { person } = cli.json() as { person: { operator: string; text: string }[] };
    expect([person.length, person[0], person.at(-1)]).toEqual([
      250,
      { operator: '小兰', text: '第0句' },
      { operator: '小兰', text: '第249句' },
    ]);
  });

  it('[CLI-7] a refused message leaves no conversation behind', async () => {
    cli = createCli();
    await cli.run('ask', '  ');
    await cli.run('ask', '长'.repeat(4_001));
    expect(await cli.world.conversations.list({ limit: 9 })).toEqual([]);
  });

  it('[CLI-8] the words about a reply are in its language', async () => {
    cli = createCli();
    await cli.run('ask', 'delivery', '--locale', 'en');
    expect(cli.text()).toContain('来源：配送时间');
    cli.world.state.reply = { ...REPLY, locale: 'en' };
    await cli.run('ask', 'delivery');
    expect(cli.text()).toContain('Source: 配送时间');
    expect(cli.notes()).toContain('Go on with --conversation');
  });
});
