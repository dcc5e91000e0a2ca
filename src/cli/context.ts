import { Command, Option } from 'commander';
import type { Locale } from '../core/locale.ts';
import { type Config, loadConfig, systemLocale } from '../platform/config.ts';
import { makeFolder } from '../platform/folder.ts';
import type { Door, OpenDoor } from './door.ts';
import { type ExitCode, failure } from './exit.ts';
import { type Terminal, type Voice, voiceOf } from './terminal.ts';

/** What surrounds every command. Tests bring their own. */
export interface Surroundings {
  terminal: Terminal;
  openDoor: OpenDoor;
  env?: Record<string, string | undefined>;
}

/** Options that every command has. */
export interface CommonOptions {
  dataDir?: string;
  locale?: Locale;
  /** Of commands by which somebody decides or answers. */
  as?: string;
}

/** What a command works with. */
export interface CliContext extends Surroundings {
  /** The command's end; 0 when it says nothing. */
  end(code: ExitCode): void;
}

/** A subcommand with the options that all have. */
export function subcommand(name: string, summary: string): Command {
  return withCommonOptions(new Command(name).description(summary));
}

const COMMON = ['dataDir', 'locale'];

/** The common options may also stand before the subcommand: the innermost command has the last word. */
export function inheritCommonOptions(command: Command): void {
  for (const name of COMMON) {
    for (let outer = command.parent; outer && command.getOptionValue(name) === undefined; outer = outer.parent)
      command.setOptionValue(name, outer.getOptionValue(name));
  }
}

export function withCommonOptions(command: Command): Command {
  return command
    .option('--data-dir <folder>', '数据目录 · the data folder (XIAOER_DATA_DIR, or ./data)')
    .addOption(new Option('--locale <language>', '语言 · language').choices(['zh', 'en']));
}

/** A command by which somebody decides or answers. */
export function withOperator(command: Command): Command {
  return command.option('--as <name>', '以谁的名义（XIAOER_OPERATOR） · in whose name');
}

/** @throws AppError `cli.as` */
function nameIn({ as }: CommonOptions): Record<string, string> {
  if (as === undefined) return {};
  const name = as.trim();
  if (name !== '' && name.length <= 64 && !/\p{C}/u.test(name)) return { operatorName: name };
  throw failure('cli.as', {
    zh: '--as 后面要写一个名字，最多 64 个字。',
    en: '--as takes a name of 64 characters at most.',
  });
}

export function voice(context: CliContext, options: CommonOptions): Voice {
  return voiceOf(context.terminal, options.locale ?? systemLocale(context.env));
}

export function configOf(context: CliContext, options: CommonOptions, overrides: Record<string, unknown> = {}): Config {
  const named = { ...overrides, ...nameIn(options) };
  return loadConfig({ dataDir: options.dataDir, overrides: named, ...(context.env && { env: context.env }) });
}

/** The data folder of a command that keeps something. Whoever did not mean to begin one here sees where it is. */
export function prepareFolder(context: CliContext, options: CommonOptions, { dataDir }: Config): void {
  if (!makeFolder(dataDir)) return;
  const { say, style } = voice(context, options);
  context.terminal.note(style('dim', say({ zh: `新建数据目录：${dataDir}`, en: `New data folder: ${dataDir}` })));
}

/** Runs with the door open and closes it whatever happens. */
export async function throughDoor<T>(
  context: CliContext,
  options: CommonOptions,
  work: (door: Door, config: Config) => Promise<T>,
): Promise<T> {
  const config = configOf(context, options);
  prepareFolder(context, options, config);
  const door = await context.openDoor(config, voice(context, options).locale);
  try {
    return await work(door, config);
  } finally {
    await door.close();
  }
}
