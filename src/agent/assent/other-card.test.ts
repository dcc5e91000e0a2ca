import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isEchoingAssent } from './echoing.ts';
import { CARDS } from './testing/cards.ts';
import { DEEDS, SHOWINGS } from './testing/showings.ts';

describe('an assent to another card', () => {
  it.each(Object.entries(SHOWINGS))(
    '[ACT-145] that differs in %s redeems nothing',
    (_what, { values, card: make, says }) => {
      for (const meant of values) {
        for (const text of says(meant)) {
          const redeems = values.filter((shown) => isEchoingAssent(text, make(shown)));
          expect([text, redeems]).toEqual([text, [meant]]);
        }
      }
    },
  );

  it('[ACT-145] whatever else is added to an echo, it is none', () => {
    const added = fc.constantFrom(
      ...'but|not|no|only|just|instead|also|another|first|unless|if|wait|tomorrow|except|too|later|不|没|但是|不过|另外|还有|先|如果|只|别|也|再|吗|？|?|kettle 9|7'.split(
        '|',
      ),
    );
    const text = fc.constantFrom(...Object.values(DEEDS));
    fc.assert(
      fc.property(text, added, fc.boolean(), (assent, more, atEnd) => {
        const changed = atEnd ? `${assent} ${more}` : assent.replace(/[,，]/, `$& ${more} `);
        return Object.values(CARDS).every((each) => !isEchoingAssent(changed, each));
      }),
      { seed: 145, numRuns: 500 },
    );
  });

  it('[ACT-145] nothing that does not begin with a yes is one, whatever it says of the card', () => {
    const words = fc.array(
      fc.constantFrom('please', 'return', 'the', 'cabin', 'suitcase', '行李箱', '退', '吧', 'ok', 'my', 'great', '嗯'),
      {
        minLength: 2,
        maxLength: 8,
      },
    );
    fc.assert(
      fc.property(words, (said) => !isEchoingAssent(said.join(' '), CARDS.return)),
      { seed: 145 },
    );
  });

  it('[ACT-145] any text is read in time, and long ones are none', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 400 }), (text) => typeof isEchoingAssent(text, CARDS.exchange) === 'boolean'),
      { seed: 145 },
    );
    expect(isEchoingAssent(`yes ${'please '.repeat(80)}`, CARDS.return)).toBe(false);
  });
});
