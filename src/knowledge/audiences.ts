import type { Actor } from '../core/actor.ts';
import type { Audience } from './ports.ts';

/** What may be read to whom. What is for the shop's people is read to no customer. */
export function audiencesOf(actor: Actor): readonly Audience[] {
  return actor.kind === 'customer' ? ['public', 'signed-in'] : ['public'];
}
