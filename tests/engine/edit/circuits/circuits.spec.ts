import { describe, expect, it } from '@jest/globals';
import { CIRCUITS } from '../../../../src/engine/edit/circuits/circuits.js';
import { perform } from '../../../../src/engine/edit/operations/perform.js';
import { compileProcedure } from '../../../../src/engine/procedure/compile-procedure.js';
import type { ProcedureFiles } from '../../../../src/engine/procedure/procedure.js';
import { usualWay } from '../../../../src/engine/workflow/usual-way.js';

/** One question and nothing of a review. */
const almostNothing = (legalNature: string): ProcedureFiles => ({
  'procedure.json': JSON.stringify({
    id: 'blank',
    title: '新しい手続',
    summary: 'これから作ります。',
    kind: 'application',
    audience: ['individual'],
    category: 'くらし',
    department: '総務課',
    contact: { name: '総務課', phone: '06-0000-0000', mail: 'a@example.jp', hours: '平日' },
    legalNature,
    legalBasis: [{ title: '要綱', article: '第1条' }],
    acceptanceWindow: { opensAt: '2026-04-01T09:00:00+09:00', closesAt: '2027-01-29T17:30:00+09:00' },
    standardProcessingDays: 3,
    numbering: { prefix: '0100', documentSymbol: '総' },
    retentionYears: 5,
    signIn: 'account',
    subject: 'applicant.topic',
  }),
  'form.schema.json': JSON.stringify({
    type: 'object',
    properties: {
      applicant: {
        type: 'object',
        title: '申請者',
        properties: { topic: { type: 'string', title: '件名' } },
        required: ['topic'],
      },
    },
  }),
  'form.ui.json': '{}',
  'texts/en.json': JSON.stringify({
    新しい手続: 'New procedure',
    'これから作ります。': 'To be made.',
    くらし: 'Living',
    総務課: 'General affairs',
    平日: 'Weekdays',
    要綱: 'Rules',
    第1条: 'Article 1',
    申請者: 'Applicant',
    件名: 'Topic',
  }),
});

describe('a circuit put into a procedure that has none', () => {
  it.each(
    CIRCUITS.flatMap(({ id }) => ['disposition', 'contract_grant'].map((nature) => [id, nature] as const)),
  )('%s of a %s is complete: nothing is wrong and nothing is missing', (circuit, nature) => {
    const before = almostNothing(nature);
    const done = perform(before, { kind: 'put-circuit', circuit });
    if (!done.ok) throw new Error(JSON.stringify(done.problems));
    const compiled = compileProcedure(done.files);
    expect(compiled.ok ? compiled.warnings : compiled.problems).toEqual([]);
    if (!compiled.ok) return;
    const { workflow } = compiled.procedure;
    const way = usualWay(workflow, { stage: workflow.start, correction: null });
    expect(way?.length).toBeGreaterThan(0);
  });

  it('keeps the mails that somebody wrote', () => {
    const written = { ...almostNothing('service'), 'messages/received.md': 'own' };
    const done = perform(written, { kind: 'put-circuit', circuit: 'notification' });
    expect(done.ok && done.files['messages/received.md']).toBe('own');
  });

  it('is refused by a name that is none', () => {
    const done = perform(almostNothing('service'), { kind: 'put-circuit', circuit: 'magic' });
    expect(done.ok ? [] : done.problems.map(({ code }) => code)).toEqual(['name-unknown']);
  });
});
