/** Where one thing said of goods ends and the next begins: 「鞋子换 43，衣服换 L」「杯子两个 水壶一个」 "the shirt and the kettle". */
const BETWEEN =
  /[,，。;；、!！\n]+|以及|还有|另外|和|跟(?!图|照|描|介|页)|与(?!描|图)|(?<=[\p{Script=Han}\d])\s+(?=\p{Script=Han}|\d|[a-z]\p{Script=Han})|\s+(?:and|also|plus|as well as)\s+|&/iu;

export function clausesOf(text: string): string[] {
  return text.split(BETWEEN).filter((clause) => /[\p{L}\p{N}]/u.test(clause));
}
