import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { MakeDemoApplications } from '../../src/demo/make-demo-applications.js';
import type { ApplicantApplicationView } from '../../src/applications/application.dto.js';
import type { DeskApplicationView } from '../../src/applications/desk.dto.js';
import type { CaseVisits, RouteList, VisitView } from '../../src/inspections/visit.dto.js';
import type { OwnVisits } from '../../src/inspections/visit-proposal.dto.js';
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
    expect(body.plan?.place).toMatch(/^大阪市\S+　1階$/);
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

describe('times that are offered', () => {
  const slots = [
    { onDay: '2035-04-03', fromTime: '13:00', toTime: '14:00' },
    { onDay: '2035-04-02', fromTime: '10:00', toTime: '11:00' },
  ];
  let suzuki: Visitor;
  let owner: Visitor;
  let id = '';
  let inspectors: string[];
  beforeAll(async () => {
    suzuki = await test.official('suzuki');
    owner = await test.applicant('kitano@example.jp');
    const [row] = await test.dataSource.query<{ id: string }[]>(
      `select id from application where procedure_id = 'gold-sticker' and stage = 'visit_scheduling' limit 1`,
    );
    id = row?.id ?? '';
    const { body } = await suzuki.get<CaseVisits>(`/api/desk/applications/${id}/visits`);
    inspectors = body.plan?.colleagues.map((one) => one.id) ?? [];
  });
  const propose = (given: object = {}) =>
    suzuki.post<CaseVisits & { code: string }>(`/api/desk/applications/${id}/visit-proposal`, {
      slots,
      place: '大阪市福島区福島5-6-7',
      inspectors,
      note: '',
      ...given,
    });
  const own = async () => (await owner.get<OwnVisits>(`/api/applications/${id}/visits`)).body;
  const choose = (proposalId: string, slot: number | null, note = '') =>
    owner.post<OwnVisits & { code: string }>(`/api/applications/${id}/visit-choice`, {
      proposalId,
      slot,
      note,
    });

  it('are refused where one is over, ends before it begins, or stands there twice', async () => {
    const [one] = slots;
    expect((await propose({ slots: [{ ...one, onDay: '2020-01-06' }] })).body.code).toBe('visit-in-past');
    expect((await propose({ slots: [{ ...one, toTime: '12:00' }] })).body.code).toBe('visit-times');
    expect((await propose({ slots: [one, one] })).body.code).toBe('visit-slots-same');
  });

  it('may fit none: the office reads so, and what would fit, where it answers messages', async () => {
    expect((await propose()).body.proposal?.state).toBe('open');
    const { proposal } = await own();
    expect(proposal?.slots.map(({ onDay }) => onDay)).toEqual(['2035-04-02', '2035-04-03']);
    expect((await choose(proposal?.id ?? '', null, '4月10日以降なら空いています。')).status).toBe(200);
    expect((await choose(proposal?.id ?? '', 0)).body.code).toBe('visit-proposal-gone');
    const { body } = await suzuki.get<CaseVisits>(`/api/desk/applications/${id}/visits`);
    expect(body.proposal?.state).toBe('none-fits');
    const { body: queue } = await suzuki.get<{ rows: { id: string }[] }>(
      '/api/desk/applications?queue=messages',
    );
    expect(queue.rows.map((row) => row.id)).toContain(id);
  });

  it('become the visit that the applicant chooses, for the calendar and in both histories', async () => {
    await propose();
    const { proposal } = await own();
    const { body } = await choose(proposal?.id ?? '', 1);
    expect(body).toMatchObject({
      proposal: null,
      visits: [{ onDay: '2035-04-03', fromTime: '13:00', toTime: '14:00', state: 'planned' }],
    });
    const file = await owner.get<string>(`/api/applications/${id}/visit/calendar`);
    expect(file.headers['content-type']).toContain('text/calendar');
    expect(file.body).toContain('DTSTART;TZID=Asia/Tokyo:20350403T130000');
    const { body: seen } = await owner.get<ApplicantApplicationView>(`/api/applications/${id}`);
    expect(seen.visits.map(({ kind, byApplicant }) => [kind, byApplicant])).toEqual([
      ['visit-proposed', false],
      ['visit-none-fits', true],
      ['visit-proposed', false],
      ['visit-chosen', true],
    ]);
    const { body: desk } = await suzuki.get<DeskApplicationView>(`/api/desk/applications/${id}`);
    expect(desk.history.at(-1)).toMatchObject({ type: 'visit-chosen', about: '2035-04-03 13:00–14:00' });
  });

  it('leave a mail with each agreed or cancelled visit, whatever else was not read', async () => {
    const { body } = await suzuki.get<CaseVisits>(`/api/desk/applications/${id}/visits`);
    const planned = body.visits.find(({ state }) => state === 'planned');
    const put = await suzuki.put(`/api/desk/applications/${id}/visit`, {
      onDay: '2035-04-20',
      fromTime: '10:00',
      toTime: '11:00',
      place: '大阪市福島区福島5-6-7',
      inspectors,
      note: '',
      tell: true,
    });
    expect(put.status).toBe(200);
    await suzuki.post(`/api/desk/visits/${planned?.id}/cancel`, { tell: true });
    const mails = await test.dataSource.query<{ revision: number; state: string }[]>(
      `select v.revision, v.state from message_mail w join visit v on v.id = w.visit_id where v.id = $1`,
      [planned?.id],
    );
    expect(mails).toEqual([
      { revision: 2, state: 'cancelled' },
      { revision: 2, state: 'cancelled' },
    ]);
    expect((await owner.get(`/api/applications/${id}/visit/calendar`)).status).toBe(404);
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
