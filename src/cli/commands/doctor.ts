import type { Command } from 'commander';
import { type CliContext, type CommonOptions, subcommand, voice } from '../context.ts';
import { examine } from '../doctor/examine.ts';
import type { Finding } from '../doctor/finding.ts';
import { EXIT } from '../exit.ts';
import type { Style } from '../terminal.ts';

interface Options extends CommonOptions {
  json?: boolean;
}

const SIGNS: Record<Finding['status'], { sign: string; style: Style }> = {
  ok: { sign: '✓', style: 'green' },
  warning: { sign: '!', style: 'yellow' },
  broken: { sign: '✗', style: 'red' },
};

export function doctorCommand(context: CliContext): Command {
  return subcommand('doctor', '体检 · what is configured, what is missing and how to mend it')
    .option('--json', '输出 JSON · print JSON')
    .action(async (options: Options) => {
      const findings = await examine(context, options);
      const { say, style } = voice(context, options);
      const isBroken = findings.some(({ status }) => status === 'broken');
      if (options.json) {
        const checks = findings.map(({ detail, mend, ...rest }) => ({
          ...rest,
          detail: say(detail),
          ...(mend && { mend: say(mend) }),
        }));
        context.terminal.out(JSON.stringify({ ok: !isBroken, checks }));
      } else {
        for (const { name, status, detail, mend } of findings) {
          const { sign, style: colour } = SIGNS[status];
          context.terminal.out(`${style(colour, sign)} ${name.padEnd(14)} ${say(detail)}`);
          if (mend) context.terminal.out(`  ${''.padEnd(14)} → ${say(mend)}`);
        }
      }
      if (isBroken) context.end(EXIT.failed);
    });
}
