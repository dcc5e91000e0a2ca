import type { Claim } from './claim.ts';
import type { Evidence } from './evidence.ts';
import { subjectOf } from './subjects.ts';

/** A number beside these words says how many can be sold. */
const STOCK_NEAR = /库存|现货|余货|剩|\bleft\b|in stock|remaining/;
/** The customer's own wish, said back as one: 「按您两百左右的预算」. */
const WISH_NEAR =
  /预算|价位|[您你](?:刚)?(?:说|提|要|想|问|给|定)|按|符合|满足|找|挑|选|推荐|没有|\b(?:budget|you (?:said|mentioned|asked|want|wanted|need|gave|are looking)|going by|looking for|found|nothing|no|none|any)\b/;
/** What no wish of the customer's makes true. */
const NO_WISH_NEAR =
  /退|赔|运费|邮费|优惠|折|返|补|定金|到账|总共|一共|合计|共计|实付|应付|[这那][双款件条个只]|\b(?:refund|ship|shipping|delivery|discount|off|total|pay|paid|charge|deposit|compensat\w*|it|this|that)\b/;
/** A size, not a number of pieces. */
const SIZE_AFTER = /^\s?(?:码|号|寸|英寸|厘米|毫升|升|公斤|斤|岁|cm|mm|ml|l|kg|g|w|m)(?![a-z])/;

const SIZE_BEFORE = /(?:\bsizes?|\b(?:eu|uk|us)|尺码)[ :是]*$/;

/** Whether one of the claim's readings stands in the evidence. */
export function proves(evidence: Evidence, claim: Claim, plain: string): boolean {
  const known = evidence.keys[claim.kind];
  const before = plain.slice(Math.max(0, claim.start - 40), claim.start);
  const after = plain.slice(claim.end, claim.end + 40);
  switch (claim.kind) {
    case 'date':
      return claim.keys.some((key) => [...known].some((date) => sameDate(key, date, evidence.context.today)));
    case 'weekday':
      return claim.keys.some((key) => known.has(key));
    case 'amount':
      return provesAmount(evidence, claim, before, after) || echoesAmount(evidence, claim, before, after);
    case 'count': {
      const isKnown = claim.keys.some((key) => known.has(key));
      if (SIZE_AFTER.test(after) || SIZE_BEFORE.test(before) || /[a-z]$/.test(claim.text))
        return isKnown || claim.keys.some((key) => evidence.said.has(key));
      return STOCK_NEAR.test(clauseOf(before, after)) ? claim.keys.some((key) => evidence.stock.has(key)) : isKnown;
    }
    default:
      return claim.keys.some((key) => known.has(key));
  }
}

function clauseOf(before: string, after: string): string {
  return `${before.split(/[,。;!?\n]/).at(-1) ?? ''} ${after.split(/[,。;!?\n]/)[0] ?? ''}`;
}

function provesAmount(evidence: Evidence, claim: Claim, before: string, after: string): boolean {
  const known = evidence.keys.amount;
  const subject = subjectOf(before, after);
  return claim.keys.some((key) => {
    const [, sign, from = '', to] = /^(\S+) (\d+)(?:-(\d+))?$/.exec(key) ?? [];
    const sizes = to === undefined ? [from] : [from, to];
    if (subject && !sizes.every((size) => evidence.subjects[subject].has(size) || evidence.written.has(size)))
      return false;
    // ¥199-¥299 holds when both ends are known.
    return known.has(key) || sizes.every((size) => known.has(`${sign} ${size}`));
  });
}

function echoesAmount(evidence: Evidence, claim: Claim, before: string, after: string): boolean {
  const near = clauseOf(before, after);
  if (!WISH_NEAR.test(near) || NO_WISH_NEAR.test(near)) return false;
  const scale = 10 ** evidence.context.minorDigits;
  return claim.keys.some((key) => evidence.said.has(String(Number(key.split(' ')[1]) / scale)));
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
