import type { Shape } from '../paint.ts';
import { SHOE_SHAPES } from './shoes.ts';

export const SHAPES: Record<string, Shape> = { ...SHOE_SHAPES };
