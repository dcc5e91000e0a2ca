import { type Command, Option } from 'commander';
import type { Conversation, ConversationEvent } from '../../core/conversation.ts';
import { replyText } from '../../server/reply-text.ts';
import type { ListedConversation } from '../../server/schemas/operator.ts';
import { type CliContext, type CommonOptions, subcommand, throughDoor, voice, withOperator } from '../context.ts';
import { read } from '../door.ts';
import { shopTime } from '../shop-time.ts';

interface Options extends CommonOptions {
  json?: boolean;
  owner?: Conversation['owner'];
  after?: string;
}

const OWNERS = {
  bot: { zh: '小二', en: 'clerk' },
  person: { zh: '人工', en: 'person' },
  closed: { zh: '已结束', en: 'closed' },
};

const SPEAKERS = {
  customer: { zh: '顾客', en: 'customer' },
  clerk: { zh: '小二', en: 'clerk' },
  person: { zh: '人工', en: 'person' },
  shop: { zh: '店铺通知', en: 'notice' },
};

export function conversationsCommand(context: CliContext): Command {
  const json = () => new Option('--json', '输出 JSON · print JSON');
  const change = (name: string, summary: string) =>
    withOperator(subcommand(name, summary))
      .argument('<id>', '会话编号 · conversation id')
      .addOption(json())
      .action((id: string, options: Options) => changeOwner(context, id, name, options));

  return subcommand('conversations', '查看和处理会话 · read, answer, close and hand back conversations')
    .addCommand(
      subcommand('list', '最近活跃的会话 · conversations, most recently active first')
        .addOption(new Option('--owner <who>', '谁在接待 · who has it').choices(['bot', 'person', 'closed']))
        .option('--after <id>', '从这个会话之后继续 · go on after this conversation')
        .addOption(json())
        .action((options: Options) => list(context, options)),
    )
    .addCommand(
      subcommand('show', '一个会话的全部内容 · everything that was said')
        .argument('<id>', '会话编号 · conversation id')
        .addOption(json())
        .action((id: string, options: Options) => show(context, id, options)),
    )
    .addCommand(
      withOperator(subcommand('answer', '以人工身份回复并接管 · answer as a person, who thereby takes over'))
        .argument('<id>', '会话编号 · conversation id')
        .argument('<text>', '回复内容 · what to say')
        .addOption(json())
        .action((id: string, text: string, options: Options) => answer(context, id, text, options)),
    )
    .addCommand(change('close', '结束会话 · settle the conversation'))
    .addCommand(change('hand-back', '交还给小二 · the clerk answers again'))
    .addCommand(change('take-over', '由人工接管 · a person answers from now on'));
}

const at = (id: string, rest = '') => `/local/conversations/${encodeURIComponent(id)}${rest}`;

async function list(context: CliContext, options: Options): Promise<void> {
  const query = new URLSearchParams();
  if (options.owner) query.set('owner', options.owner);
  if (options.after) query.set('after', options.after);
  const page = await throughDoor(context, options, async (door) =>
    read<{ conversations: ListedConversation[]; next: string | null; timeZone: string }>(
      await door.request('GET', `/local/conversations?${query}`),
    ),
  );
  if (options.json) return context.terminal.out(JSON.stringify(page));
  const { say, style } = voice(context, options);
  if (page.conversations.length === 0) return context.terminal.note(say({ zh: '没有会话。', en: 'No conversations.' }));
  for (const one of page.conversations) {
    context.terminal.out([summary(one, say), shopTime(page.timeZone, one.updatedAt)].join('  '));
    if (one.last) context.terminal.out(style('dim', `  ${say(SPEAKERS[one.last.from])}: ${one.last.text}`));
  }
  if (page.next)
    context.terminal.note(style('dim', say({ zh: `更多：--after ${page.next}`, en: `More: --after ${page.next}` })));
}

function summary(one: Conversation, say: (text: { zh: string; en: string }) => string): string {
  const who = one.customerId ?? say({ zh: '访客', en: 'guest' });
  return [one.id, say(OWNERS[one.owner]), who, one.channel].join('  ');
}

async function show(context: CliContext, id: string, options: Options): Promise<void> {
  const detail = await throughDoor(context, options, async (door) => {
    type Detail = { conversation: Conversation; timeZone: string; events: ConversationEvent[] };
    const first = await read<Detail>(await door.request('GET', at(id)));
    while (first.events.length > 0 && (first.events.at(-1)?.sequence ?? 0) < first.conversation.lastSequence) {
      const more = await read<Detail>(await door.request('GET', at(id, `?after=${first.events.at(-1)?.sequence}`)));
      if (more.events.length === 0) break;
      first.events.push(...more.events);
    }
    return first;
  });
  if (options.json) return context.terminal.out(JSON.stringify(detail));
  const { say, style } = voice(context, options);
  context.terminal.out(style('bold', summary(detail.conversation, say)));
  for (const event of detail.events)
    context.terminal.out(`${shopTime(detail.timeZone, event.at)} ${eventLine(event, say)}`);
}

function eventLine(event: ConversationEvent, say: (text: { zh: string; en: string }) => string): string {
  switch (event.kind) {
    case 'message-received':
      return `${say(SPEAKERS.customer)}: ${event.payload.text}`;
    case 'reply-sent':
      return `${say(SPEAKERS.clerk)} (${event.payload.brain}): ${replyText(event.payload.reply)}`;
    case 'person-replied':
      return `${event.payload.operator}: ${event.payload.text}`;
    case 'ownership-changed':
      return `→ ${say(OWNERS[event.payload.owner])} (${event.payload.by}, ${event.payload.reason})`;
    case 'notice-sent':
      return `${say(SPEAKERS.shop)}: ${event.payload.text}`;
  }
}

async function answer(context: CliContext, id: string, text: string, options: Options): Promise<void> {
  await post(context, at(id, '/reply'), options, { text });
}

async function changeOwner(context: CliContext, id: string, change: string, options: Options): Promise<void> {
  await post(context, at(id, `/${change}`), options);
}

async function post(context: CliContext, path: string, options: Options, body?: unknown): Promise<void> {
  const conversation = await throughDoor(context, options, async (door) =>
    read<Conversation>(await door.request('POST', path, body)),
  );
  if (options.json) return context.terminal.out(JSON.stringify(conversation));
  context.terminal.out(summary(conversation, voice(context, options).say));
}
