/** How goods are called: Chinese names end in what the thing is, English ones are listed. Enough to tell 「水壶」 from 「防水的」. */
const CHINESE =
  /(?:鞋|靴|拖|锅|壶|杯|碗|盘|刀|铲|瓶|灯|被|枕|枕头|床单|被套|四件套|床品|毯|毛巾|浴巾|箱|柜|架|篮|盒|包|伞|帽|围巾|手套|衣|裤|裙|衫|恤|袜|外套|夹克|羽绒服|冲锋衣|帐篷|睡袋|椅|凳|桌|垫|耳机|音箱|音响|键盘|鼠标|充电宝|充电器|充电头|数据线|手表|手环|相机|支架|显示器|台灯|磨豆机|咖啡机|豆浆机|电饭煲|空气炸锅|吹风机|剃须刀|牙刷|玩具|书|礼盒|礼物|手机|平板|电脑|笔记本|电视|电视机|冰箱|洗衣机|空调|热水器|硬盘)(?:子|儿|类|的)?$/;
const ENGLISH =
  /\b(?:shoes?|boots?|sandals?|slippers?|sneakers?|trainers?|runners?|heels|kettles?|pots?|pans?|skillets?|woks?|mugs?|cups?|bottles?|flasks?|knife|knives|lamps?|lights?|lanterns?|duvets?|quilts?|pillows?|bedding|sheets?|blankets?|towels?|boxes|baskets?|bags?|backpacks?|rucksacks?|suitcases?|umbrellas?|hats?|caps?|scar(?:f|ves)|gloves?|shirts?|t-?shirts?|tees?|hoodies?|sweaters?|jumpers?|jackets?|coats?|trousers|pants|jeans|shorts|dress(?:es)?|skirts?|socks?|tents?|chairs?|tables?|mats?|headphones?|earbuds?|earphones?|speakers?|keyboards?|mouse|mice|power ?banks?|chargers?|cables?|watch(?:es)?|cameras?|grinders?|coffee maker|french press|rice cooker|toothbrush(?:es)?|toys?|books?|gifts?|presents?|phones?|smartphones?|tablets?|laptops?|notebooks?|computers?|tvs?|televisions?|fridges?|backpacks?|fleece|e-?readers?|skateboards?|jigsaw puzzles?|vacuum cleaners?|thermostats?|smart watch(?:es)?|water bottles?|bicycles?|helmets?|hair dryers?)\b/i;

export function namesThing(query: string): boolean {
  return query.split(' ').some((word) => CHINESE.test(word)) || ENGLISH.test(query);
}
