import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { MakeDemoApplications } from '../../src/demo/make-demo-applications.js';
import type { CaseVisits, RouteList, VisitView } from '../../src/inspections/visit.dto.js';
import { png } from './support/jitan-answers.js';
import { startTestApp, type TestApp } from './support/test-app.js';
import type { Visitor } from './support/visitor.js';

let test: TestApp;
let watanabe: Visitor;
let sato: Visitor;
let waiting: readonly string[];
beforeAll(async () => {
  test = await startTestApp();
  await test.app.get(MakeDemoApplications).run();
  watanabe = await test.official('watanabe');
  sato = await test.official('sato');
  const { body } = await watanabe.get<RouteList>('/api/desk/visits');
  const [other] = await test.dataSource.query<{ id: string }[]>(
    `select id from application where procedure_id = 'gold-sticker' and stage = 'document_review' limit 1`,
  );
  waiting = [...body.unplanned.map(({ applicationId }) => applicationId), other?.id ?? ''];
});
afterAll(() => test.stop());

const day = '2035-03-01';
async function plan(id: string, more: object = {}) {
  const { body } = await watanabe.get<CaseVisits>(`/api/desk/applications/${id}/visits`);
  return watanabe.put<CaseVisits & { code: string }>(`/api/desk/applications/${id}/visit`, {
    onDay: day,
    fromTime: '10:00',
    toTime: '11:00',
    place: body.plan?.place,
    inspectors: body.plan?.colleagues.map((one) => one.id).slice(0, 1),
    note: '裏口から',
    tell: true,
    ...more,
  });
}

describe('a visit', () => {
  it('is agreed on, told to the applicant by a message, and moved without a second one', async () => {
    const [id = ''] = waiting;
    const { status, body } = await plan(id);
    expect([status, body.visits[0]?.state, body.visits[0]?.checklist.length]).toEqual([200, 'planned', 13]);
    expect(body.plan?.place).toMatch(/^大阪市/);
    await plan(id, { fromTime: '13:00', toTime: '14:00' });
    const { body: after } = await watanabe.get<CaseVisits>(`/api/desk/applications/${id}/visits`);
    expect(after.visits.map(({ fromTime }) => fromTime)).toEqual(['13:00']);
    const told = await test.dataSource.query<{ body: string }[]>(
      `select body from message where application_id = $1 and side = 'office' order by at desc limit 2`,
      [id],
    );
    expect(told.map(({ body: words }) => words.split('\n')[0])).toEqual([
      '現地確認の日時が変わりました。新しい日時は次のとおりです。',
      '現地確認の日時が決まりました。',
    ]);
  });

  it('has a day to come, an end after its beginning, and inspectors of the procedure', async () => {
    const [id = ''] = waiting;
    expect((await plan(id, { onDay: '2020-01-06' })).body).toMatchObject({ code: 'visit-in-past' });
    expect((await plan(id, { toTime: '09:00' })).body).toMatchObject({ code: 'visit-times' });
    expect((await plan(id, { inspectors: [randomUUID()] })).body).toMatchObject({ code: 'request-invalid' });
  });

  it('stands in the route of its day, in the order that the inspector chooses', async () => {
    const [first = '', second = ''] = waiting;
    await plan(first);
    await plan(second, { fromTime: '11:30', toTime: '12:00', tell: false });
    const route = async () => (await watanabe.get<RouteList>(`/api/desk/visits?on=${day}`)).body.visits;
    const before = await route();
    expect(before.map(({ applicationId }) => applicationId)).toEqual([first, second]);
    const visits = before.map(({ id }) => id).reverse();
    expect((await watanabe.post('/api/desk/visits/order', { visits })).status).toBe(204);
    expect((await route()).map(({ id }) => id)).toEqual(visits);
  });
});

describe('what is found on the spot', () => {
  it('is kept item by item; of two officials at once the second is told; done is done', async () => {
    const [, id = ''] = waiting;
    const { body } = await plan(id, { tell: false });
    const visit = body.visits[0]?.id ?? '';
    const at = `/api/desk/visits/${visit}`;
    const record = (person: Visitor, given: object) =>
      person.put<VisitView & { code: string }>(`${at}/findings`, {
        item: 'co2',
        version: 0,
        result: 'fault',
        note: '1,400ppm',
        ...given,
      });
    expect((await record(watanabe, {})).status).toBe(200);
    // Its answer was lost, and the device sends it again.
    expect((await record(watanabe, {})).body.findings).toHaveLength(1);
    expect((await record(sato, { note: '別の値' })).body).toMatchObject({ code: 'finding-changed' });
    expect((await record(sato, { version: 1, note: '別の値' })).body.findings[0]).toMatchObject({
      version: 2,
      note: '別の値',
    });
    const file = randomUUID();
    await watanabe.upload(`${at}/photos?item=co2&file=${file}`, 'a.png', png);
    await watanabe.upload(`${at}/photos?item=co2&file=${file}`, 'a.png', png);
    const { body: seen } = await watanabe.get<VisitView>(at);
    expect(seen.photos.map(({ id: photo, item }) => [photo, item])).toEqual([[file, 'co2']]);
    expect((await watanabe.get(`/api/desk/files/${file}/content`)).status).toBe(200);
    expect((await watanabe.post(`${at}/finish`)).body).toMatchObject({ code: 'findings-missing' });
    for (const { id: item } of seen.checklist) {
      if (item !== 'co2') await record(watanabe, { item, result: 'conforming', note: '' });
    }
    expect((await watanabe.post<VisitView>(`${at}/finish`)).body.state).toBe('done');
    expect((await record(watanabe, { version: 2, note: 'あとから' })).body).toMatchObject({
      code: 'visit-ended',
    });
    expect((await watanabe.delete(`${at}/photos/${file}`)).status).toBe(409);
  });
});
