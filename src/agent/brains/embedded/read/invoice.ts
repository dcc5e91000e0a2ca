import { readEmails } from '../../../../language/quantities/contacts.ts';
import { isName, isRequest, nameBesideKind } from './invoice-title.ts';

/** What a message says of an invoice. */
export interface InvoiceWords {
  kind: 'personal' | 'company' | null;
  title: string | null;
  taxNumber: string | null;
  email: string | null;
}

const COMPANY =
  /公司|企业|单位|对公|专票|税号|\b(?:company|business|corporate|firm|employer|organi[sz]ation|vat|tax (?:id|number))\b/i;
const PERSONAL = /个人|私人|自己的?名字|\b(?:personal|private|individual|myself|my (?:own )?name)\b/i;

/** Ends of the names of those who keep books. */
const ORGANISATION =
  /(?:[\p{Script=Han}()A-Za-z\d·]{2,40}?(?:有限(?:责任)?公司|股份公司|分公司|集团|公司|事务所|工作室|经营部|厂|商行|商店|超市|酒店|医院|卫生院|大学|学院|学校|小学|中学|幼儿园|研究[院所]|银行|中心|委员会|管理局|协会|合作社|工会))|\b[A-Z][\w&.,'-]*(?: [A-Z&][\w&.,'-]*){0,5} (?:Ltd|Limited|Inc|LLC|LLP|PLC|GmbH|AG|SARL|BV|Corp|Corporation|Company|Co)\b\.?/u;
const NAMED =
  /(?:抬头|名头|开给|开成|名称)\s*(?:请|就|要|帮我)?(?:写成?|改成|改为|换成|开成?|是|为|用|[:：])*\s*([^,，。;；\n]{2,60})|(?:made out to|make it out to|addressed to|in the name of|billed? to|invoice to|\btitle(?: (?:is|should be|to be|as)|[:：])|\bname on (?:it|the invoice)(?: is|[:：]))\s*([^,;\n]{2,60})/i;
