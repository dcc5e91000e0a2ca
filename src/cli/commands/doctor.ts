import { type Command, Option } from 'commander';
import { type CliContext, type CommonOptions, subcommand, voice } from '../context.ts';
import { examine } from '../doctor/examine.ts';
import type { Finding } from '../doctor/finding.ts';
import type { ModelPlaces } from '../doctor/model.ts';
import { EXIT } from '../exit.ts';
import type { Style } from '../terminal.ts';

interface Options extends CommonOptions, ModelPlaces {
  json?: boolean;
}

const SIGNS: Record<Finding['status'], { sign: string; style: Style }> = {
  ok: { sign: '✓', style: 'green' },
  warning: { sign: '!', style: 'yellow' },
  broken: { sign: '✗', style: 'red' },
};

/** What another command would end with 3 for. */
const CONFIGURATION = new Set(['configuration', 'data-folder']);

export function doctorCommand(context: CliContext): Command {
  return subcommand('doctor', '体检 · what is configured, what is missing and how to mend it')
    .option('--json', '输出 JSON · print JSON')
    .addOption(new Option('--model <folder>').hideHelp())
    .addOption(new Option('--corpus <folder>').hideHelp())
    .action(async (options: Options) => {
      const findings = await examine(context, options);
      const { say, style } = voice(context, options);
      if (options.json) {
        const checks = findings.map(({ detail, mend, ...rest }) => ({
          ...rest,
          detail: say(detail),
          ...(mend && { mend: say(mend) }),
        }));
        context.terminal.out(JSON.stringify({ ok: findings.every(({ status }) => status !== 'broken'), checks }));
      } else {
        for (const { name, status, detail, mend } of findings) {
          const { sign, style: colour } = SIGNS[status];
          context.terminal.out(`${style(colour, sign)} ${name.padEnd(14)} ${say(detail)}`);
          if (mend) context.terminal.out(`  ${''.padEnd(14)} → ${say(mend)}`);
        }
      }
      const brokenNames = findings.filter(({ status }) => status === 'broken').map(({ name }) => name);
      if (brokenNames.some((name) => CONFIGURATION.has(name))) context.end(EXIT.configuration);
      else if (brokenNames.length > 0) context.end(EXIT.failed);
    });
}
