import type { ReadProblem, ReadProblemCode } from './documents.ts';

function problem(code: ReadProblemCode, key: string, zh: string, en: string): ReadProblem {
  return { key, code, detail: { zh, en } };
}

const megabytes = (bytes: number) =>
  bytes < 1024 * 1024 ? `${Math.ceil(bytes / 1024)} KB` : `${Math.ceil(bytes / (1024 * 1024))} MB`;
const count = (figure: number) => figure.toLocaleString('en-US');

/** Every refusal in the words that the shop's people read. */
export const problems = {
  fileTooLarge: (key: string, bytes: number | null, limit: number) =>
    problem(
      'too-large',
      key,
      `文件${bytes === null ? '' : `有 ${megabytes(bytes)}，`}超过了 ${megabytes(limit)} 的上限，没有读取。请拆成几个小文件。`,
      `The file ${bytes === null ? 'is' : `has ${megabytes(bytes)},`} more than the ${megabytes(limit)} allowed, and was not read. Split it into smaller files.`,
    ),
  textTooLong: (key: string, characters: number, limit: number) =>
    problem(
      'too-large',
      key,
      `文字有 ${count(characters)} 个字符，超过了 ${count(limit)} 的上限。请拆成几篇。`,
      `The text has ${count(characters)} characters, more than the ${count(limit)} allowed. Split it into several.`,
    ),
  tooManyRows: (key: string, rows: number, limit: number) =>
    problem(
      'too-large',
      key,
      `表里有 ${count(rows)} 行，超过了 ${count(limit)} 行的上限。请拆成几个文件。`,
      `The sheet has ${count(rows)} rows, more than the ${count(limit)} allowed. Split it into several files.`,
    ),
  tooManyPages: (key: string, pages: number, limit: number) =>
    problem(
      'too-large',
      key,
      `PDF 有 ${count(pages)} 页，超过了 ${count(limit)} 页的上限。请拆成几个文件。`,
      `The PDF has ${count(pages)} pages, more than the ${count(limit)} allowed. Split it into several files.`,
    ),
  tooManyEntries: (key: string, entries: number, limit: number) =>
    problem(
      'too-large',
      key,
      `压缩包里有 ${count(entries)} 个文件，超过了 ${count(limit)} 个的上限，整个没有读取。请分成几个压缩包。`,
      `The archive holds ${count(entries)} files, more than the ${count(limit)} allowed; none was read. Make several archives.`,
    ),
  unpacksTooLarge: (key: string, limit: number) =>
    problem(
      'archive-bomb',
      key,
      `解压后会超过 ${megabytes(limit)}，没有读取。`,
      `Unpacked it is more than ${megabytes(limit)}; it was not read.`,
    ),
  packedTooTight: (key: string, limit: number) =>
    problem(
      'archive-bomb',
      key,
      `解压后会变大 ${count(limit)} 倍以上，正常的文件不会这样，没有读取。`,
      `Unpacked it is more than ${count(limit)} times larger, which no ordinary file is; it was not read.`,
    ),
  nestedArchive: (key: string) =>
    problem(
      'nested-archive',
      key,
      '压缩包里还有压缩包，里层没有读取。请把里面的文件直接放进来。',
      'An archive inside the archive was not read. Put its files in directly.',
    ),
  tooSlow: (key: string, ms: number) =>
    problem(
      'too-slow',
      key,
      `读了 ${Math.ceil(ms / 1000)} 秒还没读完，已停止。请拆小或另存后再试。`,
      `It was not read within ${Math.ceil(ms / 1000)} seconds and was given up. Split it, or save it anew and try again.`,
    ),
  tooHeavy: (key: string, limit: number) =>
    problem(
      'too-slow',
      key,
      `读取时用的内存超过了 ${limit} MB，已停止。请拆小后再试。`,
      `Reading it takes more than ${limit} MB of memory and was given up. Split it and try again.`,
    ),
  interrupted: (key: string) =>
    problem(
      'interrupted',
      key,
      '没有读成：读取没能开始，或者中途停了，不一定是文件的问题。请稍后再试。',
      'It was not read: reading could not begin or was broken off, which need not be the fault of the file. Try again later.',
    ),
  password: (key: string) =>
    problem(
      'password',
      key,
      '文件有密码，打不开。请去掉密码后再上传。',
      'The file is protected by a password. Remove the password and upload it again.',
    ),
  noText: (key: string, pages: number) =>
    problem(
      'no-text',
      key,
      `共 ${count(pages)} 页都没有文字，应该是扫描件或图片。请换成带文字的版本，或先做文字识别。`,
      `None of the ${count(pages)} pages holds text: it seems to be scanned. Use a version with text, or run text recognition first.`,
    ),
  pagesWithoutText: (key: string, pages: readonly number[]) =>
    problem(
      'no-text',
      key,
      `第 ${pages.join('、')} 页只有图片，没有文字，这几页没有读到；其余的已读取。`,
      `Page ${pages.join(', ')}: only a picture and no text, so not read. The other pages were.`,
    ),
  empty: (key: string) => problem('empty', key, '里面没有文字。', 'There is no text in it.'),
  broken: (key: string) =>
    problem(
      'broken',
      key,
      '文件已损坏，或者不是它的后缀所说的类型，读不了。请重新另存后再上传。',
      'The file is damaged, or not what its ending says, and cannot be read. Save it anew and upload it again.',
    ),
  unreadableText: (key: string) =>
    problem(
      'encoding',
      key,
      '文字是乱码，看不出是什么编码。请另存为 UTF-8 再上传。',
      'The text is garbled: its encoding is not known. Save it as UTF-8 and upload it again.',
    ),
  unreadableCharacters: (key: string, characters: number) =>
    problem(
      'encoding',
      key,
      `有 ${count(characters)} 个字符是乱码，已去掉；其余的已读取。`,
      `${count(characters)} characters could not be read and were left out; the rest was read.`,
    ),
  unknownType: (key: string) =>
    problem(
      'unknown-type',
      key,
      '不支持这种文件。可以用 Markdown、TXT、HTML、PDF、DOCX、XLSX、CSV，或者装着这些文件的 ZIP。',
      'This kind of file is not supported. Use Markdown, TXT, HTML, PDF, DOCX, XLSX, CSV, or a ZIP of these.',
    ),
  oldOffice: (key: string) =>
    problem(
      'unknown-type',
      key,
      '这是旧版 Office 文件。请另存为 .docx 或 .xlsx 再上传。',
      'This is a file of an old Office. Save it as .docx or .xlsx and upload it again.',
    ),
  notReached: (key: string, why: { zh: string; en: string }) =>
    problem('not-reached', key, `网页打不开：${why.zh}。`, `The page could not be opened: ${why.en}.`),
  addressRefused: (key: string) =>
    problem(
      'address-refused',
      key,
      '这个地址不在公开的网络上，没有访问。',
      'This address is not on the public internet and was not visited.',
    ),
  otherSite: (key: string, origin: string) =>
    problem(
      'elsewhere',
      key,
      `网页在另一个网站（${origin}），没有读取。需要的话，请把这个网站也加进来。`,
      `The page is on another site (${origin}) and was not read. Name that site as well if it should be.`,
    ),
  sitemapPagesLeftOut: (key: string, limit: number) =>
    problem(
      'too-many',
      key,
      `网页超过 ${count(limit)} 个，只读取了前 ${count(limit)} 个。`,
      `There are more than ${count(limit)} pages; only the first ${count(limit)} were read.`,
    ),
  sitemapsLeftOut: (key: string, limit: number) =>
    problem(
      'too-many',
      key,
      `站点地图超过 ${count(limit)} 份，只读取了前 ${count(limit)} 份。`,
      `There are more than ${count(limit)} sitemaps; only the first ${count(limit)} were read.`,
    ),
  sitemapLoop: (key: string) =>
    problem(
      'repeated',
      key,
      '站点地图又指回了已经读过的一份，没有再读。',
      'The sitemap leads back to one that was read already; it was not read again.',
    ),
  noSitemap: (key: string) =>
    problem('broken', key, '这个地址上的不是站点地图。', 'What is at this address is not a sitemap.'),
  sameFile: (key: string, other: string) =>
    problem(
      'repeated',
      key,
      `和「${other}」完全一样，没有重复读取。`,
      `The same as “${other}”, byte for byte; not read twice.`,
    ),
  samePage: (key: string, other: string) =>
    problem(
      'repeated',
      key,
      `这个地址会转到「${other}」，没有重复读取。`,
      `This address leads to “${other}”, which is read itself.`,
    ),
  sameName: (key: string) =>
    problem(
      'repeated',
      key,
      '压缩包里有两个同名文件，只读取了第一个。',
      'The archive holds two files of this name; only the first was read.',
    ),
} as const;
