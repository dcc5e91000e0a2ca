import { existsSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { Command } from 'commander';
import { type CliContext, type CommonOptions, subcommand, throughDoor, voice } from '../context.ts';
import { read } from '../door.ts';
import { failure } from '../exit.ts';

interface Options extends CommonOptions {
  force?: boolean;
  json?: boolean;
}

export function backupCommand(context: CliContext): Command {
  return subcommand(
    'backup',
    '备份到一个文件，不含 train --shop 的模型 · write everything but the model of train --shop to one file, also while the server runs',
  )
    .argument('<file>', '备份文件 · the backup file')
    .option('--force', '覆盖已有的文件 · overwrite an existing file')
    .option('--json', '输出 JSON · print JSON')
    .action(async (name: string, options: Options) => {
      const file = resolve(name);
      const { say } = voice(context, options);
      if (!existsSync(dirname(file))) {
        const folder = dirname(file);
        throw failure('backup.no-folder', {
          zh: `目录 ${folder} 不存在。`,
          en: `The folder ${folder} does not exist.`,
        });
      }
      if (existsSync(file) && !options.force) {
        throw failure('backup.exists', {
          zh: `${file} 已经存在，要覆盖请加 --force。`,
          en: `${file} exists: add --force to overwrite it.`,
        });
      }
      const made = await throughDoor(context, options, async (door) =>
        read<{ file: string; bytes: number }>(await door.request('POST', '/local/backup', { file })),
      );
      if (options.json) return context.terminal.out(JSON.stringify(made));
      const done = {
        zh: `已备份到 ${made.file}（${made.bytes} 字节）。文件里有解密用的密钥，请妥善保管。`,
        en: `Backed up to ${made.file} (${made.bytes} bytes). It holds the keys that open it: keep it safe.`,
      };
      context.terminal.out(say(done));
    });
}
