import { describe, expect, it } from 'vitest';
import { shippedPolicy } from '../../../../policy/shipped.ts';
import { desk } from '../testing/desk.ts';

const byIdentity = shippedPolicy('tau-retail');
const guest = () => desk('guest', 'en', undefined, byIdentity);
const count = (commands: readonly string[], name: string) => commands.filter((each) => each === name).length;

describe('a guest of a shop that knows its customers by e-mail, or name and postcode', () => {
  it('[EMB-85] what he said of himself before anybody asked counts', async () => {
    const talk = guest();
    await talk.say('hello, my email is zhou@example.com');
    const heard = await talk.say('i want to return the headphones');
    expect(heard.commands).toContain('find_customer');
    expect(heard.state.flow?.slots.orderNumber).toBe('XE20261105-0054');
  });

  it('[EMB-85] of an e-mail that is nobody’s and a name with its postcode the one that fits is taken', async () => {
    const talk = guest();
    await talk.say('i want to return the headphones');
    const heard = await talk.say('my name is zhou, my zip is 310012 and my email is someone.else@example.com');
    expect(count(heard.commands, 'find_customer')).toBe(2);
    expect(heard.state.flow?.slots.orderNumber).toBe('XE20261105-0054');
  });

  it('[EMB-85] what did not match is not tried again in the same matter', async () => {
    const talk = guest();
    await talk.say('i want to return the headphones');
    const first = await talk.say('someone.else@example.com');
    expect(count(first.commands, 'find_customer')).toBe(1);
    const again = await talk.say('i said someone.else@example.com');
    expect(again.commands).not.toContain('find_customer');
    expect(again.state.flow?.asking).toBe('verify');
    const right = await talk.say('sorry, zhou@example.com');
    expect(count(right.commands, 'find_customer')).toBe(1);
    expect(right.state.flow?.slots.orderNumber).toBe('XE20261105-0054');
  });

  it('[EMB-85] a question that has to know whose orders are meant asks who he is, and for no order’s number with a contact', async () => {
    const talk = guest();
    const asked = await talk.say('what have i ordered so far');
    expect(asked.text).toContain('e-mail');
    expect(asked.commands).not.toContain('verify_order');
    const heard = await talk.say('zhou@example.com');
    expect(heard.commands).toContain('find_customer');
    expect(heard.commands).not.toContain('verify_order');
  });

  it('[EMB-85] where the shop goes by an order and its contact nothing of it is asked', async () => {
    const talk = desk('guest', 'en');
    await talk.say('hello, my email is zhou@example.com');
    const heard = await talk.say('i want to return the headphones');
    expect(heard.commands).not.toContain('find_customer');
    expect(heard.commands).not.toContain('get_customer');
    expect(heard.text).toContain('order number');
  });
});
