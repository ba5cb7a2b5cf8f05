import { describe, expect, it } from '@jest/globals';
import { linkForm, locate, type Problem, type ProcedureFiles } from '#engine';
import { checkDraft } from '../../builder-ui/src/problems/check-draft.js';
import { obviousCure } from '../../builder-ui/src/problems/obvious-cure.js';
import { addressOf } from '../../builder-ui/src/problems/problem-place.js';
import { readFolder } from '../../src/procedures/read-folder.js';

const jitan = await readFolder('procedures/jitan-9');
const edited = (file: string, before: string, after: string): ProcedureFiles => {
  const text = jitan[file] ?? '';
  expect(text).toContain(before);
  return { ...jitan, [file]: text.replace(before, after) };
};

describe('the compiler beside the builder', () => {
  it('finds nothing in what ships, and gives the form', async () => {
    const { problems, program, leftOut } = checkDraft(jitan);
    expect({ problems, leftOut }).toEqual({ problems: [], leftOut: [] });
    expect((await linkForm(program ?? never()))?.pages[0]?.name).toBe('category');
  });

  it('shows the form without the condition that is wrong, and says which', async () => {
    const { problems, program, leftOut } = checkDraft(
      edited('form.schema.json', 'bank.kind = \\"bank\\"', 'bank.knid = \\"bank\\"'),
    );
    expect(problems).toMatchObject([{ code: 'expression-unknown-field' }]);
    expect(leftOut).toEqual([
      expect.stringMatching(/^form\.schema\.json#\/properties\/bank\/.*\/x-askWhen$/),
    ]);
    expect((await linkForm(program ?? never()))?.fields.size).toBeGreaterThan(60);
  });

  it('has no form while the file cannot be read', () => {
    expect(checkDraft({ ...jitan, 'form.schema.json': '{' }).program).toBeNull();
  });
});

describe('a problem', () => {
  const only = (files: ProcedureFiles): Problem => checkDraft(files).problems[0] ?? never();

  it('leads to the question and the keyword it is about', () => {
    const files = edited('form.schema.json', 'bank.kind = \\"bank\\"', 'bank.knid = \\"bank\\"');
    expect(addressOf(files, only(files))).toMatch(/^form\?at=bank\.\w+&key=x-askWhen$/);
  });

  it('leads to the editor of its file, with its place', () => {
    expect(addressOf(jitan, { path: 'workflow.json#/stages/review/title' })).toBe(
      'workflow?at=workflow.json%23%2Fstages%2Freview%2Ftitle',
    );
    expect(addressOf(jitan, { path: 'tables/cities.csv#3' })).toBe('tables?at=tables%2Fcities.csv%233');
    expect(addressOf(jitan, { path: 'procedure.json#/title' })).toBe('basics?at=procedure.json%23%2Ftitle');
  });

  it('of one letter offers the word that is meant, and with it the file is as it was', () => {
    const files = edited('form.schema.json', 'bank.kind = \\"bank\\"', 'bank.kimd = \\"bank\\"');
    const problem = only(files);
    expect(locate(files, problem)).toMatchObject({ file: 'form.schema.json' });
    const cure = obviousCure(files, problem, 'ja') ?? never();
    expect(cure.words).toBe('「kind」に直す');
    const set: ProcedureFiles[] = [];
    cure.mend({
      setTexts: (texts: ProcedureFiles) => set.push({ ...files, ...texts }),
    } as unknown as Parameters<typeof cure.mend>[0]);
    expect(set).toEqual([jitan]);
  });
});

function never(): never {
  throw new Error('There is none.');
}
