import { between, choose } from './draw.ts';
import { chineseNumeral } from './numerals.ts';

type Draw = (random: () => number) => string;
type Kind = [RegExp, Draw];

const WEEK = ['周', '星期', '礼拜'] as const;
const WEEKDAYS = ['一', '二', '三', '四', '五', '六', '日', '天'] as const;
const PARTS = ['早上', '上午', '中午', '下午', '晚上', '傍晚'] as const;

function weekday(random: () => number): string {
  const [week, at] = [choose(WEEK, random), choose(WEEKDAYS, random)];
  // 周天 is hardly said.
  return `${week}${week === '周' && at === '天' ? '日' : at}`;
}

function dayOfMonth(random: () => number): string {
  const day = between(1, 31, random);
  return `${random() < 0.5 ? day : chineseNumeral(day)}${choose(['号', '号', '日'], random)}`;
}

function month(random: () => number): string {
  const value = between(1, 12, random);
  return `${random() < 0.4 ? value : chineseNumeral(value)}月`;
}

function hour(random: () => number): string {
  const value = between(7, 11, random);
  return `${random() < 0.4 ? value : chineseNumeral(value)}点${choose(['', '', '半'], random)}`;
}

const anyOf =
  (text: string): Draw =>
  (random) =>
    choose(text.split(' ') as [string, ...string[]], random);

const FESTIVALS =
  '春节 元旦 元宵 清明 五一 端午 七夕 中秋 国庆 重阳 圣诞 除夕 小年 腊八 过年 情人节 双十一 双11 双十二 618 初一 初七 初八 十五 立冬 冬至 立春 年前 年后 节前 节后 春节前 国庆后';
const PART = `(?:${PARTS.join('|')}|中午)`;
const DAY = '(?:周|星期|礼拜)[一二三四五六日天]';
const NUMBER = '(?:[一二三四五六七八九十廿]{1,3}|\\d{1,2})';

