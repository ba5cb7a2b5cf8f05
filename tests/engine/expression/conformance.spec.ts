import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { runFeelCases } from '../../../src/cli/feel-cases.js';

const CASES = resolve(process.cwd(), '../shared/feel-tck/cases.json');

/** Lowest numbers that may be checked in; raise them, never lower them. */
const FLOOR = { plain: 928, typed: 921 };

describe('FEEL conformance (DMN Technology Compatibility Kit)', () => {
  if (!existsSync(CASES)) {
    it.skip('is measured where ../shared/feel-tck/cases.json is present', () => undefined);
    return;
  }
  const cases = readFileSync(CASES, 'utf8');

  it('holds as many cases as the last time, types left to run time', () => {
    const { held, total, perSuite, missed } = runFeelCases(cases);
    const lines = Object.entries(perSuite).map(([suite, { held: h, total: t }]) => `${suite} ${h}/${t}`);
    process.stdout.write(`${lines.join('\n')}\nheld ${held} of ${total}\n${missed.join('\n')}\n`);
    expect(held).toBeGreaterThanOrEqual(FLOOR.plain);
  });

  it('holds as many cases as the last time, types checked first as for a procedure', () => {
    const { held, total, missed } = runFeelCases(cases, true);
    process.stdout.write(`held ${held} of ${total} with types checked\n${missed.join('\n')}\n`);
    expect(held).toBeGreaterThanOrEqual(FLOOR.typed);
  });
});

describe('a file of cases', () => {
  it('is a list of expressions, each with what it must give', () => {
    const file = JSON.stringify([
      {
        suite: 'sum',
        id: '1',
        expression: '0.1 + 0.2',
        context: {},
        expected: { type: 'decimal', value: '0.3' },
      },
      {
        suite: 'rows',
        id: '2',
        expression: 'sum(rows.amount)',
        context: {
          rows: {
            type: 'list',
            value: [
              { type: 'context', value: { amount: { type: 'decimal', value: '12345678901234567890.5' } } },
            ],
          },
        },
        expected: { type: 'decimal', value: '12345678901234567890.5' },
      },
      { suite: 'rows', id: '3', expression: '1 + 1', context: {}, expected: { type: 'decimal', value: '3' } },
      {
        suite: 'rows',
        id: '4',
        expression: 'd + duration("P1D")',
        context: { d: { type: 'date', value: '2021-12-31' } },
        expected: { type: 'date', value: '2022-01-01' },
      },
    ]);
    expect(runFeelCases(file)).toEqual({
      held: 3,
      total: 4,
      perSuite: { sum: { held: 1, total: 1 }, rows: { held: 2, total: 3 } },
      missed: ['3 1 + 1 → 2, not "3"'],
    });
  });

  it('that is no list, or has a case without an expression, is refused', () => {
    expect(() => runFeelCases('{}')).toThrow('must be a JSON array');
    expect(() => runFeelCases('[{"id": "1"}]')).toThrow('Case 1');
  });
});
