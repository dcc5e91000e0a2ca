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
拒收 拒签
送货上门 上楼 上门 送上楼
快递员 快递小哥 配送员
破损 压坏 压扁 碎 摔坏 裂 变形 坏
漏发 少发 缺件 少件 缺少
扣款 扣钱 扣费
重复 两次 两回 两遍 多次
人工 真人
验货 开箱 拆开 拆箱 拆封
合并 一起 一块儿 一块
抬头 公司名 公司名称
行李箱 拉杆箱 登机箱 旅行箱 箱子
儿童 小孩 孩子 小朋友 娃 宝宝 童装 童鞋
老人 老人家 老年人 爸妈
徒步 登山 爬山
机洗 洗衣机
水洗 手洗 清洗 洗
脏 污渍 污垢 弄脏
偏小 挤脚 太紧 夹脚 挤
水垢 白垢 白色
忘 忘记 忘了
粘锅 糊锅 糊底 糊
枕头 枕芯 护颈枕
被子 被芯 羽绒被 冬被 棉被
炒锅 铁锅 炒菜锅
声音 没声 不响 响
缺货 断货 断码 没货
补货 到货 上架
积分 点数
充电宝 移动电源
充电头 充电器
优惠券 优惠卷 代金券 代金卷
附近 周边
过期 到期 失效
升级 升 变成
注销 销户 删除账号
发黄 变黄
海外 国外 境外
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
care clean wash look
wash washer launder machine
sneaker trainer runner running
child kid toddler boy girl
elderly grandma grandpa grandmother grandfather parent
bookcase bookshelf shelf
refuse reject decline
person human agent people
broken damaged crushed smashed cracked shattered piece
silent sound hear mute
quilt duvet comforter
fries chips
dirty stain mud
forgot forget forgotten lost
pan skillet frying
rust rusty rusted
flask bottle thermos vacuum
smell odour odor stink
tight small narrow
suitcase luggage case trolley
earbud earphone headphone headset
invoice bill receipt
parcel package box
delete close remove cancel
combine together merge
holiday festival
abroad overseas international foreign
replace replacement
courier driver
cheap price lower
start first
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
