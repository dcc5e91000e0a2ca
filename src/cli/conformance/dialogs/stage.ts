import { localize } from '../../../core/locale.ts';
import type { Difference } from '../tau/compare.ts';
import { openTauShop, type TauShop } from '../tau/shop.ts';
import { isFields } from './changes.ts';
import { infer } from './infer.ts';
import { type DialogueOutcome, judge } from './judge.ts';
import { askedAgain, type Options } from './known.ts';
import { playMessages } from './play.ts';
import { customerMessages, type Transcript } from './transcripts.ts';
import { unconfirmed } from './unconfirmed.ts';

/** The benchmark's shop under its rules with the embedded brain, and a way to play one recorded customer after the other against it. */
export interface DialogueStage {
  importDifferences: Difference[];
  play(transcript: Transcript): Promise<DialogueOutcome>;
  close(): Promise<void>;
}

export async function openDialogueStage(directory: string): Promise<DialogueStage> {
  const shop = await openTauShop(directory);
  const options = await optionsOf(shop);
  const { importDifferences, close } = shop;
  return { importDifferences, play: (transcript) => play(shop, options, transcript), close };
}

async function play(
  { app, start, settle }: TauShop,
  options: Options,
  transcript: Transcript,
): Promise<DialogueOutcome> {
  const inference = infer(transcript, start);
  const played = await playMessages(app, customerMessages(transcript), transcript.index);
  const found = await settle();
  const customer = inference.customerId === null ? undefined : start.users[inference.customerId];
  return {
    index: transcript.index,
    ...judge({ played, inference, start, found }),
    askedAgain: isFields(customer) ? askedAgain(played.turns, { customer, start, inference, options }) : [],
    unconfirmed: await unconfirmed(app.store, played, start, found),
  };
}

async function optionsOf({ app }: TauShop): Promise<Options> {
  const { products } = await app.store.shopTables.exportShop();
  return new Map(
    products.flatMap(({ variants }) =>
      variants.map(({ id, options }) => [
        id,
        Object.fromEntries(options.map(({ key, value }) => [key, localize(value, 'en')])),
      ]),
    ),
  );
}
