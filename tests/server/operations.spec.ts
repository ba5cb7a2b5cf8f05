import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { FireTimers } from '../../src/applications/fire-timers.js';
import type { Receipt } from '../../src/drafts/draft.dto.js';
import { plainFailure } from '../../src/jobs/plain-failure.js';
import type { OperationsView } from '../../src/operations/operations.dto.js';
import type { DeskPlaces } from '../../src/places/places.dto.js';
import { fillJitanDraft } from './support/jitan-answers.js';
import { startTestApp, type TestApp } from './support/test-app.js';
import type { Visitor } from './support/visitor.js';

describe('what administrators see of the work that goes on by itself', () => {
  let test: TestApp;
  let kobayashi: Visitor;
  beforeAll(async () => {
    test = await startTestApp();
    kobayashi = await test.official('kobayashi');
  });
  afterAll(() => test.stop());

  const view = async () => (await kobayashi.get<OperationsView>('/api/desk/operations')).body;
  const faults = async (person: Visitor) => (await person.get<DeskPlaces>('/api/desk/places')).body.faults;

  it('is nobody else’s to see', async () => {
    const sato = await test.official('sato');
    expect((await sato.get('/api/desk/operations')).status).toBe(403);
    expect(await faults(sato)).toBe(0);
  });

  it('says which work fails or stands still, with the reason', async () => {
    await test.dataSource.query(
      `insert into repeated_work (name, pause_ms, last_at, ok_at, failed_at, failure, failures) values
         ('SealEvents', 60000, now(), now(), null, null, 0),
         ('RunExports', 1000, now(), null, now(), 'ENOSPC: no space left', 4),
         ('CheckLog', 86400000, now() - interval '2 hours', now() - interval '2 hours', null, null, 0),
         ('SweepFiles', 1000, now() - interval '1 hour', now() - interval '1 hour', null, null, 0)`,
    );
    const { works } = await view();
    expect(works.map(({ name, state, failure }) => [name, state, failure])).toEqual([
      ['RunExports', 'failing', 'ENOSPC: no space left'],
      ['CheckLog', 'good', null],
      ['SealEvents', 'good', null],
      ['SweepFiles', 'still', null],
    ]);
    expect(await faults(kobayashi)).toBe(2);
  });

  it('names the application whose timer fails until it has fired', async () => {
    const applicant = await test.applicant();
    const draft = await fillJitanDraft(applicant, '期限亭');
    const { body: receipt } = await applicant.post<Receipt>(`/api/drafts/${draft.id}/submit`, {
      revision: draft.revision,
    });
    await test.dataSource.query(
      `update application set next_timer_at = now() - interval '1 second', state = '{"broken": true}' where id = $1`,
      [receipt.applicationId],
    );
    await test.app.get(FireTimers).run();
    const { timers } = await view();
    expect(timers.failed).toMatchObject([{ number: receipt.number, failures: 1 }]);
    expect(timers.failed[0]?.failure).not.toBe('');
    expect(Date.parse(timers.failed[0]?.nextAt ?? '')).toBeGreaterThan(Date.now() + 3_000_000);
  });

  it('lets a dead job be run again, or left with a reason, once', async () => {
    const [again, left] = [randomUUID(), randomUUID()];
    await test.dataSource.query(
      `insert into dead_job (id, job_id, queue, name, subject_id, attempts, failed_at, failure)
       select id::uuid, id, 'mails', 'deliver-message', id::uuid, 42, now(), 'ECONNREFUSED'
       from unnest($1::text[]) as id`,
      [[again, left]],
    );
    const at = (id: string, what: string) => `/api/desk/operations/dead-jobs/${id}/${what}`;
    expect(await kobayashi.post(at(left, 'leave'), { reason: ' ' })).toMatchObject({ status: 422 });
    await kobayashi.post(at(left, 'leave'), { reason: '宛先の会社がもうない' });
    const { body } = await kobayashi.post<OperationsView>(at(again, 'run-again'));
    expect(body.deadJobs.map(({ id, state, reason, settledBy }) => [id, state, reason, settledBy])).toEqual([
      [again, 'wanted', null, '小林 亮'],
      [left, 'left', '宛先の会社がもうない', '小林 亮'],
    ]);
    expect(await kobayashi.post(at(again, 'leave'), { reason: 'x' })).toMatchObject({
      status: 409,
      body: { code: 'job-settled' },
    });
    const entries = await test.dataSource.query<{ body: string }[]>(
      `select body from audit_event where body like '%"job.%' order by id`,
    );
    expect(entries.map(({ body: entry }) => (JSON.parse(entry) as { action: string }).action)).toEqual([
      'job.leave',
      'job.run-again',
    ]);
  });
});

describe('a failure in words', () => {
  it.each([
    [new Error('connect ECONNREFUSED 127.0.0.1:25'), 'connect ECONNREFUSED 127.0.0.1:25'],
    [new Error('550 <taro@example.jp>: 山田様 unknown'), '550 … unknown'],
    [new TypeError("Cannot read 'name' of 0312345678"), 'TypeError: Cannot read … of …'],
    [new Error('postgres://user:secret@db/x refused'), '… refused'],
    [Object.assign(new Error('gone'), { code: '57P01' }), '57P01: gone'],
    ['its job failed', 'its job failed'],
    [null, 'Error'],
  ])('holds no secret and nobody’s data: %p', (error, words) => {
    expect(plainFailure(error)).toBe(words);
  });
});
