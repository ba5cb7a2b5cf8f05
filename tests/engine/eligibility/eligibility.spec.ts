import { describe, expect, it } from '@jest/globals';
import { describeProblem, judgeEligibility, type Problem, readEligibilityAnswers } from '#engine';
import { readEligibility } from '../../../src/engine/eligibility/read-eligibility.js';

const CAFE = {
  questions: [
    { id: 'dining', title: '店内で飲食を提供していますか', kind: 'yes-no' },
    {
      id: 'close',
      title: '閉店時刻',
      kind: 'choice',
      askWhen: 'dining = true',
      choices: [
        { value: 'late', title: '20時より遅い' },
        { value: 'early', title: '20時まで' },
      ],
    },
    { id: 'seats', title: '席の数', kind: 'number', unit: '席' },
    { id: 'permit_until', title: '許可の期限', kind: 'date' },
  ],
  reasons: [
    { id: 'takeout', when: 'dining = false', text: '店内で飲食を提供する店が対象です。', criterion: 'area' },
    { id: 'permit', when: 'permit_until < today', text: '許可の期限が切れています。' },
  ],
  needs: [
    { id: 'papers', text: '営業許可証' },
    { id: 'plan', when: 'seats >= 50 or close = "late"', text: '見取図' },
  ],
  examples: [
    {
      title: '小さな店',
      now: '2021-11-05T10:00:00+09:00',
      answers: { dining: true },
      expect: { verdict: 'open', reasons: [] },
    },
  ],
};

function read(file: unknown) {
  const problems: Problem[] = [];
  const eligibility = readEligibility({ 'eligibility.json': JSON.stringify(file) }, ['area'], problems);
  return { eligibility, problems: problems.map(({ path, code }) => `${path} ${code}`), found: problems };
}

function judge(given: Readonly<Record<string, string>>) {
  const { eligibility } = read(CAFE);
  if (!eligibility) throw new Error('The example does not compile.');
  const judged = judgeEligibility(eligibility, readEligibilityAnswers(eligibility, given), '2021-11-05');
  const ids = (list: readonly { readonly id: string }[]) => list.map(({ id }) => id);
  return { ...judged, reasons: ids(judged.reasons), needs: ids(judged.needs) };
}

describe('a check of eligibility', () => {
  it('says what is still open, and asks only what follows from the answers', () => {
    expect(judge({})).toEqual({
      verdict: 'open',
      asked: ['dining', 'seats', 'permit_until'],
      open: ['dining', 'seats', 'permit_until'],
      reasons: [],
      needs: ['papers'],
    });
    expect(judge({ dining: 'yes' }).asked).toEqual(['dining', 'close', 'seats', 'permit_until']);
  });

  it('is likely once everything asked is answered and nothing speaks against it', () => {
    const answers = { dining: 'yes', close: 'early', seats: '12', permit_until: '2021-11-05' };
    expect(judge(answers)).toMatchObject({ verdict: 'likely', open: [], needs: ['papers'] });
    expect(judge({ ...answers, close: 'late' })).toMatchObject({ needs: ['papers', 'plan'] });
  });

  it('is unlikely with one reason, whatever is still open', () => {
    expect(judge({ dining: 'no' })).toMatchObject({ verdict: 'unlikely', reasons: ['takeout'] });
    expect(judge({ permit_until: '2021-11-04' })).toMatchObject({ verdict: 'unlikely', reasons: ['permit'] });
  });

  it('forgets what is no longer asked', () => {
    expect(judge({ dining: 'no', close: 'late' }).needs).toEqual(['papers']);
  });

  it('reads numbers as people type them, and leaves out what is no answer', () => {
    expect(judge({ seats: '１，２００' }).needs).toEqual(['papers', 'plan']);
    const nonsense = {
      dining: 'maybe',
      close: 'noon',
      seats: 'many',
      permit_until: '2021-02-30',
      other: 'x',
    };
    expect(judge(nonsense).open).toEqual(['dining', 'seats', 'permit_until']);
    expect(judge({ seats: '50', constructor: 'x', __proto__: 'y' }).open).toEqual(['dining', 'permit_until']);
  });
});

const { questions, reasons, examples } = CAFE;
const [dining, close] = questions;

describe('what is wrong with the file is said at its place', () => {
  it.each<readonly [string, object, readonly string[]]>([
    ['nothing', {}, []],
    [
      'no questions',
      { questions: [], reasons: [{ id: 'a', when: 'true', text: '…' }], needs: [], examples: [] },
      ['# missing-key'],
    ],
    ['no reasons', { reasons: [] }, ['# missing-key']],
    ['a key misspelt', { reason: [] }, ['#/reason unknown-key']],
    [
      'a name that a condition does not know',
      { reasons: [{ id: 'a', when: 'dinning = false', text: '…' }] },
      ['#/reasons/0/when expression-unknown-name'],
    ],
    [
      'a choice that there is not',
      { reasons: [{ id: 'a', when: 'close = "noon"', text: '…' }] },
      ['#/reasons/0/when expression-unknown-option'],
    ],
    [
      'a number compared with a text',
      { reasons: [{ id: 'a', when: 'seats > "10"', text: '…' }] },
      ['#/reasons/0/when expression-unlike-types'],
    ],
    [
      'a condition that is no condition',
      { reasons: [{ id: 'a', when: 'seats + 1', text: '…' }] },
      ['#/reasons/0/when expression-wrong-result'],
    ],
    [
      'a condition on a question that comes later',
      { questions: [{ ...dining, askWhen: 'close = "late"' }, close, ...questions.slice(2)] },
      ['#/questions/0/askWhen expression-unknown-name'],
    ],
    [
      'a criterion that there is not',
      { reasons: [{ ...reasons[0], criterion: 'are' }] },
      ['#/reasons/0/criterion criterion-unknown'],
    ],
    ['one id twice', { reasons: [reasons[0], reasons[0]] }, ['#/reasons/1 duplicate-id']],
    [
      'a choice without choices',
      { questions: [...questions.slice(0, 1), { ...close, choices: [] }, ...questions.slice(2)], needs: [] },
      ['#/questions/1 missing-key'],
    ],
    [
      'an id that is a word of the language',
      { questions: [...questions, { id: 'if', title: '…', kind: 'yes-no' }] },
      ['#/questions/4/id reserved-name'],
    ],
    [
      'an answer of an example that is none',
      { examples: [{ ...examples[0], answers: { close: 'noon', seats: 'many' } }] },
      ['#/examples/0/answers/close unknown-choice', '#/examples/0/answers/seats wrong-shape'],
    ],
    [
      'an example that expects a reason that there is not',
      { examples: [{ ...examples[0], expect: { verdict: 'unlikely', reasons: ['cold'] } }] },
      ['#/examples/0/expect/reasons unknown-choice'],
    ],
  ])('%s', (_name, change, expected) => {
    const { problems, found } = read({ ...CAFE, ...change });
    expect(problems).toEqual(expected.map((one) => `eligibility.json${one}`));
    for (const one of found) expect(describeProblem(one, null, 'ja')).not.toMatch(/\{\w+\}|undefined/);
  });
});
