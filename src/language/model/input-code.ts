/**
 * Number of the code that makes a model's input of a text: normalise.ts, segment.ts, pinyin.ts, tokenizer/, model/features.ts, model/hints.ts,
 * model/input.ts, and of understanding/ the concepts, features.ts, hints.ts and slots/ with the quantities that they read.
 * Raise it with any change there after which some message becomes other tokens, features or hints, and train anew: weights that were learned from
 * other numbers would read nonsense and say so with confidence. A model of another number is refused as `model.outdated`, a checkpoint not gone on from.
 */
export const INPUT_CODE = 1;
