import type { Reading } from './reading.ts';

/** Asking for a person in so many words; 「找人代付」 and "are you human?" do not. */
const PERSON =
  /(?:转|找|叫|要|换|接)(?:个|一下|到)?(?:真人|人工|活人|客服人员)|^(?:转|找|换|叫)个?人(?:来|吧|啊)?[!。.]*$|换个人|^人工(?:客服|服务)?[!。.]*$|\b(?:(?:talk|speak|chat) (?:to|with) (?:a |some)?(?:real |live )?(?:person|one|human|agent|somebody|someone)|(?:real|live) (?:person|human|agent)|human (?:being|agent|please)|(?:want|need|get me) a (?:human|person)|representative)\b/i;

const NO_PERSON =
  /(?:不用|不要|别|不必|先不)(?:转|找|叫)?(?:真人|人工)|\b(?:don'?t|no) need (?:for )?(?:a |any )?(?:person|human)/i;

/** A person is fetched on this much; less is asked about. */
const SURE_OF_PERSON = 0.5;

export function asksForPerson({ intents, scores, text }: Reading): boolean {
  if (intents[0] === 'bot_identity' || NO_PERSON.test(text)) return false;
  return PERSON.test(text) || (scores[0]?.name === 'hand_off' && scores[0].probability >= SURE_OF_PERSON);
}
