const INITIAL = '(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])?';
const FINAL =
  '(?:iang|iong|uang|ueng|ang|eng|ing|ong|ian|iao|uai|uan|van|ai|ei|ao|ou|an|en|in|un|vn|ia|ie|iu|ua|ue|ui|uo|ve|er|a|o|e|i|u|v)';
const SYLLABLES = new RegExp(`^(?:${INITIAL}${FINAL}){1,6}$`);

/** English words that also read as pinyin; they say nothing either way. */
const ENGLISH_TOO = new Set(
  `a an can fan he hen her long man me men mine pan pen she shoe so song to tie tan tea use we you due die do go no hi pa ma ban bang bin bean gun hang sang
  one are more same sale size wine line like take home have here were there same came come some fee bee see loose house mouse note rice wide side bike make
  these those case base nice price like late rate date made hope wear unsure lie ha la hei ou lane lime mine fine dine dare care rare pure cure sure tube cube
  nu rude huge page cage wage tune june wipe pipe type site bite white shine shape share shade chain china chair change change mean lean loan moan main gain`.split(
    /\s+/,
  ),
);

/** Chinese typed in Latin letters: 「kuaidi dao na le」. Every word must read as pinyin and at least one must not be English. */
export function looksLikePinyin(words: readonly string[]): boolean {
  if (words.length === 0 || !words.every((word) => SYLLABLES.test(word))) return false;
  const telling = words.filter((word) => !ENGLISH_TOO.has(word));
  if (words.length === 1)
    return (
      telling.length === 1 &&
      /^(?:[bpmfdtnlgkhjqxrzcsywv]h?[a-z]{1,4}){2,}$/.test(words[0] ?? '') &&
      (words[0] ?? '').length >= 5
    );
  return telling.length >= 2 || telling.length / words.length > 0.5;
}
