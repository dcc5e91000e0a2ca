import { AppError } from '../core/errors.ts';

type Words = Record<'zh' | 'en', string>;

/** What rooms without words of their own say of a model's file after its path, in Chinese. */
const REASONS: readonly (readonly [RegExp, string])[] = [
  [/ is not the file that model\.json describes$/, '（内容与 model.json 的记录不符）'],
  [/ was made from another corpus$/, '（出自另一份语料）'],
  [/ names no model$/, '（没有指明模型）'],
  [/: no JSON$/, '（不是 JSON）'],
  [/: input code (\d+), the program’s is (\d+)$/, '（输入代码是 $1，本程序要 $2）'],
];

/** The file, and in Chinese what is wrong with it where there is a word for that; nothing where no file is named. */
export function fileInChinese(detail: string): string {
  for (const [pattern, reason] of REASONS) if (pattern.test(detail)) return detail.replace(pattern, reason);
  return /^.*?\.(?:json|safetensors)(?=[: ]|$)/.exec(detail)?.[0] ?? '';
}

/** The detail of an error, without its code. */
export function detailOf({ code, message }: AppError): string {
  return message.slice(`${code}: `.length).replace(/\.$/, '');
}

const FAULTS: Record<string, Words> = {
  'model.missing': { zh: '找不到模型文件', en: 'the model’s file is not there' },
  'model.damaged': { zh: '模型文件已损坏', en: 'the model is damaged' },
  'model.outdated': { zh: '模型已过时', en: 'the model is out of date' },
  'tokenizer.damaged': { zh: '分词器文件已损坏', en: 'the tokenizer is damaged' },
};

/** What is wrong with a model, as a part of a sentence. */
export function modelFault(error: unknown): Words {
  const fault = error instanceof AppError ? FAULTS[error.code] : undefined;
  if (!fault) {
    const text = error instanceof Error ? error.message : String(error);
    return { zh: text, en: text };
  }
  const detail = detailOf(error as AppError);
  return { zh: `${fault.zh} ${fileInChinese(detail)}`.trimEnd(), en: detail ? `${fault.en}: ${detail}` : fault.en };
}
