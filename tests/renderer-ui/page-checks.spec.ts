import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { PageChecks } from '../../renderer-ui/src/form/validation/page-checks.js';

const onlyTrue = `
if (globalThis.lineIsAway) throw new Error('The line is away.');
export default (answers) => answers === true;`;
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tetsuzuki-checks-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function published(name: string): string {
  const path = join(folder, `${name}.mjs`);
  writeFileSync(path, onlyTrue);
  return path;
}

describe('the check of a page', () => {
  it('finds nothing before it is here, and decides from then on', async () => {
    const checks = new PageChecks({ applicant: published('a') });
    const { validators } = checks;
    expect([checks.isHere('applicant'), validators['applicant']?.(false)]).toEqual([false, true]);
    await checks.bring('applicant');
    expect([checks.isHere('applicant'), validators['applicant']?.(false)]).toEqual([true, false]);
  });

  it('comes once, and tells who waits for it', async () => {
    const checks = new PageChecks({ applicant: published('b'), store: published('c') });
    const told: boolean[][] = [];
    checks.onArrival(() => told.push([checks.isHere('applicant'), checks.isHere('store')]));
    await checks.bring('applicant');
    await checks.bringAll();
    expect(told).toEqual([
      [true, false],
      [true, true],
    ]);
  });

  it('holds nobody while it is not to be had, and comes when it is', async () => {
    const checks = new PageChecks({ applicant: published('d') });
    Object.assign(globalThis, { lineIsAway: true });
    await checks.bring('applicant');
    expect(checks.isHere('applicant')).toBe(false);
    Object.assign(globalThis, { lineIsAway: false });
    await checks.bring('applicant');
    expect(checks.isHere('applicant')).toBe(true);
  });
});
