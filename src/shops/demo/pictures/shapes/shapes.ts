import type { Shape } from '../paint.ts';
import { BAG_SHAPES } from './bags.ts';
import { CLOTHING_SHAPES } from './clothing.ts';
import { COOKWARE_SHAPES } from './cookware.ts';
import { ELECTRONICS_SHAPES } from './electronics.ts';
import { HOME_SHAPES } from './home.ts';
import { KITCHEN_SHAPES } from './kitchen.ts';
import { LAMP_SHAPES } from './lamps.ts';
import { LARDER_SHAPES } from './larder.ts';
import { OUTDOOR_SHAPES } from './outdoor.ts';
import { SHOE_SHAPES } from './shoes.ts';

export const SHAPES: Record<string, Shape> = {
  ...SHOE_SHAPES,
  ...CLOTHING_SHAPES,
  ...KITCHEN_SHAPES,
  ...COOKWARE_SHAPES,
  ...LAMP_SHAPES,
  ...HOME_SHAPES,
  ...ELECTRONICS_SHAPES,
  ...BAG_SHAPES,
  ...OUTDOOR_SHAPES,
  ...LARDER_SHAPES,
};

const FLAT_OTHERS = [
  'clock',
  'keyboard',
  'mouse',
  'hub',
  'watch',
  'sleepingbag',
  'umbrella',
  'blanket',
  'dryer',
  'poles',
  'magazine',
  'codecard',
  'disccase',
];

/** Laid flat or hung up rather than standing: their shadow falls behind them. */
export const FLAT: ReadonlySet<string> = new Set([
  ...Object.keys(CLOTHING_SHAPES).filter((name) => name !== 'cap'),
  ...FLAT_OTHERS,
]);

/** Low things stand higher on the sheet, so that they sit in its middle. In units of the drawing. */
export const LIFTED: Readonly<Record<string, number>> = {
  runner: 44,
  walker: 44,
  strapwalker: 44,
  canvas: 52,
  kidsneaker: 40,
  sandal: 52,
  sportsandal: 44,
  loafer: 56,
  slipper: 58,
  lunchbox: 50,
  skillet: 48,
  pan: 48,
  wok: 40,
  cap: 20,
  pillow: 40,
  hub: -34,
  sling: -10,
  bedding: -10,
};

/** Half the width of the shadow on the ground where a thing is slimmer than most. */
export const SLIM: Readonly<Record<string, number>> = {
  bottle: 132,
  lantern: 160,
  grinder: 170,
  moka: 190,
  humidifier: 180,
  floorlamp: 170,
  suitcase: 200,
  powerbank: 190,
  gooseneck: 200,
  shelf: 200,
};
