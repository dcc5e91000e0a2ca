import type { Order } from '../../../../core/order.ts';
import { mentioned } from '../read/mention.ts';

/** 「除了铁锅都取消」 "cancel everything except the pan": the order that is left alone, where it holds nothing else. */
const SPARED =
  /除了?(?<but>[^,，。;；]{1,16}?)(?:那单)?(?:以外|之外|外)?[,，]?(?:其他|其它|别的|剩下|其余)?的?(?:订单)?(?:全部?|都)(?:给我|帮我)?取消|\bcancel (?:everything|all(?: of (?:it|them)| my orders)?) (?:except|but|apart from)(?: for)? (?<except>[^,.;]{2,40})/iu;

export function sparedIn(text: string, orders: readonly Order[]): Order | null {
  const { but, except } = SPARED.exec(text)?.groups ?? {};
  const [order, ...others] = mentioned(orders, ({ lines }) => lines.map(({ title }) => title), but ?? except ?? '');
  return order && others.length === 0 && order.lines.length === 1 ? order : null;
}
