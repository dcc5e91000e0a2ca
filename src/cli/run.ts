import { Command, CommanderError } from 'commander';
import { AppError } from '../core/errors.ts';
import { type Locale, localize } from '../core/locale.ts';
import { systemLocale } from '../platform/config.ts';
import { VERSION } from '../platform/version.ts';
import { approvalsCommand } from './commands/approvals.ts';
import { askCommand } from './commands/ask.ts';
import { auditCommand } from './commands/audit.ts';
import { backupCommand } from './commands/backup.ts';
import { chatCommand } from './commands/chat.ts';
import { conformanceCommand } from './commands/conformance.ts';
import { conversationsCommand } from './commands/conversations.ts';
import { doctorCommand } from './commands/doctor.ts';
import { evaluateCommand } from './commands/evaluate.ts';
import { importCommand } from './commands/import.ts';
import { initCommand } from './commands/init.ts';
import { knowledgeCommand } from './commands/knowledge.ts';
import { policyCommand } from './commands/policy.ts';
import { replayCommand } from './commands/replay.ts';
import { restoreCommand } from './commands/restore.ts';
import { startCommand } from './commands/start.ts';
import { ticketsCommand } from './commands/tickets.ts';
import { trainCommand } from './commands/train.ts';
import { understandCommand } from './commands/understand.ts';
import { type CliContext, inheritCommonOptions, type Surroundings, withCommonOptions } from './context.ts';
import { wordsOf } from './error-words.ts';
import { EXIT, type ExitCode, errorLine, exitCodeOf } from './exit.ts';

const COMMANDS = [
  startCommand,
  askCommand,
  chatCommand,
  initCommand,
  importCommand,
  conversationsCommand,
  approvalsCommand,
  ticketsCommand,
  auditCommand,
  policyCommand,
  knowledgeCommand,
  replayCommand,
  backupCommand,
  restoreCommand,
  doctorCommand,
  understandCommand,
  trainCommand,
  evaluateCommand,
  conformanceCommand,
];

/** The language of an error, also of one that happened before the options were read. */
function localeOf(argv: readonly string[], surroundings: Surroundings): Locale {
  const named =
    argv.find((_, index) => argv[index - 1] === '--locale') ??
    argv.find((word) => word.startsWith('--locale='))?.slice(9);
  return named === 'zh' || named === 'en' ? named : systemLocale(surroundings.env);
}

function describe(error: unknown, locale: Locale): string {
  const words = wordsOf(error);
  if (words) return localize(words, locale);
  const code = error instanceof AppError ? error.code : 'internal.error';
  const detail = error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error);
  return locale === 'zh' ? `出错了（${code}）：${detail}` : `Something went wrong (${code}): ${detail}`;
}

/** Runs one command line to its end and says how it ended. */
export async function run(argv: readonly string[], surroundings: Surroundings): Promise<ExitCode> {
  const { terminal } = surroundings;
  let code: ExitCode = EXIT.ok;
  const context: CliContext = { ...surroundings, end: (given) => (code = given) };
  const program = withCommonOptions(new Command('xiaoer'))
    .description('小二：网店的智能客服 · the customer-service clerk of an online shop')
    .version(VERSION)
    // What stands behind a command is its own: `knowledge show ID --version 2`.
    .enablePositionalOptions()
    .hook('preAction', (_, action) => inheritCommonOptions(action));
  for (const make of COMMANDS) program.addCommand(make(context));
  prepare(
    program,
    (text) => terminal.out(text.trimEnd()),
    (text) => terminal.note(text.trimEnd()),
  );
  try {
    await program.parseAsync([...argv], { from: 'user' });
    return code;
  } catch (error) {
    const wantsJson = argv.includes('--json');
    if (error instanceof CommanderError) {
      if (error.exitCode === 0) return EXIT.ok;
      if (wantsJson) terminal.out(errorLine('cli.usage', error.message.replace(/^error: /, '')));
      return EXIT.usage;
    }
    const message = describe(error, localeOf(argv, surroundings));
    if (wantsJson) terminal.out(errorLine(error instanceof AppError ? error.code : 'internal.error', message));
    terminal.note(`xiaoer: ${message}`);
    // Nobody foresaw it: whoever reports it has the place.
    if (!(error instanceof AppError) && error instanceof Error) terminal.note(error.stack ?? '');
    return exitCodeOf(error);
  }
}

function prepare(command: Command, writeOut: (text: string) => void, writeErr: (text: string) => void): void {
  command.exitOverride().configureOutput({ writeOut, writeErr });
  for (const inner of command.commands) prepare(inner, writeOut, writeErr);
}
