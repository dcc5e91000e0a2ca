/** In the corpus's own format; {p} and {q} are products of the shop, {c} a category. */
export const CHINESE_FRAMES: Readonly<Record<string, string>> = {
  find_product: `
想买{p}
有{p}吗
你们卖{p}不
{p}有没有，发我看看
帮我找一下{p}
我要{p}，[两件](quantity)
看看{p}
{p}来一个
亲，{p}在哪里买
上次看到的那个{p}，链接给我
给[我妈](recipient)买个{p}
{p}[黑色](colour)的有吗，想要
想入手一个{p}，发个链接
搜不到{p}，你们还卖吗
{c}有什么推荐
{c}都有哪些款
想看看{c}
{c}[三百以内](price)的有吗
{c}给我推荐几款
你家{c}在哪个分类
逛逛{c}
{c}里有没有适合[老人](recipient)的
有没有好一点的{c}
在吗⏎找{p}⏎[送人](occasion)用
{p}，[200左右](price)的，有吗
要{p}，别的牌子不要`,
  ask_price: `
{p}多少钱
{p}什么价
{p}怎么卖
{p}现在卖多少
{p}到手价多少
{p}能便宜点吗
{p}最低多少
请问{p}的价格
{p}贵不贵
{p}几块钱一个
{p}打完折多少
买[两个](quantity){p}多少钱
{p}现在有活动价吗
{p}券后多少
{p}和{q}一起买多少钱
{p}[大号](size)的多少钱
那个{p}，价格给一下
{p}多钱啊
{p}咋卖的
报个价，{p}
{p}能不能再优惠
{p}的价钱是多少
麻烦看下{p}多少钱一件
{c}大概什么价位`,
  ask_stock: `
{p}有货吗
{p}还有没有货
{p}有现货吗
{p}[42码](size)还有吗
{p}[白色](colour)有货没
{p}什么时候补货
{p}断货了吗
{p}下架了吗
{p}库存还有多少
{p}还能买到吗
{p}能拍吗，有没有现货
{p}怎么显示无货
{p}[L码](size)还有不
现在拍{p}有货发吗
{p}缺货要等多久
{p}还剩几件
请问{p}还有吗
{p}[红色](colour)断码了？
{p}是不是卖完了
想要{p}，有现货不
{p}到货了没
{p}[小号](size)有没有
{p}仓库里还有吗
{c}哪些有现货`,
  ask_product_fact: `
{p}是什么材质的
{p}多大尺寸
{p}[防水](attribute)吗
{p}有多重
{p}怎么用
{p}能机洗吗
{p}适合[小孩](recipient)用吗
{p}功率多大
{p}保质期多久
{p}是哪里产的
{p}会掉色吗
{p}里面都有什么配件
{p}用什么电池
{p}声音大不大
{p}能不能[折叠](attribute)
{p}有异味吗
{p}是[纯棉](attribute)的吗
{p}的参数发一下
{p}可以放洗碗机吗
{p}[续航](attribute)多久
介绍一下{p}
{p}有什么功能
{p}[新款](attribute)改了什么
{p}具体是什么样的`,
  compare_products: `
{p}和{q}有什么区别
{p}跟{q}哪个好
{p}还是{q}
{p}和{q}选哪个
{p}比{q}好在哪
{p}和{q}哪个更[耐用](attribute)
帮我对比一下{p}和{q}
{p}与{q}差在哪里
纠结{p}和{q}，给点意见
{p}、{q}哪款性价比高
{q}贵一点，比{p}好吗
{p}和{q}哪个适合[老人](recipient)
{p}跟{q}是一样的吗
{p}和{q}怎么选
{p} vs {q}
同样价钱，{p}和{q}买哪个
{p}和{q}的[面料](attribute)一样吗
看中{p}和{q}了，你觉得呢
{p}和{q}哪个卖得好
{q}跟{p}比怎么样
{p}和{q}尺寸差多少
{p}、{q}之间拿不定主意
{p}和{q}，哪个[轻](attribute)
分不清{p}和{q}`,
  find_similar: `
有没有类似{p}的
跟{p}差不多的还有吗
{p}的平替有吗
{p}没货的话有什么能代替
像{p}这种的再推荐几个
比{p}[便宜](price)点的同类有吗`,
  find_matching: `
{p}配什么好看
买{p}还要配什么
{p}要不要另外买配件
跟{p}搭配的有什么
{p}搭{q}行吗
{p}能配{q}用吗`,
  ask_reviews: `
{p}评价怎么样
{p}好用吗，别人怎么说
{p}差评多吗
用过{p}的人多不多
{p}口碑咋样
{p}回头客多吗`,
  ask_size_advice: `
{p}偏大还是偏小
{p}我该选几码
{p}身高[170](attribute)穿什么码
{p}有尺码表吗
{p}平时穿[42](size)，选多大
{p}码数准吗`,
  ask_warranty: `
{p}保修多久
{p}坏了保修吗
{p}有质保吗
{p}过保了能修吗`,
  ask_installation: `
{p}怎么装
{p}包安装吗
{p}第一次用要怎么弄
{p}要师傅上门装吗`,
  notify_when_in_stock: `
{p}到货了通知我
{p}补货了告诉我一声
{p}有货了叫我
等{p}有了麻烦喊我`,
  return_items: `
{p}我想退掉
买的{p}不想要了，退货
{p}不合适要退
昨天到的{p}申请退货
把{p}退了吧`,
  exchange_items: `
{p}想换[大一码](size)
{p}能换个[颜色](colour)吗，已经收到了
收到的{p}要换一个
{p}换成[42码](size)`,
  damaged_or_wrong_item: `
{p}收到是坏的
{p}发错了
{p}用了[一天](date)就坏了
收到的{p}有裂痕
{p}开不了机`,
  track_order: `
我买的{p}到哪了
{p}发货了吗，前天下的单
{p}怎么还没到
查下{p}的快递`,
  cancel_order: `
{p}不要了，取消吧
刚拍的{p}取消掉
{p}拍错了，还没发，给我取消`,
  reorder: `
上次买的{p}再来一份
{p}我用完了，再买一个
照上回的{p}再下一单`,
};
