import { describe, expect, it } from 'vitest';
import { DEFAULT_NAME, SHIPPED_NAMES, shippedPolicy, shippedYaml } from '../shipped.ts';
import { changedYaml } from '../testing/changed-policy.ts';
import { parsePolicy } from './parse.ts';
import { problemLine } from './problem.ts';

function problemsOf(yaml: string): string[] {
  const parsed = parsePolicy(yaml);
  return parsed.ok ? [] : parsed.problems.map((problem) => problemLine(problem, 'en'));
}

const changed = (...changes: [string, string][]) => problemsOf(changedYaml(...changes));
/** Line and column of a text in the default policy. */
function placeOf(text: string, yaml = shippedYaml(DEFAULT_NAME)): string {
  const before = yaml.slice(0, yaml.indexOf(text)).split('\n');
  return `${before.length}:${(before.at(-1) ?? '').length + 1}`;
}

const CANCEL = '{ when: { status: shipped }, then: refuse, rule: shipped, instead: return_items }';

describe('a policy file', () => {
  it('[POLICY-41] that is shipped reads without a problem, and the default is the file itself', () => {
    for (const name of SHIPPED_NAMES) expect([name, problemsOf(shippedYaml(name))]).toEqual([name, []]);
    expect(shippedPolicy(DEFAULT_NAME).version).toBe('china-7-days');
    expect(parsePolicy(shippedYaml('tau-retail'))).toMatchObject({
      policy: { cancelReasons: [{ id: 'no longer needed' }, { id: 'ordered by mistake' }], digest: /^[0-9a-f]{64}$/ },
    });
  });

  it('[POLICY-41] names line, column and the nearest known word of a typo in a key or a value', () => {
    const place = (text: string) => placeOf(text, shippedYaml(DEFAULT_NAME));
    expect(changed(['status: shipped', 'statu: shipped'])).toEqual([
      `${place('status: shipped')} “statu” is not known; did you mean “status”?`,
    ]);
    expect(changed(['status: shipped', 'status: shiped'])).toEqual([
      `${place('shipped }, then: refuse')} “shiped” is not known; did you mean “shipped”?`,
    ]);
    expect(changed(['then: refuse, rule: shipped', 'then: refused, rule: shipped'])[0]).toContain(
      'did you mean “refuse”',
    );
    expect(changed(['rule: shipped,', 'rule: shippped,'])[0]).toContain('did you mean “shipped”');
    expect(changed(['instead: return_items', 'instead: retrun_items'])[0]).toContain('did you mean “return_items”');
    expect(changed(['  refund-only:', '  refund_only:'])[0]).toContain('did you mean “refund-only”');
    expect(changed(['price-difference: person', 'price-difference: qqq'])[0]).toContain(
      'known are: person, named-method',
    );
    expect(changed(['refund-to:', 'refund-too:'])[0]).toContain('did you mean “refund-to”');
  });

  it('[POLICY-41] names the table, the rows and a situation of a gap and of an overlap, in both languages', () => {
    expect(changed([`    - ${CANCEL}\n`, ''])).toEqual([
      `${placeOf('cancel:\n')} The table “cancel” has a gap: no row covers status: shipped.`,
    ]);
    const doubled = changedYaml([CANCEL, `${CANCEL}\n    - ${CANCEL}`]);
    expect(problemsOf(doubled)).toEqual([
      `${placeOf(CANCEL).replace(/^\d+/, (line) => String(Number(line) + 1))} Rows 3 (line ${placeOf(CANCEL).split(':')[0]}, shipped) and 4 (shipped) of the table “cancel” overlap: status: shipped.`,
    ]);
    const parsed = parsePolicy(doubled);
    expect(!parsed.ok && parsed.problems[0]?.text.zh).toContain('第 3 行');
    expect(!parsed.ok && parsed.problems[0]?.text.zh).toContain('重叠');
  });

  it('[POLICY-41] tells of each wrong range, number, text, missing part and double key', () => {
    expect(changed(['days-since-delivery: within 7\n', 'days-since-delivery: 7 days\n'])[0]).toContain(
      '“7 days” is no range',
    );
    expect(changed(['days-since-delivery: within 7\n', 'days-since-delivery: within 7.5\n'])[0]).toContain(
      'whole days',
    );
    expect(changed(['days-since-delivery: within 7\n', 'days-since-delivery: after 9 within 7\n'])[0]).toContain(
      'no range',
    );
    expect(changed(['days-since-delivery: within 7\n', 'days-since-delivery: within 999999\n'])[0]).toContain(
      'at most 3660',
    );
    expect(changed(['send-back-within: 7', 'send-back-within: soon'])[0]).toContain('whole number from 1 to 365');
    expect(changed(['send-back-within: 7', 'send-back-within: 0'])[0]).toContain('whole number');
    expect(changed(['title: { zh: 七天无理由退货, en: Seven days to return }', 'title: { zh: 七天 }'])[0]).toContain(
      'lacks “en”',
    );
    expect(changed(['then: refuse, rule: shipped,', 'rule: shipped,'])[0]).toContain('lacks “then”');
    expect(changed(['version: china-7-days\n', 'version: a\nversion: b\n'])[0]).toContain('Not valid YAML');
    expect(changed(['{ from: 1, to: 3 }', '{ from: 3, to: 1 }'])[0]).toContain('cannot be more');
    expect(changed(['status: shipped }', 'status: [] }'])[0]).toContain('condition is empty');
    expect(changed(['rule: shipped,', 'rule: Zu spät, say: { zh: 晚了, en: Late },'])[0]).toContain(
      'cannot name a rule',
    );
    expect(problemsOf('')[0]).toContain('has to be a map');
    expect(problemsOf('[1, 2')[0]).toContain('Not valid YAML');
    expect(problemsOf('a: 1\n---\nb: 2')[0]).toContain('one policy');
    expect(problemsOf(`# ${'x'.repeat(300_000)}`)[0]).toContain('too large');
    expect(problemsOf('rules: &a\n  cancel: *a\n').length).toBeGreaterThan(0);
  });

  it('[POLICY-41] reports everything that is wrong at once, in the order of the file', () => {
    const found = changed(['refund-to: original', 'refund-to: nowhere'], ['status: shipped', 'status: gone']);
    expect(found).toHaveLength(2);
    expect(found[0]).toContain('nowhere');
  });
});
