import { stem } from '../language/stem.ts';

/** Words that mean the same in a shop's articles; each line one meaning. */
const GROUPS = `运费 邮费 快递费 邮资 配送费
配送 送货 派送 发货 物流 快递
保养 养护 护理 清洗 怎么洗
到账 到帐 退回 返还
发票 开票 普票
专票 增值税专用发票 专用发票
退货 退换 退掉 退回去
换货 调换 更换 换码
优惠券 券 优惠码 折扣码 红包
客服 人工 售后
上班 营业 开门 下班 几点
门店 实体店 线下店 专柜
付款 支付 付钱
自提 自取 取货 驿站 快递柜
安装 组装 怎么装
保修 质保 维修 三包
分期 花呗分期 白条
正品 真货 假货
尺码 码数 选码 尺寸 多大
会员 积分 等级
降价 差价 价保 保价
礼盒 包装 贺卡
注销 账号 账户 密码 登录
shipping delivery postage dispatch
return refund
courier carrier
warranty guarantee repair
coupon code voucher promo
opening hours open close
store shop branch
pay payment
instalment installment finance
exchange swap
genuine authentic real
size sizing fit
care clean wash
collect pickup locker`;

const OTHERS = new Map<string, string[]>();
for (const line of GROUPS.split('\n')) {
  const words = line.split(' ').map((word) => (/^[a-z]/.test(word) ? stem(word) : word));
  for (const word of words) OTHERS.set(word, [...(OTHERS.get(word) ?? []), ...words.filter((other) => other !== word)]);
}

/** Other words for it, if there are any. */
export function synonymsOf(word: string): readonly string[] {
  return OTHERS.get(word) ?? [];
}

/** Words of these lists that stand in a text, wherever the dictionary cuts it: 「能开专票吗」 is cut 开专|票. */
export function listedIn(text: string): string[] {
  return [...OTHERS.keys()].filter((word) => /^\p{Script=Han}{2,}$/u.test(word) && text.includes(word));
}
