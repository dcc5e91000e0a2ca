/** Words with which one wishes for anything; they do not say for what. */
export const FILLER = new Set(
  `牌子 品牌 只要 别的 其他 其它 我要 我想 先看 给我 我家 我脚 就是 就行 不太 太 那种 这儿 那儿 卖不卖 想换 这么 那么 真的 特别 一直 已经 先 新 全 带 放 听 起 从哪 几样 有没 求 求推荐 双能 整 搞 弄 弄个 行 啥样 样 去掉 排除 算了 换成 换个 改成 用品 装备 类 百货 大全 都有 都有啥 有啥 有点啥 点啥 啥的 么 有么 卖吗 卖不 主要 缺 要带 我 你 您 你们 您们 我们 他 她 它 自己 的 地 得 了 着 过 吗 呢 吧 啊 呀 嘛 么 哦 哈 噢 呗 哒 咯 滴 是 不 没 没有 有 有没有 有木有 是不是 能 能不能 可以 会 要 要个 要双 要件 想 想要 想买 想找 需要 请 请问 问 问下 一下 下 帮 帮我 麻烦
  买 买双 买个 买件 买点 买些 买条 卖 选 挑 找 找个 找双 找下 看 看看 看下 看一看 给 给我 推荐 推荐一下 推荐一款 推荐下 介绍 送 送给 送人 拿 来 来个 来双 搜 搜索 入 入手 换 穿 戴 用 用的 穿的 戴的 适合 合适 怎么 怎么样 怎样 什么 啥 什么样 哪 哪个 哪款 哪些 哪种 哪双 哪里
  这 那 这个 那个 这种 那种 这款 那款 你家 您家 家 家里 店 店里 老板 亲 客服 和 与 跟 及 或 或者 就 都 也 还 还有 再 又 在 对 把 被 让 用 到 从 比 比较 最 更 很 挺 太 点 些 一点 一些 有点 稍微 大概 左右 上下 差不多 以内 以下 以上 之内 不超过 不要 预算 价格 价位 价钱 多少 多少钱 块 元 块钱 钱
  一 个 一个 双 一双 件 一件 款 一款 条 一条 套 一套 只 把 副 顶 台 种 几 几款 几个 两 二 两个 东西 商品 产品 货 现货 码 号 尺码 颜色 好 好的 好点 好看 不错 质量 性价比 便宜 便宜点 贵 实惠 人 人士 时候 平时 日常用 谢谢 你好 您好 在 吗 嗯 另外 顺便 然后 如果 的话 因为 所以 但是 可是 最近 今天 明天 下周`.split(
    /\s+/,
  ),
);

export const FILLER_EN = new Set(
  `ideas idea thoughts one two three four five six seven eight nine ten u ur pls plz wat hav im hes shes after see help pick carry take asking hoping hunting hope old decent enough until till something lot keep make made goes into during before own nothing start died break broke needs must doesn whole bit pretty rather actually currently right now every day while whats thats theres lets isnt arent doesnt wont i im id ive you your my me we our us it its this that these those they them a an the is are was were be been am do does did to of for with on in at by from and or but as so if then than
  can could will would should may might must have has had how what when where which who why much many any some all about need needs want wants wanted like likes please thank thanks hello hi hey get got buy buying looking look
  find search show recommend suggest suggestion suggestions shop store sell sells item items product products thing things something anything one ones pair pairs there here just also too not no yes dont really
  good nice best great cheap cheaper cheapest affordable budget price priced prices cost costs around under below over above up less more max maximum most least within between bucks dollars dollar usd yuan rmb cny size sizes colour color fit fits suitable suit
  wear wearing use using new quality kind sort type up out who goes go going always maybe preferably ideally stock available currently size-`.split(
    /\s+/,
  ),
);
