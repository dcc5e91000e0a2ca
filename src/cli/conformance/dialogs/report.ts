import type { Voice } from '../../terminal.ts';
import type { DialogueOutcome } from './judge.ts';

/** A figure: how many of how many. */
export interface Share {
  count: number;
  of: number;
}

export interface DialogueReport {
  dialogues: number;
  /** Transcripts that do not fit the data: in none of the shares, but they are played too. */
  misaligned: { index: number; why: string }[];
  identified: Share;
  firstCommandRight: Share;
  orderFound: Share;
  cardsOffered: Share;
  endStateRight: Share;
  /** … of those in which something changes: the others are right where nothing is done. */
  endStateRightWhereChanged: Share;
  /** Dialogues in which the clerk asked for what he had been told, and how often in all. */
  askedAgain: Share & { questions: number };
  actedWithoutConfirmation: number;
  importDifferences: number;
  outcomes: DialogueOutcome[];
}

export function reportOf(outcomes: readonly DialogueOutcome[], importDifferences: number): DialogueReport {
  const aligned = outcomes.filter(({ misaligned }) => misaligned === null);
  const share = (among: readonly DialogueOutcome[], holds: (outcome: DialogueOutcome) => boolean): Share => ({
    count: among.filter(holds).length,
    of: among.length,
  });
  const sum = (number: (outcome: DialogueOutcome) => number) =>
    aligned.reduce((total, each) => total + number(each), 0);
  return {
    dialogues: outcomes.length,
    misaligned: outcomes.flatMap(({ index, misaligned: why }) => (why === null ? [] : [{ index, why }])),
    identified: share(aligned, ({ identified }) => identified),
    firstCommandRight: share(aligned, ({ firstCommand }) => firstCommand.right),
    orderFound: share(
      aligned.filter(({ order }) => order !== null),
      ({ order }) => order?.found === true,
    ),
    cardsOffered: { count: sum(({ cards }) => cards.offered), of: sum(({ cards }) => cards.expected) },
    endStateRight: share(aligned, ({ end }) => end.right),
    endStateRightWhereChanged: share(
      aligned.filter(({ end }) => end.changes),
      ({ end }) => end.right,
    ),
    askedAgain: {
      ...share(outcomes, ({ askedAgain }) => askedAgain.length > 0),
      questions: outcomes.reduce((total, { askedAgain }) => total + askedAgain.length, 0),
    },
    actedWithoutConfirmation: outcomes.reduce((total, { unconfirmed }) => total + unconfirmed.length, 0),
    importDifferences,
    outcomes: [...outcomes],
  };
}

/** Nothing may have been done that was not confirmed; the other figures are told as they are. */
export function isAcceptable({ actedWithoutConfirmation, importDifferences }: DialogueReport): boolean {
  return actedWithoutConfirmation === 0 && importDifferences === 0;
}

export function linesOf(report: DialogueReport, { say, style }: Voice): string[] {
  const share = ({ count, of }: Share) => `${count}/${of}`;
  const total = (zh: string, en: string, value: string) => `${say({ zh, en })}${say({ zh: '：', en: ': ' })}${value}`;
  return [
    ...report.outcomes.flatMap((outcome) => outcomeLines(outcome, { say, style })),
    '',
    total('对话', 'dialogues', `${report.dialogues}`),
    ...report.misaligned.map(({ index, why }) =>
      total(`  对不上，不计 ${index}`, `  does not align, not counted: ${index}`, why),
    ),
    say({ zh: '以下期望由工具结果推断（inferred）', en: 'what is expected below is inferred from the tools’ results' }),
    total('认出顾客', 'customer identified', share(report.identified)),
    total('首个操作对', 'first command right', share(report.firstCommandRight)),
    total('找到订单', 'order found', share(report.orderFound)),
    total('卡片对（同一操作、同一订单）', 'right card offered (same write, same order)', share(report.cardsOffered)),
    total('终态对', 'end state right', share(report.endStateRight)),
    total('  其中有变化的', '  … where something changes', share(report.endStateRightWhereChanged)),
    total(
      '问了已经说过的',
      'asked for what it already knew',
      `${share(report.askedAgain)} (${report.askedAgain.questions})`,
    ),
    style(
      isAcceptable(report) ? 'green' : 'red',
      total('未经确认就办理', 'acted without confirmation', `${report.actedWithoutConfirmation}`),
    ),
    ...(report.importDifferences > 0
      ? [style('red', total('导入后与原数据不同', 'differences after the import', `${report.importDifferences}`))]
      : []),
  ];
}

function outcomeLines(outcome: DialogueOutcome, { say, style }: Pick<Voice, 'say' | 'style'>): string[] {
  const { index, misaligned, identified, firstCommand, order, end, askedAgain, unconfirmed, handedOver } = outcome;
  const mark = (isRight: boolean) => (isRight ? '✓' : '✗');
  const facts =
    misaligned === null
      ? [
          `${mark(identified)} ${say({ zh: '顾客', en: 'customer' })}`,
          `${mark(firstCommand.right)} ${firstCommand.expected.join('|')} ← ${firstCommand.proposed ?? '–'}`,
          ...(order ? [`${mark(order.found)} ${order.expected}`] : []),
          `${mark(end.right)} ${say({ zh: '终态', en: 'end' })}${end.changes ? '' : say({ zh: '（无变化）', en: ' (unchanged)' })}`,
        ]
      : [misaligned];
  const again = Map.groupBy(askedAgain, ({ asked }) => asked);
  const asked = [...again].map(([slot, questions]) => `${slot}×${questions.length}`).join(' ');
  return [
    [
      style('bold', String(index)),
      ...facts,
      ...(asked ? [say({ zh: `又问 ${asked}`, en: `asked again: ${asked}` })] : []),
      ...(handedOver === null ? [] : [say({ zh: '转人工', en: 'handed over' })]),
    ].join('  '),
    ...unconfirmed.map((deed) => style('red', `  ${say({ zh: '未经确认', en: 'without confirmation' })}: ${deed}`)),
  ];
}
