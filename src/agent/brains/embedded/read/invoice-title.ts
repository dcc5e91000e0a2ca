/** The usual surnames, those of two characters first. */
const SURNAME =
  '(?:欧阳|司马|上官|诸葛|东方|皇甫|尉迟|公孙|慕容|司徒|令狐|夏侯|长孙|宇文|轩辕|端木|南宫|[赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏窦章苏潘葛范彭鲁韦昌马苗凤方俞任袁柳鲍史唐费廉岑薛雷贺倪汤滕殷罗毕郝邬安常乐于傅卞齐康伍余元顾孟平黄穆萧尹姚邵汪祁毛狄米贝臧计伏成戴谈宋茅庞熊纪舒屈项祝董梁杜阮蓝闵席季麻强贾路娄危江童颜郭梅盛林刁钟徐邱骆高夏蔡田樊胡凌霍虞万柯管卢莫房裘缪解应宗丁宣邓洪包左石崔吉龚程邢裴陆荣翁荀甄曲封储靳井段焦谷车侯全班仰仲伊宁仇甘武符刘景詹束龙叶司黎白怀蒲卓蔺屠蒙池乔阴翟谭劳姬申扶冉桑桂牛寿边尚温庄晏柴阎艾容向古易廖匡国文广东欧沃利蔚越师巩聂晁敖冷辛简饶曾沙丰关查游竺权逯盖桓])';
const CHINESE = new RegExp(`^${SURNAME}\\p{Script=Han}{1,2}$|^\\p{Script=Han}{2,8}·\\p{Script=Han}{2,8}$`, 'u');
/** Every word as names are written, with the small ones that stand between. */
const LATIN =
  /^\p{Lu}[\p{L}'’.-]*(?: (?:(?:de|da|di|del|van|von|der|den|la|le|el|bin|al|of|and|&) )*\p{Lu}[\p{L}'’.-]*){0,5}$/u;

/** What no name is made of: when, how fast, where to, whether and what for. */
const REQUEST =
  /微信|邮箱|邮件|短信|手机|qq|钉钉|旺旺|平台|软件|[发传寄推转送][给到我你您一下]|[给跟告](?:我|你|您|诉)|晚[点些上]|[等待过]一?[会下儿]|[稍随]后|回头|明[天早]|今天|以后|之后|改天|有空|再说|再[发给补填]|不急|先[不别等放发开]|[快早][点些一]|尽快|赶[紧快]|抓紧|速度|加急|催|马上|立[刻即]|着急|急[用着]|多久|什么|怎么|为啥|[吗呢吧么?？]|[不没]?知道|不[要用想写清会行对是]|没[有想]|随[便意]|都[行可]|默认|一样|之前|上次|常用|可以|好[的了吧]|算了|谢|麻烦|帮|\b(?:send|e-?mail|mail|text|message|whatsapp|wechat|messenger|sms|phone|later|tomorrow|tonight|today|now|soon|asap|hurry|quick(?:ly)?|fast(?:er)?|urgent(?:ly)?|wait|moment|minute|hang|hold|please|thanks?|sorry|okay|ok|yes|yeah|no|not|don'?t|any(?:thing|one)?|whatever|same|usual|default|doesn'?t|matter|sure|just|can|could|would|will|what|why|how|when|where|who|which|you|i|i'll|me|it|this|that|there)\b/iu;

/** Whether words ask for something, put it off or press for it: no invoice is made out to them. */
export function isRequest(text: string): boolean {
  return REQUEST.test(text);
}

/** Whether words are a person's name as names are written. */
export function isName(text: string): boolean {
  return (CHINESE.test(text) || LATIN.test(text)) && !isRequest(text);
}

/** 「个人 林晓梅」 "personal, Emily Carter" */
const BESIDE_KIND =
  /(?:个人|私人)(?:的?(?:抬头|发票|名字))?[\s,，、:：/]*(?:就?(?:写|叫|是|开给?))?[\s:：]*(\p{Script=Han}{2,4}|\p{Script=Han}{2,8}·\p{Script=Han}{2,8})(?=$|[\s,，。;；!！])|\b[Pp]ersonal(?: (?:one|invoice|name))?[\s,:;–-]+(?:(?:for|to|in the name of|name(?: is)?) )?(\p{Lu}[\p{L}'’-]+(?: \p{Lu}[\p{L}'’-]+){0,3})(?![\w-])/u;

export function nameBesideKind(text: string): string | null {
  const found = BESIDE_KIND.exec(text);
  const name = found?.[1] ?? found?.[2] ?? '';
  return isName(name) ? name : null;
}
