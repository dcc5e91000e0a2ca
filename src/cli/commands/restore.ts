import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Command } from 'commander';
import { systemClock } from '../../core/clock.ts';
import { type CliContext, type CommonOptions, subcommand, throughDoor, voice } from '../context.ts';
import { read } from '../door.ts';
import { failure } from '../exit.ts';

interface Options extends CommonOptions {
  /** commander turns `--no-backup` into this. */
  backup: boolean;
  json?: boolean;
}

export function restoreCommand(context: CliContext): Command {
  return subcommand('restore', '从备份恢复 · put a backup in place of what is there, also while the server runs')
    .argument('<file>', '备份文件 · the backup file')
    .option('--no-backup', '不先备份现有数据 · do not save what is there first')
    .option('--json', '输出 JSON · print JSON')
    .action(async (name: string, options: Options) => {
      const file = resolve(name);
      const { say } = voice(context, options);
      if (!existsSync(file)) throw failure('backup.missing', { zh: `找不到 ${file}。`, en: `${file} does not exist.` });
      const saved = await throughDoor(context, options, async (door, config) => {
        const before = join(config.dataDir, `before-restore-${systemClock.now().replace(/[:.]/g, '-')}.xiaoer`);
        if (options.backup) await read(await door.request('POST', '/local/backup', { file: before }));
        await read(await door.request('POST', '/local/restore', { file }));
        return options.backup ? before : null;
      });
      if (options.json) return context.terminal.out(JSON.stringify({ file, saved }));
      context.terminal.out(say({ zh: `已从 ${file} 恢复。`, en: `Restored from ${file}.` }));
      if (saved)
        context.terminal.note(say({ zh: `原来的数据备份在 ${saved}`, en: `What was there before is in ${saved}` }));
    });
}
