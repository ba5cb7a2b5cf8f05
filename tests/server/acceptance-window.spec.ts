import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DraftView } from '../../src/drafts/draft.dto.js';
import type { ProcedureView } from '../../src/procedures/procedure.dto.js';
import { acceptanceState } from '../../src/procedures/acceptance-window.js';
import { fillJitanDraft } from './support/jitan-answers.js';
import { startTestApp, type TestApp } from './support/test-app.js';
import type { Visitor } from './support/visitor.js';

describe('the acceptance window', () => {
  const window = {
    opensAt: '2021-11-01T00:00:00+09:00',
    closesAt: '2021-12-13T23:59:59+09:00',
    graceMinutes: 0,
    everyYear: null,
  };

  it.each([
    ['2021-10-31T14:59:59.999Z', 'before'],
    ['2021-10-31T15:00:00.000Z', 'open'],
    ['2021-12-13T14:59:59.000Z', 'open'],
    ['2021-12-13T14:59:59.999Z', 'open'],
    ['2021-12-13T15:00:00.000Z', 'closed'],
  ])('at %s is %s', (now, state) => {
    expect(acceptanceState(window, new Date(now))).toBe(state);
  });
});

describe('a draft at the edge of the window', () => {
  let test: TestApp;
  let applicant: Visitor;
  beforeAll(async () => {
    test = await startTestApp();
    applicant = await test.applicant();
  });
  afterAll(() => test.stop());

  /** Moves the window so that it closes, or opens, so many seconds from the database's now. */
  const move = (column: 'opens_at' | 'closes_at', seconds: number) =>
    test.dataSource.query(
      `update procedure set ${column} = now() + $1::int * interval '1 second' where id = 'jitan-9'`,
      [seconds],
    );

  it('is accepted in the last seconds and refused after them; the draft stays', async () => {
    const [inTime, late] = [
      await fillJitanDraft(applicant, '間合亭'),
      await fillJitanDraft(applicant, '遅刻亭'),
    ];
    await move('closes_at', 30);
    const good = await applicant.post(`/api/drafts/${inTime.id}/submit`, { revision: inTime.revision });
    expect(good.status).toBe(201);
    await move('closes_at', -2);
    const refused = await applicant.post(`/api/drafts/${late.id}/submit`, { revision: late.revision });
    expect(refused).toMatchObject({ status: 409, body: { code: 'acceptance-closed' } });
    expect(refused.body.detail.ja).toMatch(/^受付期間は\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}で終了しました。$/);
    expect((await applicant.get<DraftView>(`/api/drafts/${late.id}`)).body.answers).toEqual(late.answers);
    const repeated = await applicant.post(`/api/drafts/${inTime.id}/submit`, { revision: inTime.revision });
    expect([repeated.status, repeated.body]).toEqual([200, good.body]);
  });

  it('is not begun before the window opens', async () => {
    await move('closes_at', 3_600);
    await move('opens_at', 600);
    const refused = await applicant.post('/api/drafts', { procedureId: 'jitan-9', another: true });
    expect(refused).toMatchObject({ status: 409, body: { code: 'acceptance-not-open' } });
    const { body } = await applicant.get<ProcedureView>('/api/procedures/jitan-9');
    expect([body.state, body.windowExtended]).toEqual(['before', true]);
  });
});
