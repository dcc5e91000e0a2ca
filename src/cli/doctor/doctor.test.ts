import { appendFileSync, chmodSync, cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { AppError } from '../../core/errors.ts';
import { SHIPPED_MODEL } from '../../reading-model.ts';
import type { Keeping, KeepingStatus } from '../../server/deps.ts';
import { type Cli, createCli } from '../testing/surroundings.ts';

let cli: Cli;
afterEach(() => cli.world.remove());

interface Report {
  ok: boolean;
  checks: { name: string; status: string; detail: string; mend?: string }[];
}

const STATUS: KeepingStatus = {
  database: { kind: 'pglite', version: '18.0' },
  ...{ origin: 'csv', products: 12, articles: 3, brain: 'embedded', endpoint: null },
};

function withStatus(change: Partial<KeepingStatus> | Error): void {
  const unused = async () => {
    throw new AppError('not-part-of-this-test');
  };
  const keeping: Keeping = {
    ...{ backup: unused, restore: unused, importShop: unused },
    async status() {
      if (change instanceof Error) throw change;
      return { ...STATUS, ...change };
    },
  };
  cli = createCli({ keeping });
}

async function examine(...more: string[]): Promise<{ code: number; statuses: Record<string, string>; report: Report }> {
  const code = await cli.run('doctor', '--json', ...more);
  const report = cli.json() as unknown as Report;
  return { code, report, statuses: Object.fromEntries(report.checks.map(({ name, status }) => [name, status])) };
}

describe('doctor', () => {
  it('[CLI-50] says what is configured and what is missing, each with its remedy', async () => {
    withStatus({});
    const { code, statuses, report } = await examine();
    expect(code).toBe(0);
    expect(statuses).toMatchObject({
      ...{ node: 'ok', configuration: 'ok', 'data-folder': 'ok', lock: 'ok', database: 'ok', shop: 'ok', brain: 'ok' },
      ...{ secrets: 'ok', operators: 'warning', 'shop-token': 'warning' },
    });
    for (const { status, mend } of report.checks) expect(status === 'ok').toBe(mend === undefined);
    expect(await cli.run('doctor', '--locale', 'en')).toBe(0);
    expect(cli.text()).toMatch(/! operators\s+No operator can answer/);
    expect(cli.text()).toContain('→ Run xiaoer init');
  });

  it('[CLI-50] after init only the shop’s own data is missing', async () => {
    withStatus({ origin: 'demo' });
    await cli.run('init');
    const { statuses } = await examine();
    expect(statuses).toMatchObject({ operators: 'ok', 'shop-token': 'ok', shop: 'warning' });
  });

  it('[CLI-51] what is broken makes the exit code 1 and does not hide the rest', async () => {
    withStatus({ endpoint: { url: 'http://127.0.0.1:1/v1', ok: false, detail: 'ECONNREFUSED' } });
    expect(await examine()).toMatchObject({
      code: 1,
      report: { ok: false },
      statuses: { brain: 'broken', database: 'ok' },
    });
    cli.world.remove();
    withStatus(
      new AppError('store.unavailable', { status: 503, publicMessage: { zh: '数据库连不上。', en: 'No database.' } }),
    );
    const dead = await examine();
    expect(dead).toMatchObject({ code: 1, statuses: { database: 'broken', operators: 'warning' } });
    expect(dead.report.checks.find(({ name }) => name === 'database')?.detail).toBe('数据库连不上。');
  });

  it('[CLI-51] a wrong configuration is a finding, not an end', async () => {
    withStatus({});
    writeFileSync(join(cli.world.dataDir, 'xiaoer.yml'), 'brain: clever\n');
    const { code, statuses, report } = await examine();
    expect([code, statuses]).toEqual([
      3,
      expect.objectContaining({
        configuration: 'broken',
        node: 'ok',
        'data-folder': 'ok',
        lock: 'ok',
        secrets: 'warning',
      }),
    ]);
    expect(report.checks.find(({ name }) => name === 'configuration')?.detail).toContain('brain');
    expect(cli.state.opened).toBe(0);
  });

  it('[CLI-50] tells of a model that is missing, damaged, outdated or of another corpus, with its remedy and 1 where nothing reads', async () => {
    withStatus({});
    const model = join(cli.world.dataDir, 'model');
    const file = (name: string) => join(model, name);
    const told = async (...more: string[]) => {
      const { code, report } = await examine('--model', model, ...more);
      const { status, detail, mend } = report.checks.find(({ name }) => name === 'model') ?? {};
      return [code, status, detail, mend];
    };
    const again = '重新安装，或运行 xiaoer train 重新训练';
    expect(await told()).toEqual([1, 'broken', `找不到模型文件 ${file('model.json')}`, again]);
    cpSync(SHIPPED_MODEL, model, { recursive: true });
    expect(await told()).toEqual([0, 'ok', `看懂消息的模型：${model}`, undefined]);
    const other = join(cli.world.dataDir, 'other');
    mkdirSync(other);
    expect(await told('--corpus', other)).toEqual([0, 'warning', expect.stringContaining(other), '运行 xiaoer train']);

    mkdirSync(join(cli.world.dataDir, 'models'));
    writeFileSync(join(cli.world.dataDir, 'models', 'understanding.json'), '{}');
    expect(await told()).toEqual([
      ...[0, 'warning'],
      expect.stringMatching(/^店铺自己的模型没有用上：模型文件已损坏 .*understanding\.json（没有指明模型）$/),
      expect.stringContaining('xiaoer train --shop'),
    ]);

    appendFileSync(file('weights.safetensors'), 'x');
    const damaged = `模型文件已损坏 ${file('weights.safetensors')}（内容与 model.json 的记录不符）`;
    expect(await told()).toEqual([1, 'broken', damaged, again]);
    const description = readFileSync(file('model.json'), 'utf8');
    writeFileSync(file('model.json'), description.replace(/"inputCode": \d+/, '"inputCode": 0'));
    expect(await told()).toEqual([
      1,
      'broken',
      expect.stringMatching(/^模型已过时 .*（输入代码是 0，本程序要 \d+）$/),
      again,
    ]);
    rmSync(model, { recursive: true });
    expect((await told('--locale', 'en'))[2]).toBe(`the model’s file is not there: ${file('model.json')}`);
  });

  it('[CLI-51] secrets that others can read are found', async () => {
    withStatus({});
    chmodSync(join(cli.world.dataDir, 'local.token'), 0o644);
    const { report } = await examine();
    const finding = report.checks.find(({ name }) => name === 'secrets');
    expect([finding?.status, finding?.mend]).toEqual(['warning', expect.stringContaining('chmod 600')]);
  });
});
