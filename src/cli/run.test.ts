import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { AppError } from '../core/errors.ts';
import { createOperators } from '../identity/operators.ts';
import { loadConfig } from '../platform/config.ts';
import { exitCodeOf } from './exit.ts';
import { type Cli, createCli } from './testing/surroundings.ts';

let cli: Cli | undefined;
afterEach(() => {
  cli?.world.remove();
  cli = undefined;
});

describe('the command line', () => {
  it('[CLI-40] says by its exit code how it ended', async () => {
    const codes = {
      ...{
        'message.empty': 2,
        'request.too-large': 2,
        'customer.unknown': 2,
        'internal.error': 1,
        'config.invalid': 3,
        'store.wrong-key': 3,
      },
      ...{ 'data-folder.unwritable': 3, 'store.locked': 4, 'store.unavailable': 4, 'server.cannot-listen': 4 },
    };
    for (const [code, expected] of Object.entries(codes))
      expect([code, exitCodeOf(new AppError(code))]).toEqual([code, expected]);
    expect(exitCodeOf(new Error('x'))).toBe(1);
  });

  it('[CLI-40] wrong usage is 2, help and version 0, and nothing is opened for either', async () => {
    cli = createCli();
    for (const argv of [
      ['fly'],
      ['ask'],
      ['ask', 'a', 'b'],
      ['ask', 'a', '--colour'],
      ['ask', 'a', '--locale', 'fr'],
      ['chat', 'a'],
    ]) {
      expect([argv, await cli.run(...argv)]).toEqual([argv, 2]);
    }
    for (const argv of [['--help'], ['ask', '--help'], ['--version'], ['help', 'ask']])
      expect([argv, await cli.run(...argv)]).toEqual([argv, 0]);
    expect(cli.state.opened).toBe(0);
  });

  it('[CLI-45] with --json a failure is one object on standard output, and the exit code stays', async () => {
    cli = createCli();
    expect(await cli.run('ask', 'a', '--json', '--colour')).toBe(2);
    expect(cli.json()).toEqual({ error: { code: 'cli.usage', message: expect.stringContaining('--colour') } });
    writeFileSync(join(cli.world.dataDir, 'xiaoer.yml'), 'port: 99999\n');
    expect(await cli.run('conversations', 'list', '--json')).toBe(3);
    expect(cli.json()).toEqual({ error: { code: 'config.invalid', message: '配置有误：port: 最多 65535' } });
    expect(await cli.run('ask', '--help', '--json')).toBe(0);
  });

  it('[CLI-41] every command takes --data-dir', async () => {
    cli = createCli();
    const inner = ['list', 'show', 'answer', 'close', 'hand-back', 'take-over'].map((name) => ['conversations', name]);
    const all = [
      'start',
      'ask',
      'chat',
      'init',
      'import',
      'backup',
      'restore',
      'doctor',
      'understand',
      'train',
      'evaluate',
    ].map((name) => [name]);
    for (const names of [...all, ...inner]) {
      await cli.run(...names, '--help');
      expect([names, cli.text().includes('--data-dir')]).toEqual([names, true]);
    }
  });

  it('[CLI-41] --data-dir and --locale stand before, within or after a subcommand; the innermost has the last word', async () => {
    cli = createCli();
    const base = join(cli.world.dataDir, 'elsewhere');
    const there = (name: string) => existsSync(join(base, name));
    await cli.run('--data-dir', join(base, 'a'), '--locale', 'en', 'ask', '配送时间');
    expect([there('a'), cli.notes()]).toEqual([true, expect.stringContaining(`New data folder: ${join(base, 'a')}`)]);
    await cli.run('conversations', '--data-dir', join(base, 'b'), 'list');
    await cli.run('conversations', 'list', '--data-dir', join(base, 'c'));
    await cli.run(`--data-dir=${join(base, 'd')}`, 'conversations', 'list', `--data-dir=${join(base, 'e')}`);
    expect(['b', 'c', 'd', 'e'].map(there)).toEqual([true, true, false, true]);
    expect(await cli.run('--locale', 'fr', 'ask', 'a')).toBe(2);
    expect(await cli.run('--locale', 'en', 'ask', 'a', '--conversation', 'none')).not.toBe(0);
    expect(cli.notes()).toContain('There is no such conversation.');
  });

  it('[CLI-44] a data folder that cannot be made is one line and exit code 3', async () => {
    cli = createCli();
    const file = join(cli.world.dataDir, 'file');
    writeFileSync(file, '');
    for (const argv of [['ask', '在吗'], ['init'], ['start'], ['conversations', 'list']]) {
      expect([argv, await cli.run(...argv, '--data-dir', join(file, 'x'))]).toEqual([argv, 3]);
      expect(cli.state.notes).toEqual([`xiaoer: 建不了目录 ${join(file, 'x')}，请检查路径和权限。`]);
    }
    expect(cli.state.opened).toBe(0);
  });

  it('[CLI-42] a wrong configuration stops with one line that names the setting, and exit code 3', async () => {
    cli = createCli();
    writeFileSync(join(cli.world.dataDir, 'xiaoer.yml'), 'port: 99999\n');
    for (const argv of [['ask', '在吗'], ['start'], ['conversations', 'list']]) {
      expect(await cli.run(...argv)).toBe(3);
      expect(cli.state.notes).toHaveLength(1);
      expect(cli.notes()).toMatch(/^xiaoer: 配置有误：port: [^\n]*$/);
    }
    expect(cli.state.opened).toBe(0);
  });

  it('[CLI-30] what init writes is read as it was meant, and its operator token opens', async () => {
    cli = createCli();
    await cli.run('init', '--json');
    const config = loadConfig({ dataDir: cli.world.dataDir, env: {} });
    expect(config).toMatchObject({
      port: 3000,
      allowedOrigins: ['*'],
      shopToken: { secret: expect.stringMatching(/^[0-9a-f]{64}$/) },
    });
    expect(createOperators(config.operators).find(String(cli.json().operatorToken))).toEqual({
      name: 'admin',
      role: 'admin',
    });
  });
});
