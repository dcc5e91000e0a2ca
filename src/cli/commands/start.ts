import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Command } from 'commander';
import { SECRET_FILES } from '../../identity/secrets.ts';
import type { Config } from '../../platform/config.ts';
import { type CliContext, type CommonOptions, configOf, prepareFolder, subcommand, voice } from '../context.ts';
import { WORDS } from './policy-words.ts';

interface Options extends CommonOptions {
  port?: string;
  host?: string;
}

export function startCommand(context: CliContext): Command {
  return subcommand('start', '启动服务 · start the server')
    .option('--port <number>', '端口 · port (PORT, or 3000)')
    .option('--host <address>', '监听地址 · address to listen on (HOST, or 127.0.0.1)')
    .action(async (options: Options) => {
      const { port, host } = options;
      const overrides = { ...(port !== undefined && { port }), ...(host !== undefined && { host }) };
      const config = configOf(context, options, overrides);
      prepareFolder(context, options, config);
      const { createApp } = await import('../../app.ts');
      const app = await createApp(config);
      try {
        const listening = await app.listen();
        const { say, style } = voice(context, options);
        for (const line of greeting(config, listening.url)) context.terminal.out(say(line));
        if (await app.policies.isShippedNewer()) context.terminal.note(say(WORDS.shippedIsNewer));
        await stopSignal();
        context.terminal.note(style('dim', say({ zh: '正在停止…', en: 'Stopping…' })));
        await listening.close();
      } finally {
        await app.close();
      }
    });
}

function greeting(config: Config, url: string): { zh: string; en: string }[] {
  const key = join(config.dataDir, SECRET_FILES.apiKey);
  const hasKeyFile = config.apiKeys.length === 0 && existsSync(key);
  return [
    { zh: `小二已经开门：${url}`, en: `Xiaoer is open: ${url}` },
    { zh: `  接口文档  ${url}/openapi.json`, en: `  API          ${url}/openapi.json` },
    {
      zh: `  OpenAI 兼容接口  ${url}/v1（密钥在 ${hasKeyFile ? key : 'xiaoer.yml 的 apiKeys'}）`,
      en: `  OpenAI door  ${url}/v1 (the key is in ${hasKeyFile ? key : 'apiKeys of xiaoer.yml'})`,
    },
    { zh: `  数据目录  ${config.dataDir}`, en: `  data         ${config.dataDir}` },
    { zh: '按 Ctrl-C 停止。', en: 'Stop with Ctrl-C.' },
  ];
}

/** A second signal ends the process at once. */
function stopSignal(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => resolve());
  });
}
