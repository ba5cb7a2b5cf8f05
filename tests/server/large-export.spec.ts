import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { StaffAskers } from '../../src/access/staff-askers.js';
import type { ExportView } from '../../src/exports/export.dto.js';
import { MakeExport } from '../../src/exports/make-export.js';
import { fillJitanDraft } from './support/jitan-answers.js';
import { readZip } from './support/tables.js';
import { startTestApp, type TestApp } from './support/test-app.js';
import type { Visitor } from './support/visitor.js';
import { wholeExport } from './support/whole-export.js';

const applications = 2_000;
/** Megabytes of difference that are the engine's own: code it has compiled meanwhile, connections, statistics. */
const ownMegabytes = 6;

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

describe('a table of thousands of applications', () => {
  let test: TestApp;
  let suzuki: Visitor;
  beforeAll(async () => {
    test = await startTestApp();
    suzuki = await test.official('suzuki');
    const applicant = await test.applicant();
    const { id, revision } = await fillJitanDraft(applicant, '大量亭');
    await applicant.post(`/api/drafts/${id}/submit`, { revision });
    await test.dataSource.query(
      `with model as (
         select a.*, s.answers from application a join submission s on s.application_id = a.id
       ), many as materialized (
         select m.*, gen_random_uuid() as copy, n from model m, generate_series(2, $1::int) n
       ), drafts as (
         insert into draft (id, applicant_id, procedure_id, version_hash, kind, state, answers)
         select copy, applicant_id, procedure_id, version_hash, 'application', 'submitted', '{}' from many
       ), cases as (
         insert into application (id, number, procedure_id, version_hash, applicant_id, draft_id, subject,
           applicant_name, stage, stage_role, open, due_on, entered_at, state, submitted_at)
         select copy, 'X-' || n, procedure_id, version_hash, applicant_id, copy, subject, applicant_name, stage,
           stage_role, open, due_on, entered_at, state, submitted_at + n * interval '1 second' from many
       )
       insert into submission (application_id, n, draft_id, answers, warnings, at)
       select copy, 1, copy, answers, '[]', submitted_at from many`,
      [applications],
    );
  });
  afterAll(() => test.stop());

  it('is held page by page and never whole', async () => {
    const { body } = await suzuki.post<ExportView>('/api/desk/exports', { title: '', content: wholeExport });
    // Taken up by this test, which looks between pages at what is held.
    const [row] = await test.dataSource.query<{ staff_id: string }[]>(
      `with taken as (update export set state = 'running', attempts = 1 where id = $1 returning staff_id)
       select staff_id from taken`,
      [body.id],
    );
    const staff = await test.app.get(StaffAskers).find(row?.staff_id ?? '');
    if (!staff) throw new Error('There is no official.');
    const taken = { id: body.id, content: wholeExport, title: '', requestedAt: new Date(), attempts: 1 };
    const held: number[] = [];
    let pages = 0;
    const isMade = await test.app.get(MakeExport).run(staff, { ...taken, language: 'ja' }, () => {
      pages += 1;
      if (pages !== 4 && pages < applications / 100) return true;
      collectGarbage();
      const { heapUsed, external } = process.memoryUsage();
      held.push((heapUsed + external) / 1e6);
      return true;
    });
    expect(isMade).toBe(true);
    const { bytes } = await suzuki.get(`/api/desk/exports/${body.id}/file`);
    const written = [...readZip(bytes).values()].reduce((sum, { length }) => sum + length, 0) / 1e6;
    const [early = 0, ...late] = held;
    expect(late.length).toBeGreaterThan(0);
    // Whoever held what is written, or what it is made of, would be seen by it.
    expect(written).toBeGreaterThan(2 * ownMegabytes);
    expect(Math.max(...late) - early).toBeLessThan(ownMegabytes);
  });
});
