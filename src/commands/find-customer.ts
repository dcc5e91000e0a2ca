import { z } from 'zod';
import { refuse } from '../core/verdict.ts';
import type { Identification } from '../policy/policy.ts';
import type { CommandContext, ReadCommand } from './command.ts';
import { words } from './inputs.ts';

const given = {
  email: words(254).optional(),
  name: words(200).optional().describe('Whole name; goes with postcode'),
  postcode: words(16).optional(),
};
const input = z
  .strictObject(given)
  .refine(({ email, name, postcode }) => (email ? !name && !postcode : name && postcode), {
    message: 'needs either an email, or a name and a postcode',
  });

type Wish = z.infer<typeof input>;

/** One text for wrong, absent, ambiguous and somebody else's: the answer does not tell who is a customer. */
const REFUSALS = {
  'no-match': refuse('identify.no-match', {
    zh: '按您给的信息没有核对上，麻烦再看一下是不是下单时用的邮箱，或者姓名和邮编。',
    en: 'That does not match. Please check the e-mail, or the name and postcode, that you order with.',
  }),
  'too-many-attempts': refuse(
    'identify.too-many-attempts',
    {
      zh: '试的次数有点多了，为了保护顾客信息，请过一会儿再试。',
      en: 'There have been too many attempts. To protect customers’ details, please try again later.',
    },
    { command: 'hand_off', text: { zh: '着急的话可以转人工。', en: 'If it is urgent, I can bring in a colleague.' } },
  ),
  'not-offered': refuse(
    'identify.not-offered',
    {
      zh: '这里要用订单号加下单时留的手机号或邮箱来核实。',
      en: 'Here an order is verified by its number and the phone or e-mail on it.',
    },
    {
      command: 'verify_order',
      text: { zh: '把这两样一起发给我就行。', en: 'Please send me both of them.' },
    },
  ),
};

export const findCustomer: ReadCommand<Wish> = {
  name: 'find_customer',
  effect: 'read',
  description: {
    zh: '店铺允许时，用邮箱，或姓名加邮编，核实没有登录的顾客是谁。',
    en: 'Where the shop allows it: find out who a customer that is not signed in is, by e-mail, or by name and postcode.',
  },
  input,
  async run(wish, context) {
    const answer = await identify(wish, context);
    if (!answer.ok) return { facts: [], verdict: REFUSALS[answer.reason] };
    const { customerId, name } = answer;
    return {
      facts: [
        {
          kind: 'customer-verified',
          value: { customerId, name },
          source: { kind: 'gate', ref: `customer:${customerId}` },
        },
      ],
    };
  },
};

type Answer = { ok: true; customerId: string; name: string } | { ok: false; reason: keyof typeof REFUSALS };

async function identify({ email, name, postcode }: Wish, context: CommandContext): Promise<Answer> {
  const query = email !== undefined ? { email } : { name: name ?? '', postcode: postcode ?? '' };
  const by: Identification = 'email' in query ? 'email' : 'name-and-postcode';
  if (!context.policy.identification.includes(by)) return { ok: false, reason: 'not-offered' };
  const { customerId } = context;
  if (customerId === null) {
    const found = await context.identify(query);
    return found.ok ? { ok: true, customerId: found.customer.id, name: found.customer.name } : found;
  }
  // Who is known is found as himself, and nobody else is.
  const self = (await context.shop.findCustomers(query)).find(({ id }) => id === customerId);
  return self ? { ok: true, customerId, name: self.name } : { ok: false, reason: 'no-match' };
}