/** The kinds of a day; one is swapped within its kind, so that what is past stays past. In reading order: the first that fits. */
const KINDS: Kind[] = [
  [/^(?:昨[天日儿]|前[天日]|大前天|前两天|前几天)$/, anyOf('昨天 昨天 昨儿 昨日 前天 前天 大前天 前两天 前几天')],
  [
    new RegExp(`^(?:昨晚|昨夜|(?:昨天|前天)${PART})$`),
    (random) => (random() < 0.3 ? '昨晚' : `${choose(['昨天', '前天'], random)}${choose(PARTS, random)}`),
  ],
  [/^今(?:天|儿|日)$/, anyOf('今天 今天 今儿 今日')],
  [/^(?:今早|今天早上|今天上午)$/, anyOf('今早 今天早上 今天上午 今儿早上')],
  [/^(?:今天中午|今天下午|今晚|今天晚上|今夜)$/, anyOf('今天中午 今天下午 今晚 今天晚上 今儿晚上')],
  [/^(?:明[天日儿]|后[天日]|大后天)$/, anyOf('明天 明天 明儿 明日 后天 后天 大后天 这两天 过两天')],
  [
    new RegExp(`^(?:明早|明晚|(?:明天|后天)${PART})$`),
    (random) =>
      random() < 0.3 ? choose(['明早', '明晚'], random) : `${choose(['明天', '后天'], random)}${choose(PARTS, random)}`,
  ],
  [
    /^(?:上|上上|大上)(?:周|个?星期|个?礼拜)$/,
    anyOf('上周 上周 上上周 上个星期 上星期 上礼拜 上个礼拜 大上周 上上个星期'),
  ],
  [
    new RegExp(`^(?:上|上上)(?:个)?${DAY}$|^上周末$`),
    (random) => (random() < 0.15 ? '上周末' : `${choose(['上', '上', '上上'], random)}${weekday(random)}`),
  ],
  [/^(?:下|下下)(?:周|个?星期|个?礼拜)$/, anyOf('下周 下周 下下周 下个星期 下星期 下礼拜 下个礼拜 再下周')],
  [
    new RegExp(`^(?:下|下下)(?:个)?${DAY}$|^下周末$`),
    (random) => (random() < 0.15 ? '下周末' : `下${weekday(random)}`),
  ],
  [/^[这本](?:周|个?星期|个?礼拜)$/, anyOf('这周 本周 这星期 这个星期 这礼拜')],
  [
    new RegExp(`^[这本]${DAY}$`),
    (random) => `${choose(['这', '本', '这个'], random)}${weekday(random)}`.replace('本星期', '本周'),
  ],
  [
    /^(?:上个?月|上上个?月|前几个月|去年|前年|上季度|上半年|近三个月|前阵子)$/,
    anyOf('上个月 上个月 上月 上上个月 去年 前年 去年底 上半年 上季度 前几个月 近三个月 前阵子 年初'),
  ],
  [
    /^上个?月(?:初|中|底|末|\d+号)$/,
    (random) => `上${choose(['个', ''], random)}月${choose(['初', '中', '底', `${between(1, 30, random)}号`], random)}`,
  ],
  [
    /^(?:下个?月|下下个?月|明年|下半年|年底)$/,
    anyOf('下个月 下个月 下月 下下个月 明年 明年初 年底 年末 下半年 下季度'),
  ],
  [
    /^下个?月(?:初|中|底|末|\d+号)$/,
    (random) => `下${choose(['个', ''], random)}月${choose(['初', '中', '底', `${between(1, 30, random)}号`], random)}`,
  ],
  [/^(?:这个月|本月|今年)$/, anyOf('这个月 本月 今年 这月')],
  [new RegExp(`^本月${NUMBER}号$`), (random) => `${choose(['本月', '这个月'], random)}${dayOfMonth(random)}`],
  [/^(?:月初|月中|月底|月末)$/, anyOf('月初 月中 月底 月末')],
  [new RegExp(`^(?:今年|去年|明年)${NUMBER}月$`), (random) => `${choose(['今年', '去年'], random)}${month(random)}`],
  [new RegExp(`^${NUMBER}月份?$`), (random) => `${month(random)}${choose(['', '', '份'], random)}`],
  [new RegExp(`^${NUMBER}月(?:初|中|底)$`), (random) => `${month(random)}${choose(['初', '中', '底'], random)}`],
  [new RegExp(`^${NUMBER}月${NUMBER}[号日]?$`), (random) => `${month(random)}${dayOfMonth(random)}`],
  [new RegExp(`^${NUMBER}[号日]$`), dayOfMonth],
  [new RegExp(`^${DAY}$`), weekday],
  [new RegExp(`^${DAY}${PART}$`), (random) => `${weekday(random)}${choose(PARTS, random)}`],
  [/^(?:周末|这周末|双休日|节假日|法定假日|工作日|平时)$/, anyOf('周末 周末 双休日 节假日 法定假日 工作日 假期')],
  [/^(?:早上|上午|中午|下午|晚上|傍晚|夜里|早晨|下班后)$/, anyOf('早上 上午 中午 下午 晚上 傍晚 夜里 下班后 午休时')],
  [new RegExp(`^${NUMBER}点半?$`), hour],
  [
    new RegExp(`^${PART}${NUMBER}点半?$`),
    (random) =>
      `${choose(['上午', '早上'], random)}${hour(random)}`.replace(/^上午/, () =>
        choose(['上午', '下午', '晚上'], random),
      ),
  ],
  [/^\d{1,2}:\d{2}$/, (random) => `${between(8, 21, random)}:${choose(['00', '30', '15', '45'], random)}`],
  [new RegExp(`^(?:${FESTIVALS.split(' ').join('|')})$`), anyOf(FESTIVALS)],
];

/** A day for another of its kind (past, to come, a weekday, a festival, an hour …); null where it is of none. */
export function chineseDate(surface: string, random: () => number): string | null {
  return KINDS.find(([pattern]) => pattern.test(surface))?.[1](random) ?? null;
}
