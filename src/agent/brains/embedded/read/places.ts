/** Prefecture-level places by province, as people name them: 「杭州市」 alone says 浙江省. Source: the Ministry of Civil Affairs' division names. */
const PLACES = `
北京市 北京
天津市 天津
上海市 上海
重庆市 重庆
河北省 石家庄 唐山 秦皇岛 邯郸 邢台 保定 张家口 承德 沧州 廊坊 衡水
山西省 太原 大同 阳泉 长治 晋城 朔州 晋中 运城 忻州 临汾 吕梁
内蒙古自治区 呼和浩特 包头 乌海 赤峰 通辽 鄂尔多斯 呼伦贝尔 巴彦淖尔 乌兰察布 兴安盟 锡林郭勒 阿拉善
辽宁省 沈阳 大连 鞍山 抚顺 本溪 丹东 锦州 营口 阜新 辽阳 盘锦 铁岭 朝阳市 葫芦岛
吉林省 长春 吉林市 四平 辽源 通化 白山 松原 白城 延边
黑龙江省 哈尔滨 齐齐哈尔 鸡西 鹤岗 双鸭山 大庆 伊春 佳木斯 七台河 牡丹江 黑河 绥化 大兴安岭
江苏省 南京 无锡 徐州 常州 苏州 南通 连云港 淮安 盐城 扬州 镇江 泰州 宿迁
浙江省 杭州 宁波 温州 嘉兴 湖州 绍兴 金华 衢州 舟山 台州 丽水 义乌
安徽省 合肥 芜湖 蚌埠 淮南 马鞍山 淮北 铜陵 安庆 黄山 滁州 阜阳 宿州 六安 亳州 池州 宣城
福建省 福州 厦门 莆田 三明 泉州 漳州 南平 龙岩 宁德
江西省 南昌 景德镇 萍乡 九江 新余 鹰潭 赣州 吉安 宜春 抚州 上饶
山东省 济南 青岛 淄博 枣庄 东营 烟台 潍坊 济宁 泰安 威海 日照 临沂 德州 聊城 滨州 菏泽
河南省 郑州 开封 洛阳 平顶山 安阳 鹤壁 新乡 焦作 濮阳 许昌 漯河 三门峡 南阳 商丘 信阳 周口 驻马店 济源
湖北省 武汉 黄石 十堰 宜昌 襄阳 鄂州 荆门 孝感 荆州 黄冈 咸宁 随州 恩施
湖南省 长沙 株洲 湘潭 衡阳 邵阳 岳阳 常德 张家界 益阳 郴州 永州 怀化 娄底 湘西
广东省 广州 韶关 深圳 珠海 汕头 佛山 江门 湛江 茂名 肇庆 惠州 梅州 汕尾 河源 阳江 清远 东莞 中山 潮州 揭阳 云浮
广西壮族自治区 南宁 柳州 桂林 梧州 北海 防城港 钦州 贵港 玉林 百色 贺州 河池 来宾 崇左
海南省 海口 三亚 三沙 儋州
四川省 成都 自贡 攀枝花 泸州 德阳 绵阳 广元 遂宁 内江 乐山 南充 眉山 宜宾 广安 达州 雅安 巴中 资阳 阿坝 甘孜 凉山
贵州省 贵阳 六盘水 遵义 安顺 毕节 铜仁 黔西南 黔东南 黔南
云南省 昆明 曲靖 玉溪 保山 昭通 丽江 普洱 临沧 楚雄 红河 文山 西双版纳 大理 德宏 怒江 迪庆
西藏自治区 拉萨 日喀则 昌都 林芝 山南 那曲 阿里
陕西省 西安 铜川 宝鸡 咸阳 渭南 延安 汉中 榆林 安康 商洛
甘肃省 兰州 嘉峪关 金昌 白银 天水 武威 张掖 平凉 酒泉 庆阳 定西 陇南 临夏 甘南
青海省 西宁 海东 海北 黄南 海南州 果洛 玉树 海西
宁夏回族自治区 银川 石嘴山 吴忠 固原 中卫
新疆维吾尔自治区 乌鲁木齐 克拉玛依 吐鲁番 哈密 昌吉 博尔塔拉 巴音郭楞 阿克苏 喀什 和田 伊犁 塔城 阿勒泰 石河子
`;

export interface Place {
  province: string;
  city: string;
}

const ROWS = PLACES.trim()
  .split('\n')
  .map((row) => row.split(' '));

const CITIES: readonly Place[] = ROWS.flatMap(([province = '', ...cities]) =>
  cities.map((city) => ({ province, city })),
);

/** Full name of a province from any of its forms: 浙江, 浙江省, 内蒙古. */
export function provinceAt(text: string): { province: string; length: number } | null {
  for (const [full = ''] of ROWS) {
    const short = full.replace(/(?:省|市|(?:壮族|回族|维吾尔)?自治区)$/, '');
    if (text.startsWith(full)) return { province: full, length: full.length };
    const suffixed = [`${short}省`, `${short}市`, `${short}自治区`].find((form) => text.startsWith(form));
    if (suffixed) return { province: full, length: suffixed.length };
    if (text.startsWith(short)) return { province: full, length: short.length };
  }
  return null;
}

const SUFFIX = /^(?:市|盟|地区|[\p{Script=Han}]{0,8}?自治州)/u;

/** The city at the start of the text, with or without 市. */
export function cityAt(text: string): (Place & { length: number }) | null {
  for (const { province, city } of CITIES) {
    if (!text.startsWith(city)) continue;
    const suffix = SUFFIX.exec(text.slice(city.length))?.[0] ?? '';
    return {
      province,
      city: `${city}${suffix || (/[市盟]$/.test(city) ? '' : '市')}`,
      length: city.length + suffix.length,
    };
  }
  return null;
}

const ANY_PLACE = new RegExp(
  [
    ...ROWS.map(([full = '']) => full.slice(0, full.startsWith('内蒙') || full.startsWith('黑龙') ? 3 : 2)),
    ...CITIES.map(({ city }) => city),
  ].join('|'),
  'g',
);

/** 「南京东路」「黄山大厦」: a way or a building that is called after the place. */
const CALLED_AFTER =
  /^[东西南北中]?[一二三四五六七八九十]?(?:环路|大道|大街|路|街|巷|弄|胡同|大厦|大楼|广场|花园|小区|公寓|新村|村|公园|饭店|宾馆|酒店|大学|中学|小学|医院|苑|里\d)/u;

/** Where the first known province or city stands in the text; −1 when none does. */
export function placeStart(text: string): number {
  for (const { index, 0: name } of text.matchAll(ANY_PLACE)) {
    if (!CALLED_AFTER.test(text.slice(index + name.length))) return index;
  }
  return -1;
}
