import type { Command } from 'commander';
import { checkMessage } from '../../server/message.ts';
import { type AskOptions, askOnce, showReply, voiceFor } from '../asking.ts';
import { type CliContext, subcommand, throughDoor } from '../context.ts';

export function askCommand(context: CliContext): Command {
  return subcommand('ask', '问一句 · ask one question and read the answer')
    .argument('<text>', '要说的话 · what to say')
    .option('--customer <id>', '以哪位顾客的身份 · as this customer (otherwise a guest)')
    .option('--conversation <id>', '接着这个会话 · go on with this conversation')
    .option('--json', '输出一个 JSON 对象 · print one JSON object')
    .action(async (text: string, options: AskOptions) => {
      await throughDoor(context, options, async (door) => {
        // Before the model is opened for nothing.
        checkMessage(text);
        await door.ready();
        const answer = await askOnce(door, text, options);
        showReply(context, options, answer);
        if (options.json) return;
        const { say, style } = voiceFor(context, options, answer);
        const more = {
          zh: `接着聊：--conversation ${answer.conversation}`,
          en: `Go on with --conversation ${answer.conversation}`,
        };
        context.terminal.note(style('dim', say(more)));
      });
    });
}
