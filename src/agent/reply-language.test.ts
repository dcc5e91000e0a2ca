import { describe, expect, it } from 'vitest';
import { replyLanguage } from './reply-language.ts';

const unsure = { intents: [{ name: 'find_product', probability: 0.3 }] };
const sure = { intents: [{ name: 'return_items', probability: 0.9 }] };

describe('the language of a reply', () => {
  it.each(['asdfgh', ' qwertyuiop!! ', 'Nike', 'zzz…'])(
    '[TURN-6] %j, which means nothing, leaves a Chinese conversation Chinese',
    (text) => {
      expect(replyLanguage(text, unsure, 'zh')).toBe('zh');
      expect(replyLanguage(text, { intents: [] }, 'zh')).toBe('zh');
    },
  );

  it('[TURN-6] a lone word that is understood, and a sentence, say which language it is', () => {
    expect(replyLanguage('refund', sure, 'zh')).toBe('en');
    expect(replyLanguage('my cat ate it', unsure, 'zh')).toBe('en');
    expect(replyLanguage('退货', sure, 'en')).toBe('zh');
  });

  it('[TURN-6] a first message has nothing before it, and a number nothing of its own', () => {
    expect(replyLanguage('asdfgh', unsure, null)).toBe('en');
    expect(replyLanguage('42', unsure, null)).toBeNull();
    expect(replyLanguage('42', unsure, 'en')).toBe('en');
  });
});
