import type { Value } from '../graph.ts';
import { multiply, scale } from './arithmetic.ts';

/** Zeroes a share of the numbers and scales the others up (Srivastava et al. 2014). For graphs that differentiate only: the engine leaves out a Dropout whose mask nobody reads. The seed is the node's own. */
export function dropout(x: Value, share: number, seed: number): Value {
  if (share === 0) return x;
  const { graph } = x;
  const inputs = [x, graph.scalar(share), graph.truth(true)];
  const outputs = [{ shape: x.shape }, { shape: x.shape, type: 'bool' as const }];
  const [y, kept] = graph.emitAll('Dropout', inputs, outputs, { seed: { int: seed } }, ([dy]) => {
    if (!dy || !kept) return [null, null, null];
    const mask = graph.emit('Cast', [kept], x.shape, { to: { int: 1 } });
    return [multiply(dy, scale(mask, 1 / (1 - share))), null, null];
  });
  if (!y) throw new Error('Dropout has no output');
  return y;
}
