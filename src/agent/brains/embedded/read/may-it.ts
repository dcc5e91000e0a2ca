import type { Attribute, Product } from '../../../../core/product.ts';
import { attributeOf } from '../../../../core/product.ts';
import { findSpecs, inchesIn } from '../../../../language/quantities/specs.ts';

/** What may be done with a thing: how it is asked, and how a page says yes or no to it. What it does not say is neither. */
interface Treatment {
  asked: RegExp;
  no: RegExp;
  yes: RegExp;
}

const TREATMENTS: readonly Treatment[] = [
  {
    asked: /机洗|洗衣机|\bmachine[- ]?wash|\bwashing machine\b|\bwash (?:it|this|that|them) in (?:the|a) machine\b/i,
    no: /(?:勿|不可|不能|不要|不宜|禁止)(?:用)?(?:洗衣)?机(?:器)?洗|手洗|干洗|\bhand[- ]?wash|\bdry[- ]clean|\b(?:do not|don't|never|not) machine|not machine/i,
    yes: /机洗|\bmachine[- ]wash/i,
  },
  {
    asked: /烘干|\b(?:tumble|put (?:it|this|them) in (?:the|a)) ?dr(?:y|yer)\b|\bdryer\b/i,
    no: /(?:勿|不可|不能|不要|不宜)烘干|\b(?:do not|don't|never|not?) (?:tumble|machine)[- ]?dry/i,
    yes: /(?:可|能|低温)烘干|(?<!not )\btumble dry\b/i,
  },
  {
    asked: /洗碗机|\bdishwasher/i,
    no: /(?:勿|不(?:可|能|要|宜)?(?:进|放|用)?)[^，。,;；]{0,8}洗碗机|\b(?:no|not|do not|don't|never)\b[^.;]{0,32}\bdishwasher|\bhand wash only\b/i,
    yes: /(?:可|能)(?:以)?(?:进|放|用)?[^，。,;；]{0,4}洗碗机|\bdishwasher[- ](?:safe|proof)\b/i,
  },
  {
    asked: /微波炉|\bmicrowave/i,
    no: /(?:勿|不(?:可|能|要|宜)?(?:进|放|用)?)[^，。,;；]{0,8}微波炉|\b(?:no|not|do not|don't|never)\b[^.;]{0,32}\bmicrowave/i,
    yes: /(?:可|能)(?:以)?(?:进|放|用)?[^，。,;；]{0,4}微波炉|\bmicrowave[- ](?:safe|proof)\b/i,
  },
];

export interface MayIt {
  verdict: 'yes' | 'no';
  /** Where the page says so. */
  attribute: Attribute;
}

/** 「这个能机洗吗」 "does it fit a 13-inch laptop?": yes or no as the page has it; null where it does not say, or is asked something else. */
export function mayIt(text: string, product: Product): MayIt | null {
  const laptop = findSpecs(text.toLowerCase()).find(({ spec }) => spec.startsWith('laptop '));
  if (laptop) return fitsLaptop(product, Number(/[\d.]+/.exec(laptop.spec)?.[0]));
  const treatment = TREATMENTS.find(({ asked }) => asked.test(text));
  if (!treatment) return null;
  for (const attribute of product.attributes) {
    const said = [attribute.value.zh, attribute.value.en].filter((value) => value !== undefined).join('\n');
    const isBoth = treatment.no.test(said) && /(?:可|能)机洗/.test(said);
    if (isBoth) return null;
    if (treatment.no.test(said)) return { verdict: 'no', attribute };
    if (treatment.yes.test(said)) return { verdict: 'yes', attribute };
  }
  return null;
}

function fitsLaptop(product: Product, inches: number): MayIt | null {
  const attribute = product.attributes.find(({ key }) => key === 'laptop');
  const value = attributeOf(product.attributes, 'laptop');
  const room = inchesIn(`${value?.zh ?? ''} ${value?.en ?? ''}`);
  if (!attribute || room === null) return null;
  return { verdict: inches <= room ? 'yes' : 'no', attribute };
}

/** Asks what may be done with it, in so many words. */
export function asksMayIt(text: string): boolean {
  return (
    TREATMENTS.some(({ asked }) => asked.test(text)) ||
    findSpecs(text.toLowerCase()).some(({ spec }) => spec.startsWith('laptop '))
  );
}
