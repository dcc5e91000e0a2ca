import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { AppError } from '../core/errors.ts';
import { loadConfig, systemLocale } from './config.ts';

let dataDir: string;
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'xiaoer-config-'));
});
afterEach(() => rmSync(dataDir, { recursive: true, force: true }));

const write = (yaml: string) => writeFileSync(join(dataDir, 'xiaoer.yml'), yaml);

describe('the configuration', () => {
  it('[API-87] an empty folder is a whole configuration; the environment stands over the file', () => {
    expect(loadConfig({ dataDir, env: {} })).toMatchObject({ port: 3000, host: '127.0.0.1', brain: 'auto', dataDir });
    write('port: 4000\nopenai:\n  model: qwen3\n');
    const config = loadConfig({ dataDir, env: { PORT: '5000', OPENAI_BASE_URL: 'http://127.0.0.1:11434/v1' } });
    expect(config).toMatchObject({
      port: 5000,
      openai: { model: 'qwen3', baseUrl: 'http://127.0.0.1:11434/v1' },
      endpointConfigured: true,
    });
  });

  it('[API-87] what is wrong stops with one line that names the setting', () => {
    const wrong: [Record<string, string>, string, RegExp][] = [
      [{ PORT: '70000' }, '', /^config\.invalid: PORT: .*65535/],
      [{ XIAOER_BRAIN: 'clever' }, '', /XIAOER_BRAIN: .*"auto"/],
      [{ DATABASE_URL: 'mysql://db' }, '', /DATABASE_URL: /],
      [{ XIAOER_MASTER_KEY: 'short' }, '', /XIAOER_MASTER_KEY: /],
      [{ XIAOER_BRAIN: 'llm' }, '', /OPENAI_BASE_URL/],
      [{}, 'prot: 1', /prot/],
      [{}, 'operators:\n  - name: a\n    role: king\n    token: 0123456789abcdef', /operators\.0\.role: /],
      [{}, 'a: [', /xiaoer\.yml is not valid YAML/],
    ];
    for (const [env, yaml, message] of wrong) {
      write(yaml);
      let said = '';
      try {
        loadConfig({ dataDir, env });
      } catch (error) {
        said = (error as Error).message;
      }
      expect(said).toMatch(message);
      expect(said).not.toContain('\n');
    }
  });

  it('[API-91] what is wrong is said wholly in Chinese or wholly in English', () => {
    const wrong: [Record<string, string>, string, string][] = [
      [{ PORT: '70000' }, '', 'PORT: 最多 65535'],
      [{ PORT: 'abc' }, '', 'PORT: 应该是数字'],
      [{ XIAOER_BRAIN: 'clever' }, '', 'XIAOER_BRAIN: 只能是 auto、embedded、llm'],
      [{ DATABASE_URL: 'mysql://db' }, '', 'DATABASE_URL: 应该是完整的网址'],
      [{ XIAOER_SHOP_TOKEN_SECRET: 'short' }, '', 'XIAOER_SHOP_TOKEN_SECRET: 最少 32 个字符'],
      [{ XIAOER_MASTER_KEY: 'short' }, '', 'XIAOER_MASTER_KEY: 应该是 64 位十六进制数字'],
      [{ XIAOER_BRAIN: 'llm' }, '', 'XIAOER_BRAIN=llm 还要设置 OPENAI_BASE_URL 或 OPENAI_API_KEY'],
      [{}, 'prot: 1', 'xiaoer.yml: 没有这个设置：prot'],
      [{}, 'operators: 3', 'operators: 应该是列表'],
      [{}, 'host: ""', 'host: 不能为空'],
      [{}, 'a: [', '/xiaoer.yml 第 1 行第 5 个字符处不是有效的 YAML'],
      [{ PORT: '1' }, 'hello', '/xiaoer.yml 里应该是一行行「名称: 值」'],
    ];
    for (const [env, yaml, words] of wrong) {
      write(yaml);
      let said = { zh: '', en: '' };
      try {
        loadConfig({ dataDir, env });
      } catch (error) {
        said = (error as AppError).publicMessage as typeof said;
      }
      expect(said.zh.replace(dataDir, '')).toBe(`配置有误：${words}`);
      expect(said.en).not.toMatch(/\p{Script=Han}/u);
    }
  });

  it('[API-87] lists are written with commas in the environment', () => {
    const env = { XIAOER_ALLOWED_ORIGINS: 'https://a.example, https://b.example', XIAOER_TRUSTED_PROXIES: '10.0.0.1' };
    expect(loadConfig({ dataDir, env })).toMatchObject({
      allowedOrigins: ['https://a.example', 'https://b.example'],
      trustedProxies: ['10.0.0.1'],
    });
  });

  it('[API-87] the system’s language is read from its locale', () => {
    const of = (LANG: string) => systemLocale({ LANG });
    expect(['', 'C', 'C.UTF-8', 'POSIX', 'zh_CN.UTF-8', 'zh_TW'].map(of)).toEqual(Array(6).fill('zh'));
    expect(['en_US.UTF-8', 'fr_FR', 'cs_CZ.UTF-8'].map(of)).toEqual(Array(3).fill('en'));
    expect(systemLocale({ LC_ALL: 'en_GB', LANG: 'zh_CN' })).toBe('en');
  });
});
