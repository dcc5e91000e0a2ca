import { describe, expect, it } from 'vitest';
import { LANGUAGE_ROOMS } from './language-rooms.ts';
import { isTest, sources } from './sources.ts';

const HOME = 'src/language/';
const code = sources(`${HOME}**/*.ts`).filter(({ path }) => !isTest(path));
const inner = (path: string) => path.slice(HOME.length);
const roomOf = (path: string) => (inner(path).includes('/') ? (inner(path).split('/')[0] ?? '') : '.');

function allowed(room: string, target: string, typeOnly: boolean): boolean {
  const rules = LANGUAGE_ROOMS[room] ?? [];
  return (
    roomOf(target) === room || rules.includes(roomOf(target)) || (typeOnly && rules.includes(`type ${inner(target)}`))
  );
}

describe('the rooms of src/language', () => {
  it('[OPS-10] none imports what the table does not allow it', () => {
    const broken = code.flatMap(({ path, imports }) =>
      imports
        .filter(({ target, typeOnly }) => target.startsWith(HOME) && !allowed(roomOf(path), target, typeOnly))
        .map(({ target }) => `${path} → ${target}`),
    );
    expect(broken).toEqual([]);
  });

  it('[OPS-10] each is in the table, and names only rooms above it', () => {
    const order = Object.keys(LANGUAGE_ROOMS);
    expect([...new Set(code.map(({ path }) => roomOf(path)))].sort()).toEqual([...order].sort());
    const upwards = Object.entries(LANGUAGE_ROOMS).flatMap(([room, rules]) =>
      rules
        .filter((rule) => !rule.startsWith('type ') && order.indexOf(rule) >= order.indexOf(room))
        .map((rule) => `${room} → ${rule}`),
    );
    expect(upwards).toEqual([]);
  });
});
