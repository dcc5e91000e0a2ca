import { type Command, Option } from 'commander';
import { type Localized, localize } from '../../core/locale.ts';
import { formatMoney } from '../../core/money.ts';
import type { ApprovalAnswer as Answered } from '../../server/schemas/approvals.ts';
import { type CliContext, type CommonOptions, subcommand, throughDoor, voice, withOperator } from '../context.ts';
import { read } from '../door.ts';
import { noteNext, type Paging, pageQuery, withPaging } from '../paging.ts';
import { shopTime } from '../shop-time.ts';
import type { Voice } from '../terminal.ts';

type ApprovalAnswer = Omit<Answered, 'title' | 'effects'> & { title: Localized; effects: Localized[] };

interface Options extends CommonOptions, Paging {
  json?: boolean;
  state?: ApprovalAnswer['state'];
  reason?: string;
  reference?: string;
}

interface Decided {
  approval: ApprovalAnswer;
  outcome: 'awaiting-approval' | 'planned' | 'sent' | 'done' | 'refused' | 'unknown';
}

const STATES = {
  open: { zh: '待审批', en: 'open' },
  approved: { zh: '已同意', en: 'approved' },
  refused: { zh: '已拒绝', en: 'declined' },
  expired: { zh: '已过期', en: 'lapsed' },
};

const NONE = {
  open: { zh: '没有待处理的审批。', en: 'Nothing waits for a decision.' },
  approved: { zh: '没有同意过的审批。', en: 'None was approved.' },
  refused: { zh: '没有拒绝过的审批。', en: 'None was declined.' },
  expired: { zh: '没有过期的审批。', en: 'None has lapsed.' },
};

const WHY = {
  limit: { zh: '超过限额', en: 'above a limit' },
  'by-hand': { zh: '须手工办理', en: 'to be done by hand' },
};

const OUTCOMES = {
  'awaiting-approval': {
    zh: '还差一位同事同意，尚未办理。',
    en: 'One more colleague has to agree; nothing is done yet.',
  },
  planned: { zh: '已同意，正在办理。', en: 'Approved; being carried out.' },
  sent: { zh: '已同意，正在办理。', en: 'Approved; being carried out.' },
  done: { zh: '已办理，并已在对话里告诉顾客。', en: 'Carried out; the customer was told in the conversation.' },
  refused: { zh: '没有办理，已在对话里告诉顾客。', en: 'Not carried out; the customer was told in the conversation.' },
  unknown: {
    zh: '店铺系统没有给出结果，之后会自动核实，再告诉顾客。',
    en: 'The shop has not said whether it went through; it is checked again later and the customer told.',
  },
};

export function approvalsCommand(context: CliContext): Command {
  const json = () => new Option('--json', '输出 JSON · print JSON');
  return subcommand('approvals', '审批顾客确认过、要由人决定的操作 · decide on what waits for a person')
    .addCommand(
      withPaging(subcommand('list', '等待审批的操作，最新的在前 · what waits for a decision, newest first'))
        .addOption(
          new Option('--state <state>', '按状态 · by state')
            .choices(['open', 'approved', 'refused', 'expired'])
            .default('open'),
        )
        .addOption(json())
        .action((options: Options) => list(context, options)),
    )
    .addCommand(
      withOperator(subcommand('approve', '同意（手工办理的，表示已经办好） · agree; by hand: it is done'))
        .argument('<id>', '审批编号 · approval id')
        .option('--reference <number>', '手工办理后的单号 · the shop’s number of what was done by hand')
        .addOption(json())
        .action((id: string, options: Options) => decide(context, id, 'approve', options)),
    )
    .addCommand(
      withOperator(subcommand('refuse', '拒绝，并告诉顾客原因 · decline, and tell the customer why'))
        .argument('<id>', '审批编号 · approval id')
        .option('--reason <text>', '原因 · the reason')
        .addOption(json())
        .action((id: string, options: Options) => decide(context, id, 'refuse', options)),
    );
}

async function list(context: CliContext, options: Options): Promise<void> {
  const { state = 'open' } = options;
  const query = pageQuery(options, { state });
  const answer = await throughDoor(context, options, async (door) =>
    read<{ timeZone: string; approvals: ApprovalAnswer[]; next: string | null }>(
      await door.request('GET', `/local/approvals?${query}`),
    ),
  );
  if (options.json) return context.terminal.out(JSON.stringify(answer));
  const speaking = voice(context, options);
  if (answer.approvals.length === 0) return context.terminal.note(speaking.say(NONE[state]));
  for (const approval of answer.approvals) {
    context.terminal.out([headOf(approval, speaking), waitsUntil(approval, answer.timeZone, speaking)].join('  '));
    for (const effect of approval.effects)
      context.terminal.out(speaking.style('dim', `  ${localize(effect, speaking.locale)}`));
  }
  noteNext(context, answer.next, speaking);
}

function headOf(approval: ApprovalAnswer, { say, locale }: Voice): string {
  const { id, state, why, title, amount, needed, approvedBy, customerId } = approval;
  const voices = `${approvedBy.length}/${needed}`;
  return [
    id,
    say(STATES[state]),
    `${localize(title, locale)}`,
    amount.amount > 0 ? formatMoney(amount, locale) : '',
    say(WHY[why]),
    customerId ?? say({ zh: '访客', en: 'guest' }),
    say({ zh: `同意 ${voices}`, en: `agreed ${voices}` }),
  ]
    .filter(Boolean)
    .join('  ');
}

/** Since when it waits, and when it lapses if nobody decides. */
function waitsUntil({ state, openedAt, expiresAt }: ApprovalAnswer, timeZone: string, { say }: Voice): string {
  const since = shopTime(timeZone, openedAt);
  if (state !== 'open' || expiresAt === null) return say({ zh: `${since} 提交`, en: `since ${since}` });
  const until = shopTime(timeZone, expiresAt);
  return say({ zh: `${since} 提交，${until} 过期`, en: `since ${since}, lapses ${until}` });
}

async function decide(
  context: CliContext,
  id: string,
  decision: 'approve' | 'refuse',
  options: Options,
): Promise<void> {
  const { reason, reference } = options;
  const body = decision === 'approve' ? { ...(reference && { reference }) } : { ...(reason && { reason }) };
  const decided = await throughDoor(context, options, async (door) =>
    read<Decided>(await door.request('POST', `/local/approvals/${encodeURIComponent(id)}/${decision}`, body)),
  );
  if (options.json) return context.terminal.out(JSON.stringify(decided));
  const speaking = voice(context, options);
  context.terminal.out(headOf(decided.approval, speaking));
  context.terminal.out(speaking.say(OUTCOMES[decided.outcome]));
}
