import { type Command, Option } from 'commander';
import type { AuditCheck } from '../../agent/ports.ts';
import { type CliContext, type CommonOptions, subcommand, throughDoor, voice } from '../context.ts';
import { read } from '../door.ts';
import { EXIT } from '../exit.ts';
import { noteNext, type Paging, pageQuery, withPaging } from '../paging.ts';
import { shopTime } from '../shop-time.ts';

interface Options extends CommonOptions, Paging {
  json?: boolean;
}

interface Entries {
  timeZone: string;
  entries: { sequence: number; at: string; turnId: string; command: string; decision: string; payload: unknown }[];
  next: string | null;
}

export function auditCommand(context: CliContext): Command {
  const json = () => new Option('--json', '输出 JSON · print JSON');
  return subcommand('audit', '查验和查看每一次决定的记录 · verify and read the record of every decision')
    .addCommand(
      subcommand('verify', '重算整条记录链 · recompute the whole chain')
        .addOption(json())
        .action((options: Options) => verify(context, options)),
    )
    .addCommand(
      withPaging(
        subcommand('list', '一个会话里的每一次决定，最新的在前 · every decision of one conversation, newest first'),
      )
        .argument('<conversation>', '会话编号 · conversation id')
        .addOption(json())
        .action((id: string, options: Options) => list(context, id, options)),
    );
}

async function verify(context: CliContext, options: Options): Promise<void> {
  const check = await throughDoor(context, options, async (door) =>
    read<AuditCheck>(await door.request('GET', '/local/audit/check')),
  );
  if (!check.ok) context.end(EXIT.failed);
  if (options.json) return context.terminal.out(JSON.stringify(check));
  const { say } = voice(context, options);
  if (check.ok)
    return context.terminal.out(
      say({
        zh: `记录完整：${check.entries} 条，逐条相符。`,
        en: `The record holds: ${check.entries} entries, each as it was written.`,
      }),
    );
  context.terminal.out(
    say({
      zh: `记录被改动过：第 ${check.brokenAt} 条与写入时不符（之前的 ${check.entries} 条相符）。`,
      en: `The record was changed: entry ${check.brokenAt} is not as it was written (the ${check.entries} before it are).`,
    }),
  );
}

async function list(context: CliContext, id: string, options: Options): Promise<void> {
  const query = pageQuery(options);
  const answer = await throughDoor(context, options, async (door) =>
    read<Entries>(await door.request('GET', `/local/audit/conversations/${encodeURIComponent(id)}?${query}`)),
  );
  if (options.json) return context.terminal.out(JSON.stringify(answer));
  const speaking = voice(context, options);
  const { say, style } = speaking;
  if (answer.entries.length === 0)
    return context.terminal.note(say({ zh: '这个会话没有记录。', en: 'No entries for that conversation.' }));
  for (const { sequence, at, command, decision, payload } of answer.entries) {
    context.terminal.out([sequence, shopTime(answer.timeZone, at, 'medium'), command, decision].join('  '));
    const content = payload === null ? say({ zh: '（已抹去）', en: '(erased)' }) : JSON.stringify(payload);
    context.terminal.out(style('dim', `  ${content}`));
  }
  noteNext(context, answer.next, speaking);
}
