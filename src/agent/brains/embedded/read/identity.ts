/** 「我叫…」 "my name is Yusuf Rossi". */
const NAME =
  /(?:我叫|我是|姓名[:：是]?|名字[:：是]?)\s*([\p{Script=Han}·]{2,6})|\b(?:name is|name:)\s+([a-z][a-z'-]+(?: (?!and\b|my\b|zip\b|post|the\b|with\b|i\b)[a-z][a-z'-]+){0,2})|\b(?:i'?m|i am|this is|it'?s)\s+([a-z][a-z'-]+(?: (?!and\b|my\b|zip\b|post|the\b|with\b|i\b)[a-z][a-z'-]+){1,2})/iu;
/** Nothing but a name, as it is written, before the postcode. */
const WRITTEN = /^\s*(?:Sure[,!. ]+|Yes[,!. ]+)*([A-Z][a-z'-]+(?: [A-Z][a-z'-]+){1,2})(?=\s*[,.;]|\s+\d|\s*$)/u;
const POSTCODE =
  /(?:邮编|邮政编码|\bzip(?: ?code)?|\bpost ?code|\bpostal code)\s*(?:是|为|is|[:：=])?\s*([0-9a-z][0-9a-z -]{2,8}[0-9a-z])(?![0-9a-z])|(?<![\w#-])(\d{5,6})(?![\w-])/iu;
/** Words that follow "I'm" and name nobody. */
const NO_NAME =
  /^(?:looking|trying|calling|not|just|so|very|having|writing|here|a|an|the|sorry|afraid|unable|interested)\b/i;

/** The name and the postcode by which a customer says who he is; null for what is not said. */
export function identityIn(text: string): { name: string | null; postcode: string | null } {
  const said = NAME.exec(text);
  const name = said?.[1] ?? said?.[2] ?? said?.[3] ?? WRITTEN.exec(text)?.[1] ?? null;
  const code = POSTCODE.exec(text.replace(/#\S+/g, ' '));
  return {
    name: name === null || NO_NAME.test(name) ? null : name.trim(),
    postcode: (code?.[1] ?? code?.[2])?.trim() ?? null,
  };
}
