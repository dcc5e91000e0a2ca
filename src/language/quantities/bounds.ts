export interface Bound {
  /** `just-above`: 「三百出头」. */
  kind: 'exact' | 'around' | 'just-above' | 'max' | 'min';
  /** With the words that say so. */
  start: number;
  end: number;
}

const AROUND_BEFORE =
  /(?:大概|大约|大致|约莫|约|差不多|接近|around|about|roughly|approximately|approx\.?|circa|close to|near)\s*$/;
const AROUND_AFTER =
  /^\s*(?:块钱?|元钱?)?\s*(?:左右|上下|前后|附近|来块钱?|来元|来(?![\p{L}])|or so|ish\b|-ish\b|give or take)/u;
const JUST_ABOVE = /^\s*(?:块钱?|元钱?)?\s*(?:出头|挂零|冒头)/;
const MAX_BEFORE =
  /(?:(?:不要?|别|不能|不可|不会|不)(?:超过?|高于|大于|多于|过)|不到|低于|少于|小于|最多|顶多|至多|最高|最贵|上限|封顶|控制在|预算(?:是|有|在|就|只有|也就|大概|可以)?(?:加到|提到|提高到)?|under|below|less than|up to|at most|max(?:imum)?(?: of)?|no more than|not (?:more than|over|above|exceeding)|cheaper than|lower than|within|budget(?: is| of|:|\sis\sabout)?|spend)\s*$/;
const MAX_AFTER =
  /^\s*(?:块钱?|元钱?)?\s*(?:以内|以下|之内|之下|以里|往下|的?预算|内(?![\p{Script=Han}])|封顶|打住|为限|or less|or under|or below|or cheaper|max(?:imum)?\b|tops\b|at most|budget\b)/u;
const MIN_BEFORE =
  /(?:超过|超|高于|大于|不低于|不少于|不小于|至少|最少|起码|最低|over|above|more than|at least|from|starting (?:at|from)|min(?:imum)?(?: of)?|no less than)\s*$/;
const MIN_AFTER =
  /^\s*(?:块钱?|元钱?)?\s*(?:以上|之上|往上|朝上|起步|起(?![\p{Script=Han}])|开外|or more|or above|and up|and above|plus\b|\+)/u;
/** 「超过两百的去掉」: what lies above is not wanted. */
const REFUSED_AFTER = /^[^。！？!?\n]{0,6}(?:去掉|排除|除外|不要|不看|别给|就算了|太贵|买不起|不考虑)/;

/** What the words beside an amount say of it. Numbers run from `start` to `end` in the text. */
export function boundOf(text: string, start: number, end: number): Bound {
  const before = text.slice(Math.max(0, start - 24), start);
  const after = text.slice(end, end + 24);
  const withBefore = (kind: Bound['kind'], match: RegExpExecArray): Bound => ({
    kind,
    start: start - match[0].length,
    end,
  });
  const withAfter = (kind: Bound['kind'], match: RegExpExecArray): Bound => ({
    kind,
    start,
    end: end + match[0].length,
  });
  const max = MAX_BEFORE.exec(before);
  const min = max ? null : MIN_BEFORE.exec(before);
  const lower = MIN_AFTER.exec(after);
  if ((min || lower) && REFUSED_AFTER.test(after.slice(lower?.[0].length ?? 0)))
    return min ? withBefore('max', min) : { kind: 'max', start, end: end + (lower?.[0].length ?? 0) };
  const upper = MAX_AFTER.exec(after);
  if (upper) return withAfter('max', upper);
  const above = JUST_ABOVE.exec(after);
  if (above) return withAfter('just-above', above);
  const near = AROUND_AFTER.exec(after);
  if (near) return withAfter('around', near);
  const nearBefore = AROUND_BEFORE.exec(before);
  if (nearBefore) return withBefore('around', nearBefore);
  if (max) return withBefore('max', max);
  if (lower) return withAfter('min', lower);
  if (min) return withBefore('min', min);
  return { kind: 'exact', start, end };
}
