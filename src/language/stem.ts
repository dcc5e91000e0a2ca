const KEEP = new Set(
  'shoes news always this his was has does yes gas bus plus address dress less unless process access business christmas canvas bring thing something anything nothing during morning evening string spring red need speed feed bed shed'.split(
    ' ',
  ),
);
const IRREGULAR: Record<string, string> = {
  shoes: 'shoe',
  bought: 'buy',
  sent: 'send',
  paid: 'pay',
  gave: 'give',
  got: 'get',
  came: 'come',
  broken: 'break',
  broke: 'break',
  lost: 'lose',
  men: 'man',
  women: 'woman',
  children: 'child',
  kids: 'kid',
  feet: 'foot',
  cancelled: 'cancel',
  cancelling: 'cancel',
  cancellation: 'cancel',
  cancelation: 'cancel',
  delivery: 'deliver',
  deliveries: 'deliver',
  shipment: 'ship',
  shipments: 'ship',
  arrival: 'arrive',
  payment: 'pay',
  payments: 'pay',
  colours: 'colour',
  color: 'colour',
  colors: 'colour',
  warranties: 'warranty',
  refunded: 'refund',
  wrong: 'wrong',
  sneakers: 'sneaker',
  trainers: 'trainer',
  headphones: 'headphone',
  earphones: 'earphone',
};

/** One form for a word's common endings, enough to let "returning" meet "return". Rules in the order of Porter's first step, irregulars listed. */
export function stem(word: string): string {
  const bare = word.replace(/'s?$/, '').replace(/'/g, '');
  const irregular = IRREGULAR[bare];
  if (irregular) return irregular;
  if (bare.length <= 3 || KEEP.has(bare) || /[^a-z]/.test(bare)) return bare;
  if (bare.endsWith('ies')) return `${bare.slice(0, -3)}y`;
  if (/(?:ss|x|z|ch|sh)es$/.test(bare)) return bare.slice(0, -2);
  if (bare.endsWith('s') && !/(?:ss|us|is)$/.test(bare)) return verbStem(bare.slice(0, -1));
  return verbStem(bare);
}

function verbStem(word: string): string {
  const ending = /(?:ing|ed)$/.exec(word);
  if (!ending || KEEP.has(word)) return withoutFinalE(word);
  const base = word.slice(0, -ending[0].length);
  if (base.length < 3 || !/[aeiouy]/.test(base)) return withoutFinalE(word);
  const doubled = /([bdgmnprt])\1$/.test(base);
  return withoutFinalE(doubled ? base.slice(0, -1) : base);
}

/** "exchange" and "exchang(ing)" meet without it. */
function withoutFinalE(word: string): string {
  return word.length > 4 && word.endsWith('e') && !word.endsWith('ee') ? word.slice(0, -1) : word;
}
