import { existsSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Command } from 'commander';
import { systemRandom } from '../../core/clock.ts';
import { digest } from '../../identity/digest.ts';
import { makeFolder } from '../../platform/folder.ts';
import { type CliContext, type CommonOptions, configOf, subcommand, voice } from '../context.ts';
import { failure } from '../exit.ts';
import { initialConfiguration, scriptTag } from '../init/configuration.ts';
import { writeTemplates } from '../init/templates.ts';

interface Options extends CommonOptions {
  templates?: string;
  json?: boolean;
}

export function initCommand(context: CliContext): Command {
  return subcommand('init', '写好配置和 CSV 模板 · write a configuration and CSV templates')
    .option('--templates <folder>', 'CSV 模板放在哪里 · where the CSV templates go (<data>/csv-templates)')
    .option('--json', '输出 JSON · print JSON')
    .action((options: Options) => initialise(context, options));
}

/** A file that only its owner reads; null when there is one already, which is never touched. */
function writeConfiguration(path: string): string | null {
  if (existsSync(path)) return null;
  const token = `op-${systemRandom().token(24)}`;
  const text = initialConfiguration({ operatorHash: digest(token), shopTokenSecret: systemRandom().token(32) });
  try {
    writeFileSync(path, text, { flag: 'wx', mode: 0o600 });
  } catch (cause) {
    throw failure('data-folder.unwritable', { zh: `写不了 ${path}。`, en: `${path} cannot be written.` }, cause);
  }
  return token;
}

function initialise(context: CliContext, options: Options): void {
  const { say, style, locale } = voice(context, options);
  const { dataDir } = configOf(context, options);
  makeFolder(dataDir);
  const configuration = join(dataDir, 'xiaoer.yml');
  const token = writeConfiguration(configuration);
  const folder = resolve(options.templates ?? join(dataDir, 'csv-templates'));
  const templates = writeTemplates(folder, locale);
  const { port } = configOf(context, options);
  const tag = scriptTag(`http://localhost:${port}`);

  const { terminal } = context;
  if (options.json) {
    const written = token !== null;
    terminal.out(JSON.stringify({ configuration, written, operatorToken: token, folder, templates, scriptTag: tag }));
    return;
  }
  if (token === null)
    terminal.out(
      say({
        zh: `配置已经有了，没有改动：${configuration}`,
        en: `The configuration is there already, untouched: ${configuration}`,
      }),
    );
  else {
    terminal.out(say({ zh: `配置：${configuration}`, en: `Configuration: ${configuration}` }));
    terminal.out(
      say({
        zh: `客服令牌（只显示这一次，请记下来）：${token}`,
        en: `Operator token (shown this once, keep it): ${token}`,
      }),
    );
  }
  const made = {
    zh: `CSV 模板：${folder}（新写 ${templates.length} 个文件）`,
    en: `CSV templates: ${folder} (${templates.length} new files)`,
  };
  terminal.out(say(made));
  terminal.out(
    say({
      zh: '放进店铺页面 </body> 之前（换成您的网址）：',
      en: 'Into your shop’s pages, before </body> (with your own address):',
    }),
  );
  terminal.out(style('bold', `  ${tag}`));
  terminal.out(
    say({
      zh: '下一步：xiaoer start，或者 xiaoer doctor 看看还缺什么。',
      en: 'Next: xiaoer start, or xiaoer doctor to see what is missing.',
    }),
  );
}
