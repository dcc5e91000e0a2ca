import type { DialogueAct } from '../../core/understanding.ts';
import { isPlainAffirmation, isPlainDenial } from '../affirmation.ts';
import type { ModelReading } from '../inference/reader.ts';
import { normalise } from '../normalise.ts';

const THANKS =
  /^(?:好的?|嗯+|ok(?:ay)?|great|perfect|cool)?[,，。!！~ ]*(?:(?:非常|太|十分|万分)?(?:谢谢|谢啦|多谢|感谢|感恩)(?:[您你]|亲)?(?:了|啦|啊|哈|哦)?|(?:many )?thanks?(?: you)?(?: (?:so|very) much| a lot| a million)?|thx|ty|cheers)[,，。.!！~😊🙏 ]*$/iu;
const GREETING =
  /^(?:(?:你|您)好[呀啊哈]?|哈[喽啰罗]|嗨|在吗|在么|在不|有人吗|有人在吗|早上好|上午好|中午好|下午好|晚上好|早|hi+|hello|hey+|good (?:morning|afternoon|evening)|anyone (?:there|here)|hi there|hello there|亲)[,，。.!！~?？👋 ]*$/iu;
const CORRECTION =
  /^(?:不对|不是|说错了|打错了|写错了|搞错了|错了|我说的是|我是说|更正|应该是|no[,.]? (?:i meant|i mean|not)|sorry[,.]? (?:i meant|i mean)|i meant|i mean|correction|actually)[,，。:：!！ ]*\S/iu;
const CHOICE =
  /^(?:就?(?:要|选|买)?(?:这个|那个|第[一二两三四五六七八九十\d]+(?:个|款|双|件|单|条|种)?|最后(?:一?个|一?款|一?单)|前面(?:那)?个|后面(?:那)?个|[abcd])(?:吧|的|好了)?|(?:the )?(?:first|second|third|fourth|fifth|last|1st|2nd|3rd|4th|5th)(?: one)?(?:,? please)?|(?:option|number) ?\d|no\. ?\d)[。.!！~ ]*$/iu;

/** What the message does in the conversation. Small exact lists first; the classifier only where they are silent. */
export function dialogueAct(text: string, reading: Pick<ModelReading, 'intents' | 'act'>): DialogueAct {
  const plain = normalise(text).text.trim();
  if (isPlainAffirmation(text)) return 'affirm';
  if (isPlainDenial(text)) return 'deny';
  if (THANKS.test(plain)) return 'thank';
  if (GREETING.test(plain)) return 'greet';
  if (CHOICE.test(plain)) return 'choose';
  const top = reading.intents[0];
  if (CORRECTION.test(plain) && plain.length <= 40) return 'correct';
  if (!top || top.probability < 0.5) return 'none';
  return ACT_OF_INTENT[top.name] ?? othersOf(reading.act);
}

/** What the lists above decide is theirs alone: the model may not say yes. */
function othersOf(act: string | null): DialogueAct {
  return act === 'complain' || act === 'ask' || act === 'request' || act === 'inform' || act === 'bye' ? act : 'none';
}

/** 'affirm' is missing on purpose: only the strict lists may say yes. */
const ACT_OF_INTENT: Record<string, DialogueAct> = {
  deny: 'deny',
  thank: 'thank',
  greet: 'greet',
  choose_option: 'choose',
  correct_previous: 'correct',
};
