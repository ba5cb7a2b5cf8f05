import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { DeskApplicationView, FollowingPage } from '../../src/applications/desk.dto.js';
import type { Receipt } from '../../src/drafts/draft.dto.js';
import { fillJitanDraft } from './support/jitan-answers.js';
import { startTestApp, type TestApp } from './support/test-app.js';
import type { Visitor } from './support/visitor.js';

const officials = 50;
const cases = 12;

let test: TestApp;
beforeAll(async () => {
  test = await startTestApp();
});
afterAll(() => test.stop());

/** One more first reviewer, at a desk of their own. */
async function reviewer(n: number): Promise<Visitor> {
  const [id, token] = [randomUUID(), randomBytes(32).toString('base64url')];
  await test.dataSource.query(
    `with official as (
       insert into staff (id, login, password_hash, name, department_id)
       select $1, 'reviewer-' || $2::int, '-', '審査 ' || $2::int, department_id from staff where login = 'sato'
       returning id
     ), able as (
       insert into staff_role (staff_id, procedure_id, role) select id, 'jitan-9', 'reviewer_1' from official
     )
     insert into session (id, staff_id) select $3, id from official`,
    [id, n, createHash('sha256').update(token).digest()],
  );
  const person = test.visitor();
  person.cookie = `tetsuzuki=${token}`;
  return person;
}

const queue = '/api/desk/applications/following?queue=stage:jitan-9:first_review&only=unassigned';

/** Takes the first case that nobody has, and again, until none is left. @returns those that were theirs */
async function work(person: Visitor): Promise<readonly string[]> {
  const mine: string[] = [];
  for (;;) {
    const { body, status } = await person.get<FollowingPage>(queue);
    expect(status).toBe(200);
    const [next] = body.ids;
    if (next === undefined) return mine;
    const taken = await person.post<DeskApplicationView>(`/api/desk/applications/${next}/assign`, {
      assigneeId: 'me',
    });
    if (taken.status === 200) mine.push(next);
    // Somebody was faster; so says the answer, and the case is theirs.
    else expect(taken.body).toMatchObject({ code: 'application-changed' });
  }
}

it('fifty officials take the next case of one queue at once: each case is one person’s, and none is left', async () => {
  const applicant = await test.applicant();
  for (let n = 0; n < cases; n += 1) {
    const { id, revision } = await fillJitanDraft(applicant, `行列の店 ${n}`);
    expect((await applicant.post<Receipt>(`/api/drafts/${id}/submit`, { revision })).status).toBe(201);
  }
  const people: Visitor[] = [];
  for (let n = 0; n < officials; n += 1) people.push(await reviewer(n));
  const before = (await people[0]?.get<FollowingPage>(queue))?.body.ids ?? [];
  expect(before.length).toBeGreaterThanOrEqual(cases);

  const taken = (await Promise.all(people.map(work))).flat();
  expect([...taken].sort()).toEqual([...before].sort());
  const rows = await test.dataSource.query<{ lines: number }[]>(
    `select count(*)::int as lines from application_event
     where type = 'assigned' and application_id = any($1) group by application_id`,
    [taken],
  );
  expect(rows.map(({ lines }) => lines)).toEqual(taken.map(() => 1));
});
