import { describe, expect, it } from 'vitest';
import { shippedPolicy } from '../../../../policy/shipped.ts';
import { desk } from '../testing/desk.ts';

const byIdentity = shippedPolicy('tau-retail');
const guest = () => desk('guest', 'en', undefined, byIdentity);
const count = (commands: readonly string[], name: string) => commands.filter((each) => each === name).length;

describe('a guest of a shop that knows its customers by e-mail, or name and postcode', () => {
  it('[EMB-85] what he said of himself before anybody asked counts', async () => {
    const talk = guest();
    await talk.say('do you ship abroad? my email is zhou@example.com');
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

  it.each([
    'my name is zhou and my zip is 310012',
    'Hello, my email is zhou@example.com.',
    '我叫zhou，邮编 310012'.replace('我叫zhou', 'my name is zhou'),
  ])('[EMB-95] %s, before anybody asked, and what he wants follows', async (text) => {
    const talk = guest();
    const heard = await talk.say(text);
    expect(heard.commands).toContain('find_customer');
    expect(heard.text).toContain('What can I do for you');
    const errand = await talk.say('i want to return the headphones');
    expect(errand.state.flow?.slots.orderNumber).toBe('XE20261105-0054');
  });

  it('[EMB-95] half of it is asked for, also over several messages', async () => {
    const talk = guest();
    await talk.say('can you check it with just my name, Zhou?');
    expect((await talk.say('my zip code is 310012')).commands).toContain('find_customer');
  });

  it.each([
    ['show me my orders', 'list_orders'],
    ['has my return been received yet', 'list_returns'],
    ['i want to change my default address', 'get_customer'],
  ])('[EMB-95] %s asks who he is and then answers: nobody has to sign in or name a number', async (wish, command) => {
    const talk = guest();
    expect((await talk.say(wish)).state.flow?.asking).toBe('verify');
    const heard = await talk.say('zhou@example.com');
    expect(heard.commands).toContain(command);
    expect(heard.text).not.toMatch(/sign in|order number/);
  });

  it('[EMB-95] his default address is changed as a customer’s is', async () => {
    const talk = guest();
    await talk.say('change my default address to 12 Elm Street, Springfield, IL 62704');
    const heard = await talk.say('zhou@example.com');
    expect(heard.results.at(-1)).toMatchObject({ name: 'change_customer_address', status: 'confirmation-needed' });
  });

  it.each([
    "I'm sorry, but I don't have the order ID with me.",
    "I don't remember the order number right now. Is there another way?",
    '我不记得单号了',
  ])('[EMB-96] %s is no wrong answer', async (text) => {
    const talk = guest();
    expect((await talk.say('zhou@example.com')).commands).toContain('find_customer');
    const asked = await talk.say('i want to return the headphones, they are unopened');
    const card = asked.state.card;
    const heard = await talk.say(text);
    expect(heard.text).toMatch(/No need for the number|不用单号/);
    expect(heard.state.flow?.asking).toBe('confirm');
    expect(heard.draft.reminds).toBe(true);
    expect(heard.state.card).toBe(card);
  });

  it('[EMB-96] with nothing under way the orders are shown', async () => {
    const talk = guest();
    await talk.say('zhou@example.com');
    const heard = await talk.say("I don't have the order number with me");
    expect(heard.commands).toContain('list_orders');
    expect(heard.state.shownOrders.length).toBeGreaterThan(0);
  });
});
