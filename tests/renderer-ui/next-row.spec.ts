import { describe, expect, it } from '@jest/globals';
import { compileForm } from '#engine';
import { rowChoiceOf } from '../../renderer-ui/src/form/hints-of.js';
import { mostRows, nextRow } from '../../renderer-ui/src/form/theme/next-row.js';
import { readFolder } from '../../src/procedures/read-folder.js';

const folder = await readFolder('procedures/jitan-9');

/** The repeat 「もとにする年の売上高」 with the choice of its rows, when these are the months. */
function baseRows(months: string) {
  const compiled = compileForm({ ...folder, 'tables/months.csv': `id,title\n${months}` });
  const rows = compiled.ok ? compiled.form.fields.get('sales.base_rows') : undefined;
  if (!compiled.ok || !rows) throw new Error(JSON.stringify(compiled));
  return { rows, choice: rowChoiceOf(compiled.form, rows) };
}

describe('a repeat with one row for each month', () => {
  it('of one month offers one row, with its month filled in', () => {
    const { rows, choice } = baseRows('10,10月\n');
    expect(mostRows(rows, choice)).toBe(1);
    expect(nextRow(choice, [])).toEqual({ month: '10' });
  });

  it('of three months leaves the choice open until one is left', () => {
    const { rows, choice } = baseRows('06,6月\n07,7月\n08,8月\n');
    expect(mostRows(rows, choice)).toBe(3);
    expect(nextRow(choice, [{ month: '07' }])).toEqual({});
    expect(nextRow(choice, [{ month: '07' }, { month: '06', amount: 1 }])).toEqual({ month: '08' });
  });

  it('of four months has no more rows than the form takes', () => {
    const { rows, choice } = baseRows('06,6月\n07,7月\n08,8月\n09,9月\n');
    expect(mostRows(rows, choice)).toBe(3);
  });
});

it('any other repeat has empty rows, as many as the form takes', () => {
  const { rows } = baseRows('10,10月\n');
  expect([mostRows(rows, null), nextRow(null, [])]).toEqual([3, {}]);
});
