import type { Claim } from './claim.ts';
import type { Evidence } from './evidence.ts';

/** A number beside these words says how many can be sold. */
const STOCK_NEAR = /库存|现货|余货|剩|\bleft\b|in stock|remaining/;
/** The customer's own wish, said back as one: 您预算两百左右. */
const ECHO_NEAR =
  /预算|[您你](?:说|提|要|想|问|给|定|看)|左右|以内|以下|以上|上下|之内|不超过|\b(?:budget|around|about|under|below|over|up to|within|you (?:said|mentioned|asked|want|wanted|need|gave|are looking))\b/;
const SIZE_AFTER = /^\s?(?:码|号|寸|cm|mm|ml|l|kg|g|w|m|岁|斤|\p{P}|\s|$)/u;

/** Whether one of the claim's readings stands in the evidence. */
export function proves(evidence: Evidence, claim: Claim, plain: string): boolean {
  const known = evidence.keys[claim.kind];
  const before = plain.slice(Math.max(0, claim.start - 12), claim.start);
  const after = plain.slice(claim.end, claim.end + 12);
  switch (claim.kind) {
    case 'date':
      return claim.keys.some((key) => [...known].some((date) => sameDate(key, date, evidence.context.today)));
    case 'weekday':
      return claim.keys.some((key) => known.has(key));
    case 'amount':
      return claim.keys.every((key) => !isRange(key)) && claim.keys.some((key) => known.has(key))
        ? true
        : claim.keys.some((key) => isRange(key) && rangeHolds(key, known)) ||
            echoesAmount(evidence, claim, before, after);
    case 'count': {
      const near = clauseOf(before, after);
      if (STOCK_NEAR.test(near)) return claim.keys.some((key) => evidence.stock.has(key));
      return (
        claim.keys.some((key) => known.has(key)) ||
        (SIZE_AFTER.test(after) && claim.keys.some((key) => evidence.said.count.has(key)))
      );
    }
    default:
      return claim.keys.some((key) => known.has(key));
  }
}

function clauseOf(before: string, after: string): string {
  return `${before.split(/[,。;!?\n]/).at(-1) ?? ''} ${after.split(/[,。;!?\n]/)[0] ?? ''}`;
}

function isRange(key: string): boolean {
  return / \d+-\d+$/.test(key);
}

/** ¥199–¥299 holds when both ends are known. */
function rangeHolds(key: string, known: ReadonlySet<string>): boolean {
  const [, sign, from, to] = /^(\S+) (\d+)-(\d+)$/.exec(key) ?? [];
  return known.has(key) || (known.has(`${sign} ${from}`) && known.has(`${sign} ${to}`));
}

function echoesAmount(evidence: Evidence, claim: Claim, before: string, after: string): boolean {
  if (!ECHO_NEAR.test(clauseOf(before, after))) return false;
  const size = (key: string) => key.split(' ')[1] ?? '';
  const said = new Set([...evidence.said.amount].map(size));
  return claim.keys.some((key) => said.has(size(key)));
}

/** Parts that are not said (`*`, or missing at the end) fit any; a year that only the draft says has to be this one. */
function sameDate(key: string, known: string, today: string): boolean {
  const a = key.split('-');
  const b = known.split('-');
  return a.every((part, index) => {
    const other = b[index];
    if (part === '*' || other === undefined) return true;
    if (other === '*') return index > 0 || part === today.slice(0, 4);
    return part === other;
  });
}
