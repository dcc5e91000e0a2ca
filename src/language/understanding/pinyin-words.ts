/** Words that shoppers type in pinyin, enough to read an errand. Longest first where one begins another. */
const WORDS: Record<string, string> = Object.fromEntries(
  `kuaidi 快递|wuliu 物流|baoguo 包裹|dingdan 订单|danhao 单号|tuihuo 退货|tuikuan 退款|tuiqian 退钱|tui 退|huanhuo 换货|huan 换|quxiao 取消|cuole 错了|cuo 错|fahuo 发货|fa 发|daole 到了|dao 到|nali 哪里|nar 哪儿|na 哪|nei 哪|le 了|ma 吗|ne 呢|meiyou 没有|mei 没
  |zenme 怎么|zenyang 怎样|shenme 什么|shihou 时候|duoshao 多少|duojiu 多久|duo 多|qian 钱|jitian 几天|ji 几|tian 天|neng 能|keyi 可以|yao 要|you 有|huo 货|xiang 想|mai 买|kai 开|fapiao 发票|youhuiquan 优惠券|youhui 优惠|quan 券|lingqu 领取|ling 领|yong 用|buneng 不能|bu 不|jifen 积分|huiyuan 会员|duihuan 兑换
  |zhuce 注册|denglu 登录|mima 密码|zhanghao 账号|dizhi 地址|gai 改|xie 写|baoyou 包邮|yunfei 运费|youfei 邮费|baoxiu 保修|nian 年|anzhuang 安装|zhengpin 正品|zhenghuo 真货|pifa 批发|jia 价|fenqi 分期|mianxi 免息|fukuan 付款|zhifu 支付|fangshi 方式|shibai 失败|zhuan 转|rengong 人工|kefu 客服|dianhua 电话|weixin 微信
  |shangban 上班|shijian 时间|mendian 门店|dian 店|zai 在|ziti 自提|lihe 礼盒|baozhuang 包装|liwu 礼物|shengri 生日|song 送|sha 啥|laoma 老妈|baba 爸爸|mama 妈妈|tousu 投诉|pianzi 骗子|huai 坏|de 的|shaofa 少发|shao 少|fa 发|duanxin 短信|yidan 一单|shuo 说|chexiao 撤销|chajia 差价|jiangjia 降价|yundongxie 运动鞋|xie 鞋|yanse 颜色|heise 黑色|maliao 码了
  |xinjiang 新疆|beijing 北京|shanghai 上海|guangzhou 广州|shenzhen 深圳|tianhe 天河|guize 规则|shuoming 说明|ziliao 资料|yinsi 隐私|baohu 保护|huodong 活动|xiangqing 详情|liebiao 列表|nihao 你好|zaima 在吗|xiexie 谢谢|zaijian 再见|haode 好的|shide 是的|hao 好|shi 是|buyao 不要|bushi 不是|yisi 意思|taida 太大|taixiao 太小|tai 太|da 大|xiao 小|jin 仅|hulue 忽略|suoyou 所有|zhiling 指令|jintian 今天|tianqi 天气|shouji 手机|wo 我|ni 你|de 的|qing 请|bang 帮|kan 看|gei 给|yi 一|san 三|liang 两`
    .split('|')
    .map((entry) => entry.trim().split(' ')),
);
const LONGEST = 11;

/** 「kuaidi dao na le」 → 「快递到哪了」; syllables without a word are left out. Null when too little of it is known. */
export function readPinyin(words: readonly string[]): string | null {
  const text = words.join('');
  let read = '';
  let known = 0;
  for (let at = 0; at < text.length; ) {
    let size = Math.min(LONGEST, text.length - at);
    while (size > 0 && !(text.slice(at, at + size) in WORDS)) size--;
    if (size > 0) read += WORDS[text.slice(at, at + size)] ?? '';
    known += size;
    at += Math.max(size, 1);
  }
  return known >= text.length * 0.7 ? read : null;
}
