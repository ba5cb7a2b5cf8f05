import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { runConformanceCases, type ConformanceCase } from './conformance.js';

const CASES = resolve(process.cwd(), '../shared/feel-tck/cases.json');

/** Lowest numbers that may be checked in; raise them, never lower them. */
const FLOOR = { plain: 926, typed: 920 };

describe('FEEL conformance (DMN Technology Compatibility Kit)', () => {
  if (!existsSync(CASES)) {
    it.skip('is measured where ../shared/feel-tck/cases.json is present', () => undefined);
    return;
  }
  const cases = JSON.parse(readFileSync(CASES, 'utf8')) as ConformanceCase[];

  it('holds as many cases as the last time, types left to run time', () => {
    const { held, perSuite, missed } = runConformanceCases(cases, { checkTypes: false });
    const lines = Object.entries(perSuite).map(([suite, { held: h, total }]) => `${suite} ${h}/${total}`);
    process.stdout.write(`${lines.join('\n')}\nheld ${held} of ${cases.length}\n${missed.join('\n')}\n`);
    expect(held).toBeGreaterThanOrEqual(FLOOR.plain);
  });

  it('holds as many cases as the last time, types checked first as for a procedure', () => {
    const { held, missed } = runConformanceCases(cases, { checkTypes: true });
    process.stdout.write(`held ${held} of ${cases.length} with types checked\n${missed.join('\n')}\n`);
    expect(held).toBeGreaterThanOrEqual(FLOOR.typed);
  });
});
