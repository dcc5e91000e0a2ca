import { AppError } from '../core/errors.ts';
import type { Localized } from '../core/locale.ts';
import { PROBLEMS } from '../server/problem-titles.ts';
import { detailOf, fileInChinese, modelFault } from './model-words.ts';

type Words = (detail: string) => Localized;

function named(detail: string): string {
  const file = fileInChinese(detail);
  return file === '' ? '' : `：${file}`;
}

/** What rooms without words of their own report, by code. The detail names the file, and the line or member where there is one. */
const WORDS: Record<string, Words> = {
  'model.missing': (detail) => ({
    zh: `找不到模型文件 ${detail}。重新安装，或用 xiaoer train 训练一个。`,
    en: `The model's file ${detail} is not there. Install again, or train one with xiaoer train.`,
  }),
  'model.damaged': (detail) => ({
    zh: `模型文件已损坏，没有使用它${named(detail)}。重新安装，或用 xiaoer train 重新训练。`,
    en: `The model is damaged and was not used: ${detail}. Install again, or train it anew with xiaoer train.`,
  }),
  'model.outdated': (detail) => ({
    zh: `模型是给另一版小二用的，没有使用它${named(detail)}。重新安装，或用 xiaoer train 重新训练。`,
    en: `The model is another version’s and was not used: ${detail}. Install again, or train it anew with xiaoer train.`,
  }),
  'tokenizer.damaged': (detail) => ({
    zh: `分词器文件已损坏，没有使用它${named(detail)}。重新安装，或用 xiaoer train 重新训练。`,
    en: `The tokenizer is damaged and was not used: ${detail}. Install again, or train it anew with xiaoer train.`,
  }),
  'corpus.missing': (detail) => ({ zh: `语料目录不对：${detail}。`, en: `No corpus there: ${detail}.` }),
  'corpus.empty': (detail) => ({
    zh: `语料目录 ${detail} 里没有例句。`,
    en: `The corpus ${detail} holds no utterance.`,
  }),
  'corpus.mark': (detail) => ({
    zh: `语料里有不认识的标记：${detail}。`,
    en: `Unknown mark in the corpus: ${detail}.`,
  }),
  'corpus.grammar': (detail) => ({ zh: `语料的词表有问题：${detail}。`, en: `The corpus's lists: ${detail}.` }),
  'corpus.intents': (detail) => ({ zh: `意图表有问题：${detail}。`, en: `The table of intents: ${detail}.` }),
  'rows.bad-line': (detail) => ({
    zh: `数据有坏行，什么都没有做：${detail}。`,
    en: `Bad row, nothing was done: ${detail}.`,
  }),
  'rows.unreadable': (detail) => ({ zh: `读不了 ${detail}。`, en: `${detail} cannot be read.` }),
  'sets.unknown': (detail) => ({ zh: `没有这个数据集：${detail}。`, en: `No such set: ${detail}.` }),
  'sets.missing': (detail) => ({ zh: `数据集不完整：${detail}。`, en: `The set is not there: ${detail}.` }),
  'recipe.bad': (detail) => ({ zh: `训练配方不对：${detail}。`, en: `The recipe: ${detail}.` }),
};

/** What to say of an error; null where nothing is known but its code. */
export function wordsOf(error: unknown): Localized | null {
  if (!(error instanceof AppError)) return null;
  if (error.publicMessage) return error.publicMessage;
  return WORDS[error.code]?.(detailOf(error)) ?? PROBLEMS[error.code]?.title ?? null;
}

/** Why a shop's own model was not used. */
export function whyPassedOver(error: unknown): Localized {
  const { zh, en } = modelFault(error);
  return {
    zh: `店铺自己的模型没有用上，改用自带的（${zh}）。重新训练：xiaoer train --shop`,
    en: `The shop’s own model was passed over for the shipped one (${en}). Train it again: xiaoer train --shop`,
  };
}
