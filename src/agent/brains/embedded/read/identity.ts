/** Ends a name that is said in passing: 「I'm Ann Lee from Leeds」. */
const NOT_OF_NAME = 'and|my|zip|post\\w*|the|with|i|from|in|at|but|of|who|email|e-mail';
const WORD = `(?!(?:${NOT_OF_NAME})\\b)[a-z][a-z'-]+`;
/** 「我叫…」 "my name is Yusuf Rossi", "my name's …", "my name, …". */
const NAME = new RegExp(
  `(?:我叫|我是|姓名[:：是]?|名字[:：是]?)\\s*([\\p{Script=Han}·]{2,6})|\\bname(?:'s| is|[:,])\\s+(${WORD}(?: ${WORD}){0,2})`,
  'iu',
);
/** "I'm Ann Lee", "it's Yara Muller". */
const SELF = new RegExp(`\\b(?:i'?m|i am|this is|it'?s)\\s+(${WORD}(?: ${WORD}){1,2})`, 'iu');
/** Each word as names are written: "it's really late" names nobody. */
const AS_A_NAME = /^\p{Lu}[\p{L}'-]+(?: \p{Lu}[\p{L}'-]+)+$/u;
/** "my first name is Ann and my last name is Lee" */
const PARTS = new RegExp(
  `\\b(?:first|given) name(?: is|'s|:)? (${WORD})\\W{1,3}(?:and )?(?:my )?(?:last|family|sur) ?name(?: is|'s|:)? (${WORD})`,
  'iu',
);
/** Nothing but a name, as it is written, before the postcode. */
const WRITTEN = /^\s*(?:Sure[,!. ]+|Yes[,!. ]+)*([A-Z][a-z'-]+(?: [A-Z][a-z'-]+){1,2})(?=\s*[,.;]|\s+\d|\s*$)/u;
/** Figures, 「90210-1234」, or the letters and figures of British, Canadian and Dutch ones. */
const CODE =
  '\\d{5}-\\d{4}|\\d{3}-\\d{4}|\\d{4} ?[a-z]{2}|[a-z]{1,2}\\d[0-9a-z]? ?\\d[a-z]{2}|[a-z]\\d[a-z] ?\\d[a-z]\\d|\\d{3,10}';
const POSTCODE = new RegExp(
  `(?:邮编|邮政编码|\\bzip(?: ?code)?|\\bpost ?code|\\bpostal code)\\s*(?:是|为|is|[:：=])?\\s*(${CODE})(?![0-9a-z])|(?<![\\w#-])(\\d{5,6})(?![\\w-])`,
  'iu',
);
/** Words that follow "I'm" and name nobody. */
const NO_NAME =
  /^(?:looking|trying|calling|not|just|so|very|having|writing|here|a|an|the|sorry|afraid|unable|interested)\b/i;

/** The name and the postcode by which a customer says who he is; null for what is not said. */
export function identityIn(text: string): { name: string | null; postcode: string | null } {
  const code = POSTCODE.exec(text.replace(/#\S+/g, ' '));
  const postcode = (code?.[1] ?? code?.[2])?.trim() ?? null;
  const parts = PARTS.exec(text);
  const said = NAME.exec(text);
  const whole = said?.[1] ?? said?.[2] ?? selfIn(text, postcode !== null) ?? WRITTEN.exec(text)?.[1] ?? null;
  const name = parts ? `${parts[1]} ${parts[2]}` : whole;
  return { name: name === null || NO_NAME.test(name) ? null : name.trim(), postcode };
}

/** Whoever writes everything small gives his name with his postcode. */
function selfIn(text: string, hasPostcode: boolean): string | null {
  const name = SELF.exec(text)?.[1] ?? null;
  if (name === null || AS_A_NAME.test(name)) return name;
  const [capitals] = /^\p{Lu}\S*(?: \p{Lu}\S*)+/u.exec(name) ?? [];
  return capitals ?? (hasPostcode && name === name.toLowerCase() ? name : null);
}

/** A postcode that is called one: any other number may be anything. */
const CALLED = new RegExp(
  `(?:邮编|邮政编码|\\bzip(?: ?code)?|\\bpost ?code|\\bpostal code)\\s*(?:是|为|is|[:：=])?\\s*(${CODE})(?![0-9a-z])`,
  'iu',
);

export function calledPostcode(text: string): string | null {
  return CALLED.exec(text)?.[1]?.trim() ?? null;
}

/** What may stand around a name, an e-mail or a postcode in a message that says nothing else. */
const AROUND =
  /\b(?:sure(?: thing)?|yes|yeah|ok(?:ay)?|of course|certainly|absolutely|no problem|hi|hello|hey|there|please|thanks|thank you|my|is|it'?s|its|i'?m|i am|and|the|name|first|last|e-?mail(?: address)?|address|zip|post|postal|code|postcode|number|you can use|use|which|for (?:that|it)|that'?s|called|here(?: you go)?|uh|um)\b|我叫|我是|我的|姓名|名字|邮箱|邮编|邮政编码|是|叫|你好|您好|好的|谢谢|[的和，,。.!！:：;、'"\s-]/giu;
const LIVES = /\b(?:i live in|living in|from|in)\s+[a-z.]+(?: [a-z.]+)?(?:,? +[a-z]{2}\b)?/giu;
const EMAIL = /\S+@\S+/g;

/** Whether a message says who writes, and nothing besides. */
export function onlyIntroduces(text: string): boolean {
  const { name, postcode } = identityIn(text);
  const isSaid =
    /\S+@\S+\.\S+/.test(text) || postcode !== null || (name !== null && (NAME.test(text) || SELF.test(text)));
  if (!isSaid) return false;
  const others = (name ?? '')
    .split(' ')
    .concat(postcode ?? '')
    .filter(Boolean);
  const rest = others.reduce((left, word) => left.replace(word, ' '), text.replace(EMAIL, ' '));
  return rest.replace(LIVES, ' ').replace(AROUND, '') === '';
}
