import { describe, expect, it } from 'vitest';
import { fakeEnvironment, shopToken } from '../testing/fake-environment.ts';
import { createSessionBook, GUEST, identityOf } from './session.ts';

const BASE = 'https://clerk.example/';
const session = (identity: string) => ({
  identity,
  token: 't',
  conversationId: 'c',
  customer: null,
  expiresAt: '2036-03-01T08:00:00.000Z',
});

describe('whose session it is', () => {
  it('[WEB-02] a fresh token of the same customer is the same identity, another customer is another', () => {
    expect(identityOf(null)).toBe(GUEST);
    expect(identityOf(shopToken('lin'))).toBe('customer:lin');
    expect(identityOf(`${shopToken('lin').slice(0, -1)}y`)).toBe('customer:lin');
    expect(identityOf(shopToken('zhou'))).not.toBe(identityOf(shopToken('lin')));
    expect(identityOf(shopToken('guest'))).not.toBe(GUEST);
  });

  it('[WEB-02] a token that names nobody is nobody: such a session is not kept', () => {
    for (const token of ['abc', 'a.b.c', '..', `x.${btoa('{"sub":7}')}.y`, `x.${btoa('null')}.y`]) {
      expect(identityOf(token)).toBeNull();
    }
  });

  it('[WEB-02] looking for one identity destroys what is kept of another', () => {
    const environment = fakeEnvironment();
    const book = createSessionBook(BASE, environment);
    book.keep(session('customer:lin'));
    expect(book.open('customer:lin')?.token).toBe('t');
    expect(book.open('customer:zhou')).toBeNull();
    expect([...environment.local.held]).toEqual([]);
    book.keep(session(GUEST));
    expect(book.open(null)).toBeNull();
    expect([...environment.local.held]).toEqual([]);
  });

  it('[WEB-02] neither an expired session nor one that cannot be read is taken up', () => {
    const environment = fakeEnvironment();
    const book = createSessionBook(BASE, environment);
    book.keep({ ...session(GUEST), expiresAt: '2020-01-01T00:00:00.000Z' });
    expect(book.open(GUEST)).toBeNull();
    for (const text of ['{', 'null', '[]', '{"token":1}']) {
      environment.local.set(book.key, text);
      expect(book.open(GUEST)).toBeNull();
    }
  });

  it('[WEB-02] the clerks of two hosts on one page keep apart', () => {
    const environment = fakeEnvironment();
    createSessionBook(BASE, environment).keep(session(GUEST));
    expect(createSessionBook('https://other.example/', environment).open(GUEST)).toBeNull();
    expect(createSessionBook(BASE, environment).open(GUEST)).not.toBeNull();
  });
});
