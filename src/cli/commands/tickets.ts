import { type Command, Option } from 'commander';
import { nameOfTicket } from '../../core/ticket-number.ts';
import type { TicketAnswer } from '../../server/schemas/tickets.ts';
import { type CliContext, type CommonOptions, subcommand, throughDoor, voice, withOperator } from '../context.ts';
import { read } from '../door.ts';
import { noteNext, type Paging, pageQuery, withPaging } from '../paging.ts';
import { shopTime } from '../shop-time.ts';
import type { Voice } from '../terminal.ts';

interface Options extends CommonOptions, Paging {
  json?: boolean;
  state?: TicketAnswer['state'];
}

const STATES = { open: { zh: '待处理', en: 'open' }, closed: { zh: '已关闭', en: 'closed' } };

const NONE = {
  open: { zh: '没有待处理的工单。', en: 'No open tickets.' },
  closed: { zh: '没有已关闭的工单。', en: 'No closed tickets.' },
};

const KINDS: Record<string, { zh: string; en: string }> = {
  complaint: { zh: '投诉', en: 'complaint' },
  question: { zh: '咨询', en: 'question' },
  'delivery-problem': { zh: '物流问题', en: 'delivery problem' },
  'quality-problem': { zh: '质量问题', en: 'quality problem' },
  suggestion: { zh: '建议', en: 'suggestion' },
  other: { zh: '其他', en: 'other' },
};

export function ticketsCommand(context: CliContext): Command {
  const json = () => new Option('--json', '输出 JSON · print JSON');
  return subcommand('tickets', '顾客留给店里的工单 · notes that customers left for the shop’s people')
    .addCommand(
      withPaging(subcommand('list', '待处理的工单，最新的在前 · open tickets, newest first'))
        .addOption(new Option('--state <state>', '按状态 · by state').choices(['open', 'closed']).default('open'))
        .addOption(json())
        .action((options: Options) => list(context, options)),
    )
    .addCommand(
      subcommand('show', '一个工单 · one ticket')
        .argument('<number>', '工单号或编号 · its number or id')
        .addOption(json())
        .action((name: string, options: Options) => show(context, name, options)),
    )
    .addCommand(
      withOperator(
        subcommand('close', '处理完了，关闭工单（不会通知顾客） · it was looked after; the customer is not told'),
      )
        .argument('<number>', '工单号或编号 · its number or id')
        .addOption(json())
        .action((id: string, options: Options) => close(context, id, options)),
    );
}

async function list(context: CliContext, options: Options): Promise<void> {
  const { state = 'open' } = options;
  const query = pageQuery(options, { state });
  const answer = await throughDoor(context, options, async (door) =>
    read<{ timeZone: string; tickets: TicketAnswer[]; next: string | null }>(
      await door.request('GET', `/local/tickets?${query}`),
    ),
  );
  if (options.json) return context.terminal.out(JSON.stringify(answer));
  const speaking = voice(context, options);
  if (answer.tickets.length === 0) return context.terminal.note(speaking.say(NONE[state]));
  for (const ticket of answer.tickets) print(context, ticket, answer.timeZone, speaking);
  noteNext(context, answer.next, speaking);
}

async function show(context: CliContext, name: string, options: Options): Promise<void> {
  const answer = await throughDoor(context, options, async (door) =>
    read<{ timeZone: string; ticket: TicketAnswer }>(await door.request('GET', at(name))),
  );
  if (options.json) return context.terminal.out(JSON.stringify(answer));
  print(context, answer.ticket, answer.timeZone, voice(context, options));
}

const at = (name: string) => `/local/tickets/${encodeURIComponent(name)}`;

function print({ terminal }: CliContext, ticket: TicketAnswer, timeZone: string, speaking: Voice): void {
  terminal.out(headOf(ticket, timeZone, speaking));
  for (const line of ticket.text.split('\n')) terminal.out(speaking.style('dim', `  ${line}`));
}

function headOf(ticket: TicketAnswer, timeZone: string, { say }: Voice): string {
  const { state, createdAt, kind, customerId, orderNumber, conversationId } = ticket;
  return [
    nameOfTicket(ticket),
    shopTime(timeZone, createdAt),
    say(STATES[state]),
    say(KINDS[kind] ?? { zh: kind, en: kind }),
    customerId ?? say({ zh: '访客', en: 'guest' }),
    orderNumber && say({ zh: `订单 ${orderNumber}`, en: `order ${orderNumber}` }),
    say({ zh: `会话 ${conversationId}`, en: `conversation ${conversationId}` }),
  ]
    .filter(Boolean)
    .join('  ');
}

async function close(context: CliContext, id: string, options: Options): Promise<void> {
  const closed = await throughDoor(context, options, async (door) =>
    read<{ id: string }>(await door.request('POST', `${at(id)}/close`)),
  );
  if (options.json) return context.terminal.out(JSON.stringify(closed));
  context.terminal.out(voice(context, options).say({ zh: '工单已关闭。', en: 'The ticket is closed.' }));
}
