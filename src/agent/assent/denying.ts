import { isPlainDenial } from '../../language/affirmation.ts';
import { normalise } from '../../language/normalise.ts';

/** Hold a character that denies, and deny nothing. */
const HARMLESS = /没错|没问题|无误|无锡|无为|无线|不锈钢|未央|未来|莫干|莫愁|别墅/g;
const NEGATION =
  /[不没别未莫勿否甭无非]|\b(?:no|not|never|none|nor|neither|nothing|nobody|without|cannot|(?:do|does|did|wo|ca|is|are|was|were|should|would|could|have|has|had|ai)n'?t|changed (?:my |our )?mind)\b/i;

/** Whether anything in it says no, though it stood on the card in these very words: 「不需要了」 is a reason there and a refusal here. */
export function denies(text: string): boolean {
  const plain = normalise(text).text.replace(/’/g, "'");
  return NEGATION.test(plain.replace(HARMLESS, '')) || plain.split(/[\p{P}\n]/u).some(isPlainDenial);
}
