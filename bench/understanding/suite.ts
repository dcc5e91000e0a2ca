import { AppError } from '../../src/core/errors.ts';
import { benchAblation } from './ablation/ablation.ts';
import type { UnderstandingOptions } from './options.ts';
import { benchOwn } from './own/own.ts';
import { benchRobustness } from './own/robustness.ts';
import { benchPublicSets } from './public.ts';
import { benchSpeed } from './speed/speed.ts';

const PARTS: Record<string, (options: UnderstandingOptions) => Promise<void>> = {
  public: benchPublicSets,
  own: benchOwn,
  robustness: benchRobustness,
  ablation: benchAblation,
  speed: benchSpeed,
};

export async function benchUnderstanding(options: UnderstandingOptions): Promise<void> {
  const unknown = options.parts.filter((name) => !(name in PARTS));
  if (unknown.length > 0)
    throw new AppError('bench.parts', {
      detail: `no ${unknown.join(', ')}; there are ${Object.keys(PARTS).join(', ')}`,
    });
  for (const [name, part] of Object.entries(PARTS))
    if (options.parts.length === 0 || options.parts.includes(name)) await part(options);
}
