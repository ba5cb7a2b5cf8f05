import { join } from 'node:path';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { compileProcedure, type PageValidators, type Procedure, readExample, runExample } from '#engine';
import {
  daysLater,
  exampleOf,
  live,
  peopleOf,
  type Person,
  type Recording,
  recordingOf,
  skipTo,
  withDoing,
  withoutLast,
} from '../../builder-ui/src/rehearsal/rehearsal.js';
import { buildPageValidators } from '../../src/procedures/page-validators.js';
import { readFolder } from '../../src/procedures/read-folder.js';

let procedure: Procedure;
let validators: PageValidators;
let begun: Recording;
let reviewer: Person;
let approver: Person;

beforeAll(async () => {
  const files = await readFolder(join('src', 'cli', 'new', 'start'));
  const compiled = compileProcedure(files);
  if (!compiled.ok) throw new Error('the start has problems');
  ({ procedure } = compiled);
  validators = buildPageValidators(procedure.form).functions;
  const granted = recordingOf(files['examples/01-granted.json'] ?? '');
  if (!granted) throw new Error('no example');
  begun = { ...granted, steps: [] };
  const people = peopleOf(procedure);
  reviewer = people.find(({ role }) => role === 'reviewer') as Person;
  approver = people.find(({ role }) => role === 'approver') as Person;
});

describe('a rehearsal', () => {
  it('lets the applicant arrive, officials act, and mails and notices fall into the tray', () => {
    const passed = withDoing(
      begun,
      { kind: 'official', person: reviewer, action: 'recommend' },
      daysLater(begun.now, 1),
    );
    const decided = withDoing(
      passed,
      { kind: 'official', person: approver, action: 'approve' },
      daysLater(begun.now, 2),
    );
    const lived = live(procedure, decided, validators);
    expect([lived.state?.stage, lived.refused, lived.stopped]).toEqual(['granted', null, null]);
    expect(lived.letters.map(({ kind, template }) => `${kind} ${template}`)).toEqual([
      'message received',
      'notice arrival-receipt',
      'message granted',
      'notice grant-decision',
    ]);
    expect(live(procedure, withoutLast(decided), validators).state?.stage).toBe('decision');
  });

  it('says why somebody may not, and nothing moves', () => {
    const tried = withDoing(
      begun,
      { kind: 'official', person: approver, action: 'recommend' },
      daysLater(begun.now, 1),
    );
    const lived = live(procedure, tried, validators);
    expect([lived.state?.stage, lived.refused]).toEqual(['review', 'role-missing']);
  });

  it('says what is wrong with the answers before anything arrives', () => {
    const lived = live(procedure, { ...begun, answers: {} }, validators);
    expect(lived.state).toBeNull();
    expect(lived.problems.length).toBeGreaterThan(0);
  });

  it('is kept as an example that holds', () => {
    const asked = withDoing(
      begun,
      {
        kind: 'official',
        person: reviewer,
        action: 'ask_correction',
        targets: [{ path: '/plan/place', comment: '番地まで書いてください。' }],
      },
      daysLater(begun.now, 1),
    );
    const answered = withDoing(
      asked,
      { kind: 'applicant', action: 'resubmit', answers: { plan: { place: 'みどり町1-2-3' } } },
      daysLater(begun.now, 3),
    );
    const text = JSON.stringify(exampleOf(answered, live(procedure, answered, validators)));
    const { example } = readExample('examples/recorded.json', text);
    if (!example) throw new Error('unreadable');
    expect(example.steps.map(({ expect: expected }) => expected.stage)).toEqual(['correction', 'review']);
    expect(runExample(procedure, example, validators)).toEqual([]);
  });

  it('changes an amount, is put aside and gone on with, and is kept with both', async () => {
    const files = await readFolder(join('procedures', 'jitan-9'));
    const compiled = compileProcedure(files);
    if (!compiled.ok) throw new Error('problems');
    const checks = buildPageValidators(compiled.procedure.form).functions;
    const recorded = recordingOf(files['examples/22-amount-changed.json'] ?? '');
    const suzuki = peopleOf(compiled.procedure).find(({ role }) => role === 'reviewer_2');
    if (!recorded || !suzuki) throw new Error('no such example, or nobody for it');
    // Passed by the first reviewer; what the example tries after that is done here.
    const before = { ...recorded, steps: recorded.steps.slice(0, 1) };
    const { now } = recorded;
    const overridden = withDoing(
      before,
      {
        kind: 'override',
        person: suzuki,
        field: 'sales.payable',
        value: 1_632_000,
        reason: '売上の証拠による。',
        publicReason: '提出された売上台帳により計算しました。',
      },
      now,
    );
    const reviewOn = daysLater(now, 7).slice(0, 10);
    const held = withDoing(
      overridden,
      { kind: 'hold', person: suzuki, reviewOn, reason: '照会の回答を待つ。' },
      now,
    );
    const after = live(compiled.procedure, held, checks);
    expect(after.refused).toBeNull();
    expect(after.state?.hold).toMatchObject({ reviewOn, ownerId: suzuki.id });
    expect(after.state?.overrides).toMatchObject([{ value: 1_632_000 }]);
    const released = withDoing(held, { kind: 'hold', person: suzuki, reviewOn: null, reason: '' }, now);
    const lived = live(compiled.procedure, released, checks);
    expect([lived.refused, lived.state?.hold]).toEqual([null, null]);
    const { example, problems } = readExample(
      'examples/recorded.json',
      JSON.stringify(exampleOf(released, lived)),
    );
    expect(problems).toEqual([]);
    if (example) expect(runExample(compiled.procedure, example, checks)).toEqual([]);
  });

  it('lets timers fire as days go by', async () => {
    const files = await readFolder(join('procedures', 'gold-sticker'));
    const compiled = compileProcedure(files);
    if (!compiled.ok) throw new Error('problems');
    const checks = buildPageValidators(compiled.procedure.form).functions;
    const [file = ''] = Object.keys(files).filter(
      (one) => one.startsWith('examples/') && (files[one] ?? '').includes('"timer"'),
    );
    const recorded = recordingOf(files[file] ?? '');
    if (!recorded) throw new Error('no example with a timer');
    const at = recorded.steps.findIndex((step) => 'timer' in step);
    const before = { ...recorded, steps: recorded.steps.slice(0, at) };
    const now = recorded.steps[at]?.['now'];
    const skipped = skipTo(compiled.procedure, before, checks, daysLater(String(now), 0));
    expect(skipped.steps[at]).toEqual({ timer: recorded.steps[at]?.['timer'], now });
  });
});
