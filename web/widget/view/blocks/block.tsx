import type { Block } from '../../../../src/core/wire.ts';
import type { CardState } from '../items.ts';
import { Comparison } from './comparison.tsx';
import { Confirmation } from './confirmation.tsx';
import { Orders } from './orders.tsx';
import { Products } from './products.tsx';
import { Report } from './report.tsx';
import { Tracking } from './tracking.tsx';

/** Choices are not here: they stand under the last message alone. */
export function BlockView({ block, card }: { block: Exclude<Block, { kind: 'choices' }>; card: CardState }) {
  switch (block.kind) {
    case 'products':
      return <Products products={block.products} />;
    case 'comparison':
      return <Comparison titles={block.titles} rows={block.rows} />;
    case 'orders':
      return <Orders orders={block.orders} />;
    case 'tracking':
      return <Tracking tracking={block.tracking} />;
    case 'confirmation':
      return <Confirmation card={block.card} state={card} />;
    case 'done':
    case 'note':
      return <Report block={block} />;
    default:
      // A newer server may send a kind that this page does not know yet: its text stands above.
      return null;
  }
}
