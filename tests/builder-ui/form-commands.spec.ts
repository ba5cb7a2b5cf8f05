import { describe, expect, it } from '@jest/globals';
import { compileForm, outlineForm, type ProcedureFiles } from '#engine';
import { clipOf, readClip } from '../../builder-ui/src/form/clipboard.js';
import * as commands from '../../builder-ui/src/form/commands.js';
import { PALETTE } from '../../builder-ui/src/form/palette.js';
import { fieldAt } from '../../builder-ui/src/form/use-outline.js';
import { performAll } from '../../builder-ui/src/workspace/perform-all.js';
import { readFolder } from '../../src/procedures/read-folder.js';

const start = await readFolder('src/cli/new/start');
const outline = outlineForm(start) ?? [];

function after(command: commands.Command | null, files: ProcedureFiles = start): ProcedureFiles {
  if (!command) throw new Error('There is nothing to do.');
  const done = performAll(files, command.operations);
  if (!done.ok) throw new Error(JSON.stringify(done.problems));
  return done.files;
}
const names = (files: ProcedureFiles, page: string): readonly string[] =>
  fieldAt(outlineForm(files) ?? [], page)?.fields.map(({ name }) => name) ?? [];

describe('what an author does to questions', () => {
  it('moves several that stand together by one place', () => {
    const up = commands.moveBy(outline, ['applicant.rep_name', 'applicant.rep_kana'], 'up');
    expect(names(after(up), 'applicant').slice(0, 4)).toEqual(['name', 'rep_name', 'rep_kana', 'name_kana']);
    const down = commands.moveBy(outline, ['applicant.name', 'applicant.name_kana'], 'down');
    expect(names(after(down), 'applicant').slice(0, 3)).toEqual(['rep_name', 'name', 'name_kana']);
    expect(commands.moveBy(outline, ['applicant.name'], 'up')).toBeNull();
  });

  it('takes a question to another page, and it is chosen there', () => {
    const command = commands.moveTo(outline, ['applicant.tel'], { to: 'plan', before: 'place' });
    expect(command?.selected).toEqual(['plan.tel']);
    const files = after(command);
    expect(names(files, 'plan').slice(0, 3)).toEqual(['kind', 'tel', 'place']);
    expect(names(files, 'applicant')).not.toContain('tel');
  });

  it('never puts a page into a page, nor anything into itself', () => {
    expect(commands.moveTo(outline, ['applicant'], { to: 'plan', before: null })).toBeNull();
    expect(commands.moveTo(outline, ['applicant'], { to: 'applicant', before: null })).toBeNull();
  });

  it('removes what is chosen and goes on with what stands beside it', () => {
    const command = commands.remove(outline, ['applicant.rep_name', 'applicant.rep_kana']);
    expect(command.selected).toEqual(['applicant.postal']);
    expect(names(after(command), 'applicant')).toEqual(['name', 'name_kana', 'postal', 'address', 'tel']);
  });

  it('makes a second one under a name of its own', () => {
    expect(names(after(commands.duplicate(outline, ['applicant.tel'])), 'applicant').at(-1)).toBe('tel_2');
  });

  it('carries questions to another procedure as text, shared parts written out', async () => {
    const jitan = await readFolder('procedures/jitan-9');
    const from = outlineForm(jitan) ?? [];
    const chosen = commands.outermost(from, ['store', 'store.name', 'bank.account_no']);
    expect(chosen.map(({ path }) => path)).toEqual(['store', 'bank.account_no']);
    const clip = readClip(JSON.stringify(clipOf(chosen)));
    if (!clip) throw new Error('It cannot be read.');
    expect(JSON.stringify(clip)).not.toContain('$ref');
    const files = after(commands.paste(outline, 'applicant.tel', clip));
    expect((outlineForm(files) ?? []).map(({ name }) => name).slice(0, 2)).toEqual(['applicant', 'store']);
    expect(names(files, 'applicant')).toContain('account_no');
    expect(readClip('{"tetsuzuki":"questions","pages":[1],"fields":[]}')).toBeNull();
    expect(readClip('plain text')).toBeNull();
  });

  it.each(PALETTE.map(({ key, fields }) => [key, fields] as const))(
    'puts in %s so that the form compiles, twice over',
    (_key, fields) => {
      const spot = commands.spotAfter(outline, 'plan.kind') ?? { to: 'plan', before: null };
      const once = after(commands.addFields(outline, spot, fields));
      const twice = after(commands.addFields(outlineForm(once) ?? [], spot, fields), once);
      const compiled = compileForm(twice);
      expect(compiled.ok ? [] : compiled.problems).toEqual([]);
      expect(names(twice, 'plan')).toHaveLength(names(start, 'plan').length + 2 * fields.length);
    },
  );
});
