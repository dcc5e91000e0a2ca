import yauzl from 'yauzl';
import { decodeText } from '../../../platform/encoding/decode.ts';
import { oneLine } from '../parsing/one-line.ts';

const UTF8_FLAG = 0x800;
/** Info-ZIP's Unicode path, which tools add beside a name in another encoding. */
const UNICODE_PATH = 0x7075;

/**
 * The paths of entries, in their order. Windows in Chinese writes names in GBK and does not say so: what is not marked as UTF-8 is decoded together,
 * since one name is too short to tell.
 */
export function entryNames(entries: readonly yauzl.Entry[]): string[] {
  const unmarked = entries.filter((entry) => !isMarked(entry));
  const { encoding } = decodeText(Buffer.concat(unmarked.flatMap((entry) => [entry.fileNameRaw, NEWLINE])));
  return entries.map((entry) =>
    plainPath(
      isMarked(entry)
        ? yauzl.getFileNameLowLevel(entry.generalPurposeBitFlag, entry.fileNameRaw, entry.extraFields, false)
        : decodeText(entry.fileNameRaw, encoding).text,
    ),
  );
}

const NEWLINE = Buffer.from('\n');

function isMarked(entry: yauzl.Entry): boolean {
  return (entry.generalPurposeBitFlag & UTF8_FLAG) !== 0 || entry.extraFields.some(({ id }) => id === UNICODE_PATH);
}

/** Without what would lead elsewhere if anybody took it for a place on a disk: `../../etc/x` and `C:\x` become `etc/x` and `x`. */
export function plainPath(path: string): string {
  return path
    .replaceAll('\\', '/')
    .split('/')
    .map(oneLine)
    .filter((part) => part !== '' && part !== '.' && part !== '..' && !/^[a-z]:$/i.test(part))
    .join('/');
}
