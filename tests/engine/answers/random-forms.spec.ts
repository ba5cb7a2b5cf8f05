import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Answers } from '#engine';
import { evaluate, smallForm } from '../../support/small-procedure.js';
import { randomAnswers, randomForm } from './random-forms.js';

/** Pointers of every page, question, row and question of a row that the answers hold. */
function pointersOf(answers: Answers): readonly string[] {
  const membersOf = (value: unknown, at: string) =>
    typeof value === 'object' && value !== null
      ? Object.entries(value).map(([name, member]) => ({
          name,
          at: `${at}/${name}`,
          member: member as unknown,
        }))
      : [];
  const pages = membersOf(answers, '');
  const questions = pages.flatMap((page) => membersOf(page.member, page.at));
  const rows = questions
    .filter(({ name }) => name === 'rows')
    .flatMap((all) => membersOf(all.member, all.at));
  const cells = rows.flatMap((row) => membersOf(row.member, row.at)).filter(({ name }) => name !== '_id');
  return [...pages, ...questions, ...rows, ...cells].map(({ at }) => at);
}

describe('whatever is asked and whatever is answered', () => {
  it('nothing is kept that was not asked', () => {
    fc.assert(
      fc.property(randomForm, randomAnswers, (form, given) => {
        const { answers, asked, problems } = evaluate(smallForm(form), given);
        // Rows that are no list, or too many, are given back as they came, to be corrected.
        const odd = problems.filter(({ path }) => path.endsWith('/rows')).map(({ path }) => `${path}/`);
        for (const pointer of pointersOf(answers))
          expect(asked.has(pointer) || odd.some((path) => pointer.startsWith(path))).toBe(true);
      }),
      { numRuns: 120 },
    );
  });

  it('asking again about what was kept changes nothing', () => {
    fc.assert(
      fc.property(randomForm, randomAnswers, (form, given) => {
        const compiled = smallForm(form);
        const once = evaluate(compiled, given);
        const twice = evaluate(compiled, once.answers);
        expect(twice.answers).toEqual(once.answers);
        expect([...twice.asked]).toEqual([...once.asked]);
        // What nobody asked, and a text where a page or rows should be, is told once and not kept.
        const kept = once.problems.filter(
          ({ code, params }) =>
            code !== 'unknown-field' && !['object', 'array'].includes(String(params?.['type'])),
        );
        expect(twice.problems).toEqual(kept);
      }),
      { numRuns: 120 },
    );
  });

  it('the answers given are left as they were, and nothing reaches the prototype of all things', () => {
    fc.assert(
      fc.property(randomForm, randomAnswers, (form, given) => {
        const before = JSON.stringify(given);
        evaluate(smallForm(form), given);
        expect(JSON.stringify(given)).toBe(before);
        expect(({} as Record<string, unknown>)['q0']).toBeUndefined();
      }),
      { numRuns: 60 },
    );
  });
});
