/** Ends a name that is said in passing: 「I'm Ann Lee from Leeds」. */
const NOT_OF_NAME = 'and|my|zip|post\\w*|the|with|i|from|in|at|but|of|who|email|e-mail';
const WORD = `(?!(?:${NOT_OF_NAME})\\b)[a-z][a-z'-]+`;
/** 「我叫…」 "my name is Yusuf Rossi", "my name's …", "my name, …". */
const NAME = new RegExp(
  `(?:我叫|我是|姓名[:：是]?|名字[:：是]?)\\s*([\\p{Script=Han}·]{2,6})|\\bname(?:'s| is|[:,])\\s+(${WORD}(?: ${WORD}){0,2})|\\b(?:i'?m|i am|this is|it'?s)\\s+(${WORD}(?: ${WORD}){1,2})`,
  'iu',
);
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
  const parts = PARTS.exec(text);
  const said = NAME.exec(text);
  const whole = said?.[1] ?? said?.[2] ?? said?.[3] ?? WRITTEN.exec(text)?.[1] ?? null;
  const name = parts ? `${parts[1]} ${parts[2]}` : whole;
  const code = POSTCODE.exec(text.replace(/#\S+/g, ' '));
  return {
    name: name === null || NO_NAME.test(name) ? null : name.trim(),
    postcode: (code?.[1] ?? code?.[2])?.trim() ?? null,
  };
}
