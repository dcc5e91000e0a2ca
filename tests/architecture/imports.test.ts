import { describe, expect, it } from 'vitest';
import { ROOMS, SERVER_TYPES } from './rooms.ts';
import { isTest, sources } from './sources.ts';

const all = sources('src/**/*.ts');
const code = all.filter((source) => !isTest(source.path));
const roomOf = (path: string) => path.split('/')[1] ?? '';

function allowed(room: string, target: string, typeOnly: boolean): boolean {
  const inner = target.replace(/^src\//, '');
  const other = inner.split('/')[0] ?? '';
  if (other === room) return true;
  if (room === 'server' && typeOnly && SERVER_TYPES.includes(other)) return true;
  return (ROOMS[room] ?? []).some((rule) => {
    if (rule.startsWith('*/')) return inner === `${other}/${rule.slice(2)}`;
    return rule.includes('/') ? inner === rule : other === rule;
  });
}

describe('the import table', () => {
  it('[OPS-10] no room imports what ARCHITECTURE.md does not allow it', () => {
    const broken = code
      .filter(({ path }) => path.split('/').length > 2 && roomOf(path) !== 'cli')
      .flatMap(({ path, imports }) =>
        imports
          .filter(({ ours, target, typeOnly }) => ours && !allowed(roomOf(path), target, typeOnly))
          .map(({ target }) => `${path} → ${target}`),
      );
    expect(broken).toEqual([]);
  });

  it('[OPS-10] every room is in the table', () => {
    const rooms = new Set(code.filter(({ path }) => path.split('/').length > 2).map(({ path }) => roomOf(path)));
    rooms.delete('cli');
    expect([...rooms].filter((room) => !(room in ROOMS))).toEqual([]);
  });

  it('[OPS-10] the web imports types of src/core/wire.ts alone', () => {
    const broken = sources('web/**/*.{ts,tsx}').flatMap(({ path, imports }) =>
      imports
        .filter(
          ({ ours, target, typeOnly }) =>
            ours && !target.startsWith('web/') && !(typeOnly && target === 'src/core/wire.ts'),
        )
        .map(({ target }) => `${path} → ${target}`),
    );
    expect(broken).toEqual([]);
  });

  it('[OPS-11] there are no import cycles between files', () => {
    const edges = new Map(
      code.map(({ path, imports }) => [
        path,
        imports.filter(({ ours, typeOnly }) => ours && !typeOnly).map(({ target }) => target),
      ]),
    );
    const state = new Map<string, 'open' | 'done'>();
    const cycles: string[] = [];
    const visit = (path: string, trail: string[]) => {
      if (state.get(path) === 'done') return;
      if (state.get(path) === 'open') {
        cycles.push([...trail.slice(trail.indexOf(path)), path].join(' → '));
        return;
      }
      state.set(path, 'open');
      for (const next of edges.get(path) ?? []) visit(next, [...trail, path]);
      state.set(path, 'done');
    };
    for (const path of edges.keys()) visit(path, []);
    expect(cycles).toEqual([]);
  });
});