/** A tax number by what stands before it, also one that is wrong; else a token that has the form of one. */
const TAX_NAMED =
  /(?:税号|统一社会信用代码|信用代码|纳税人识别号|tax (?:id|number|no\.?)|vat(?: (?:id|number|no\.?))?)\s*(?:是|为|is|[:：#])*\s*([0-9a-z][0-9a-z -]{3,30}[0-9a-z])/i;
const TAX_FORM = /(?<![0-9a-z@.])(?=[0-9a-z]*\d)[0-9a-z]{15,20}(?![0-9a-z@])/i;
/** 「抬头个人」 names a kind and nobody. */
const NO_NAME =
  /^(?:个人|公司|企业|单位|我的?公司|我们?公司|公司的?|写错了?|错了|错|不对|personal|company|my company|a company|the company|business|wrong)$/i;
const TAIL =
  /(?:(?:[,，。;；\s]|^)(?:税号|统一社会信用代码|(?:电子)?邮箱|发到|发送|谢谢|可以吗|行吗)|\b(?:tax|vat|e-?mail|please)\b).*$|(?<![网酒书茶])吧[。!~]*$/i;

/** What a message says of an invoice; `asked` for the title, a name that is left of it is one, `own` in whatever way it is written. */
export function invoiceIn(text: string, asked: string | null, own: string | null = null): InvoiceWords {
  const [email] = readEmails(text);
  const bare = email ? text.replace(email.text, ' ') : text;
  const taxNumber =
    (TAX_NAMED.exec(bare)?.[1] ?? TAX_FORM.exec(bare)?.[0])?.replace(/[\s-]/g, '').toUpperCase() ?? null;
  const lone = asked === 'taxNumber' && !taxNumber ? loneCode(bare) : null;
  const title = titleIn(bare) ?? (asked === 'title' ? leftOver(bare, own) : null);
  return {
    kind: kindIn(bare, title, taxNumber),
    title,
    taxNumber: taxNumber ?? lone,
    email: email?.value ?? null,
  };
}

function kindIn(text: string, title: string | null, taxNumber: string | null): InvoiceWords['kind'] {
  if (PERSONAL.test(text)) return 'personal';
  return COMPANY.test(text) || taxNumber !== null || (title !== null && ORGANISATION.test(title)) ? 'company' : null;
}

const BEFORE_NAME = /^.*?(?:抬头|名头|开给|开成|帮我开|写成?|改成|换成|是|为|叫)+/u;
/** 「我们公司」「哪家公司」 name none. */
const NO_COMPANY = /^(?:我们?|你们?|您|哪家|什么|一?张|个|开)*(?:的)?(?:公司|单位|企业)$/;

function titleIn(text: string): string | null {
  const named = NAMED.exec(text);
  const said = cleaned(named?.[1] ?? named?.[2] ?? '');
  if (said && !NO_NAME.test(said) && (ORGANISATION.test(said) || !isRequest(said))) return said;
  const names = [...text.matchAll(new RegExp(ORGANISATION, 'gu'))].map(([name]) =>
    name.replace(BEFORE_NAME, '').trim(),
  );
  const longest = names
    .filter((name) => name.length > 3 && !NO_COMPANY.test(name))
    .sort((a, b) => b.length - a.length)[0];
  return longest ?? nameBesideKind(text);
}

/** The answer to 「抬头写什么」, without what else was sent along. */
function leftOver(text: string, own: string | null): string | null {
  const left = cleaned(
    text
      .replace(TAX_FORM, ' ')
      .split(/[,，;；\n]/)
      .find((each) => each.trim() !== '') ?? '',
  );
  const isOwn = own !== null && left.toLowerCase() === own.toLowerCase();
  return isOwn || (left.length <= 100 && !NO_NAME.test(left) && isName(left)) ? left : null;
}

function cleaned(text: string): string {
  return text
    .replace(TAX_NAMED, ' ')
    .replace(TAX_FORM, ' ')
    .replace(TAIL, '')
    .replace(/^(?:(?:就|写|是|个人|公司|企业|名字|叫|(?:it'?s|to|the name is|just|make it)\b)[:：\s]*)+/i, '')
    .trim();
}

/** The answer to the question for the tax number, even when it cannot be one: the rules say what is wrong with it. */
function loneCode(text: string): string | null {
  const code = text.replace(/[\s-]/g, '').toUpperCase();
  return /^[0-9A-Z]{4,40}$/.test(code) && /\d/.test(code) ? code : null;
}

/** While something of an invoice is asked: to be quick, to wait, to be told elsewhere. It answers nothing, and begins nothing else. */
const PRESSES =
  /^(?:(?:你|您|请|麻烦|那|就|先|都|能不能|可以|再|直接|我|帮我)*)(?:[发传推寄转送](?:给|到)?(?:我|你)?的?(?:微信|邮箱|邮件|短信|手机|qq|钉钉)|晚[点些]|[等待过]一?(?:会儿?|下)|稍后|回头|明天|有空|改天|不急|[快早](?:一?[点些])|尽快|赶[紧快]|抓紧|速度|马上|立刻|急)(?:再?(?:说|发|给|补|填|告诉)(?:你|您|给你)?|办|开|弄|处理|上|里|去|行吗|好吗|可以吗)*[吧啊呀哈了呢的]*[\s。.!！~?？]*$|^(?:(?:please|just|can you|could you|oh|ok|okay|well|and)[, ]+)*(?:(?:send|text|message|e-?mail) (?:it )?(?:to )?(?:me|my)(?: (?:on|by|via|over|through))?(?: (?:my |the )?(?:whatsapp|wechat|messenger|e-?mail|phone|sms|text))?|(?:send|do) (?:it|that) later|(?:i'?ll (?:tell|send|let) (?:you|you know) )?(?:later|tomorrow|in a (?:bit|minute|moment))|not now|hurry(?: up)?|(?:be )?quick(?:ly)?|faster|asap|as soon as possible|hang on|hold on|wait(?: a (?:bit|minute|moment))?)(?: please| then)?[\s.!?]*$/i;

export function pressesOn(text: string): boolean {
  return PRESSES.test(text);
}
