import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DeskApplicationView, QueuePage } from '../../src/applications/desk.dto.js';
import { MakeDemoApplications } from '../../src/demo/make-demo-applications.js';
import type { Mailbox } from '../../src/embedded/mailbox.dto.js';
import type { CaseOpinions, OpinionList, OpinionView } from '../../src/opinions/opinion.dto.js';
import { RemindOfOpinions } from '../../src/opinions/remind-of-opinions.js';
import type { ReadingList } from '../../src/readings/reading.dto.js';
import { eventually } from '../support/eventually.js';
import { png } from './support/jitan-answers.js';
import { type NoticeWorker, startNoticeWorker } from './support/notice-world.js';
import { startTestApp, type TestApp } from './support/test-app.js';
import type { Visitor } from './support/visitor.js';

let test: TestApp;
let worker: NoticeWorker;
let [sato, tanaka, kimura, ito, matsumoto] = [] as unknown as readonly Visitor[] as [
  Visitor,
  Visitor,
  Visitor,
  Visitor,
  Visitor,
];
let reviewed: string;
let decided: string;
beforeAll(async () => {
  test = await startTestApp();
  await test.app.get(MakeDemoApplications).run();
  worker = await startNoticeWorker(test, {});
  // 食の安全推進課 and 会計局 have nothing to do with certificates.
  [sato, tanaka, kimura, ito, matsumoto] = await Promise.all([
    test.official('sato'),
    test.official('tanaka'),
    test.official('kimura'),
    test.official('ito'),
    test.official('matsumoto'),
  ]);
  await test.dataSource.query(
    `update staff set mail = login || '@office.example.jp' where login in ('sato', 'kimura', 'ito', 'matsumoto')`,
  );
  const one = async (stage: string): Promise<string> => {
    const [row] = await test.dataSource.query<{ id: string }[]>(
      `select id from application where procedure_id = 'gold-sticker' and stage = $1 order by submitted_at desc limit 1`,
      [stage],
    );
    return row?.id ?? '';
  };
  [reviewed, decided] = [await one('document_review'), await one('decision')];
});
afterAll(async () => {
  await worker.stop();
  await test.stop();
});

const officeOf = async (login: string): Promise<string> => {
  const [row] = await test.dataSource.query<{ id: string }[]>(
    'select department_id as id from staff where login = $1',
    [login],
  );
  return row?.id ?? '';
};
const ofCase = (person: Visitor, id = reviewed) =>
  person.get<CaseOpinions>(`/api/desk/applications/${id}/opinions`);
const queue = async (person: Visitor, name: string) =>
  (await person.get<OpinionList>(`/api/desk/opinions?queue=${name}`)).body.opinions.map(({ id }) => id);

async function ask(person: Visitor, of: string, more: object = {}, id = reviewed) {
  const opinion = randomUUID();
  const answer = await person.post<CaseOpinions & { code: string }>(`/api/desk/applications/${id}/opinions`, {
    id: opinion,
    departmentId: await officeOf(of),
    assigneeId: null,
    question: '営業許可の内容は申請のとおりですか。',
    shared: ['facility.permit_no', 'facility.permit_copy'],
    dueOn: '2035-03-01',
    againOf: null,
    ...more,
  });
  return { ...answer, opinion, at: `/api/desk/opinions/${opinion}` };
}

const mailsTo = async (address: string): Promise<readonly string[]> =>
  (await test.visitor().get<Mailbox>('/api/mailbox')).body.mails
    .filter(({ to }) => JSON.stringify(to).includes(address))
    .map(({ subject }) => subject);

describe('an opinion', () => {
  it('is asked of another office, which sees what was shared and nothing else', async () => {
    const { status, body, opinion, at } = await ask(sato, 'kimura');
    expect([status, body.opinions[0]?.state, body.opinions[0]?.department]).toEqual([
      200,
      'asked',
      '健康医療部 食の安全推進課',
    ]);
    const { body: seen } = await kimura.get<OpinionView>(at);
    const [page] = seen.pages ?? [];
    expect(page?.lines.map(({ title }) => title)).toEqual(['許可番号', '営業許可証の写し']);
    expect(page?.lines[0]?.text).toMatch(/^大保食第30-/);
    const [file] = page?.lines[1]?.files ?? [];
    const shared = `${at}/attachments/${file?.id}/content`;
    expect((await kimura.get(shared)).status).toBe(200);
    // A file of the same application that is not shared, the application itself, and every way to it.
    const [other] = await test.dataSource.query<{ id: string }[]>(
      `select id from attachment where application_id = $1 and field <> 'facility.permit_copy' limit 1`,
      [reviewed],
    );
    const closed = [
      `${at}/attachments/${other?.id}/content`,
      `/api/attachments/${file?.id}/content`,
      `/api/attachments/${other?.id}/content`,
      `/api/desk/applications/${reviewed}`,
      `/api/desk/applications/${reviewed}/opinions`,
      `/api/desk/applications/${reviewed}/messages`,
      `/api/desk/applications/${reviewed}/readings`,
      `/api/desk/applications/${reviewed}/visits`,
    ];
    for (const path of closed) expect([path, (await kimura.get(path)).status]).toEqual([path, 404]);
    const text = JSON.stringify(seen);
    const { body: whole } = await sato.get<DeskApplicationView>(`/api/desk/applications/${reviewed}`);
    expect([text.includes(whole.applicantName), text.includes(whole.subject)]).toEqual([false, false]);
    expect((await ito.get(at)).status).toBe(404);
    expect([await queue(kimura, 'office'), await queue(ito, 'office')]).toEqual([[opinion], []]);
    expect(await queue(sato, 'asked')).toEqual([opinion]);
  });

  it('stands in the case’s history and lists, and the applicant reads which office has looked', async () => {
    const { body } = await sato.get<DeskApplicationView>(`/api/desk/applications/${reviewed}`);
    expect(body.history.at(-1)).toMatchObject({
      type: 'opinion-asked',
      about: '健康医療部 食の安全推進課',
      actorName: '佐藤 健',
    });
    const { body: found } = await sato.get<QueuePage>(`/api/desk/search?q=${body.number}`);
    expect(found.rows.map(({ opinionsOut }) => opinionsOut)).toEqual([1]);
    const owner = await test.applicant('kitano@example.jp');
    const { body: readings } = await owner.get<ReadingList>(`/api/applications/${reviewed}/readings`);
    expect(readings.readings.map(({ department }) => department)).toContain('健康医療部 食の安全推進課');
    const logged = await test.dataSource.query<{ route: string }[]>(
      `select body::jsonb -> 'detail' ->> 'route' as route from audit_event
       where body::jsonb -> 'actor' ->> 'id' = (select id::text from staff where login = 'kimura')
         and body::jsonb ->> 'action' = 'read'`,
    );
    expect(logged.map(({ route }) => route)).toEqual(
      expect.arrayContaining([
        '/api/desk/opinions/:id',
        '/api/desk/opinions/:id/attachments/:attachmentId/content',
      ]),
    );
  });

  it('is told to the office by mail that names the number and nobody', async () => {
    const subjects = await eventually('The mail has come', async () => {
      const all = await mailsTo('kimura@office.example.jp');
      return all.length > 0 ? all : undefined;
    });
    expect(subjects[0]).toMatch(/^意見照会が届いています（申込番号 .+）$/);
  });

  it('is answered with standpoint, words and files by whoever has taken it on, once', async () => {
    const { at } = await ask(sato, 'ito');
    expect((await ito.post<OpinionView>(`${at}/claim`, { assigneeId: 'me' })).body.assignee?.name).toBe(
      '伊藤 翼',
    );
    expect((await matsumoto.post(`${at}/claim`, { assigneeId: 'me' })).body).toMatchObject({
      code: 'opinion-claimed',
    });
    const give = (person: Visitor, answer: object) =>
      person.post<OpinionView & { code: string }>(`${at}/answer`, answer);
    expect((await give(matsumoto, { standpoint: 'clear', answer: '' })).body.code).toBe('opinion-claimed');
    expect((await give(ito, { standpoint: 'objection', answer: ' ' })).body.code).toBe(
      'opinion-answer-empty',
    );
    const { body: file } = await ito.upload<{ id: string }>(`${at}/files`, '資料.png', png);
    // The case sees the file with the answer, and not before.
    expect((await sato.get(`/api/desk/files/${file.id}/content`)).status).toBe(404);
    const answered = await give(ito, { standpoint: 'conditions', answer: '手洗い設備を直すこと。' });
    expect(answered.body).toMatchObject({ state: 'answered', standpoint: 'conditions' });
    const [known] = (await ofCase(sato)).body.opinions;
    expect(known).toMatchObject({ answer: '手洗い設備を直すこと。', endedBy: '伊藤 翼' });
    expect(known?.files.map(({ name }) => name)).toEqual(['資料.png']);
    expect((await sato.get(`/api/desk/files/${file.id}/content`)).status).toBe(200);
    expect((await give(ito, { standpoint: 'clear', answer: '' })).body.code).toBe('opinion-ended');
    expect((await ito.delete(`${at}/files/${file.id}`)).status).toBe(409);
    expect(await queue(matsumoto, 'ended')).toHaveLength(1);
    const told = await eventually('The asker is told', async () =>
      (await mailsTo('sato@office.example.jp')).find((subject) => subject.includes('回答がありました')),
    );
    expect(told).toBeDefined();
  });

  it('is put off with a reason, withdrawn with a reason, and asked again with what was said before', async () => {
    const { at, opinion } = await ask(sato, 'kimura');
    const extend = (body: object) => sato.post<{ code: string }>(`${at}/extend`, body);
    expect((await extend({ dueOn: '2035-02-01', reason: '年度末' })).body.code).toBe('opinion-due-earlier');
    expect((await extend({ dueOn: '2035-03-20', reason: ' ' })).body.code).toBe('reason-required');
    expect((await extend({ dueOn: '2035-03-20', reason: '年度末のため' })).status).toBe(204);
    expect((await kimura.get<OpinionView>(at)).body).toMatchObject({
      dueOn: '2035-03-20',
      extensions: [{ toOn: '2035-03-20', reason: '年度末のため', name: '佐藤 健' }],
    });
    expect((await sato.post(`${at}/withdraw`, { reason: '本人から届いた' })).status).toBe(204);
    const { body: gone } = await kimura.get<OpinionView>(at);
    expect(gone).toMatchObject({ state: 'withdrawn', endReason: '本人から届いた', pages: null });
    const again = await ask(sato, 'kimura', { againOf: opinion, question: 'やはりお願いします。' });
    expect((await kimura.get<OpinionView>(again.at)).body.before).toMatchObject({
      question: '営業許可の内容は申請のとおりですか。',
    });
  });

  it.each([
    ['of one’s own office', { of: 'sato' }, 'opinion-own-office'],
    ['with a day that is over', { of: 'kimura', dueOn: '2020-01-06' }, 'opinion-due-past'],
    ['without a question', { of: 'kimura', question: '  ' }, 'opinion-question-empty'],
    ['with what the form does not have', { of: 'kimura', shared: ['store.secret'] }, 'opinion-not-shareable'],
    ['of somebody of another office', { of: 'kimura', assignee: 'ito' }, 'request-invalid'],
  ])('is not asked %s', async (_, { of, assignee, ...more }: Record<string, unknown>, code) => {
    const [person] = await test.dataSource.query<{ id: string }[]>('select id from staff where login = $1', [
      assignee ?? null,
    ]);
    const named = person ? { assigneeId: person.id } : {};
    expect((await ask(sato, String(of), { ...more, ...named })).body.code).toBe(code);
  });

  it('is asked once, however often it is sent, and by nobody whose turn it is not', async () => {
    const before = (await ofCase(sato)).body.opinions.length;
    const id = randomUUID();
    await ask(sato, 'kimura', { id });
    await ask(sato, 'kimura', { id });
    expect((await ofCase(sato)).body.opinions).toHaveLength(before + 1);
    expect((await ask(tanaka, 'kimura')).body.code).toBe('role-missing');
    expect((await ofCase(tanaka)).body.ask).toBeNull();
  });
});

describe('reminders', () => {
  it('come before the day, the day after it, and each week from then on, once each', async () => {
    await test.dataSource.query(`update opinion set due_on = '2035-03-30' where state = 'asked'`);
    const remind = test.app.get(RemindOfOpinions);
    const at = async (day: string): Promise<readonly string[]> => {
      // However many workers look, and however often on a day.
      const hours = ['10', '10', '18'].map((hour) => new Date(`${day}T${hour}:00:00+09:00`));
      await Promise.all(hours.map((hour) => remind.run(hour)));
      const rows = await test.dataSource.query<{ told: string }[]>(
        `select m.kind || ' ' || m.turn as told from opinion_mail m join opinion o on o.id = m.opinion_id
         where o.id = (select id from opinion where state = 'asked' order by asked_at limit 1)
           and m.kind in ('due-soon', 'overdue') order by m.created_at`,
      );
      return rows.map(({ told }) => told);
    };
    expect(await at('2035-03-27')).toEqual([]);
    expect(await at('2035-03-28')).toEqual(['due-soon 2035-03-30']);
    expect((await at('2035-03-31')).at(-1)).toBe('overdue 2035-03-30 0');
    expect(await at('2035-04-06')).toHaveLength(2);
    expect((await at('2035-04-07')).at(-1)).toBe('overdue 2035-03-30 1');
  });
});

describe('a decision that waits for opinions', () => {
  const lockOf = async (): Promise<DeskApplicationView> =>
    (await tanaka.get<DeskApplicationView>(`/api/desk/applications/${decided}`)).body;
  const certify = async () =>
    tanaka.post<DeskApplicationView & { code: string }>(`/api/desk/applications/${decided}/actions/certify`, {
      lock: (await lockOf()).lock,
    });

  it('is refused, with how many are out, until they are there', async () => {
    const { at } = await ask(tanaka, 'kimura', {}, decided);
    const view = await lockOf();
    expect(view.actions.find(({ name }) => name === 'certify')?.refused).toMatchObject({
      code: 'opinions-out',
      text: { ja: expect.stringContaining('1件') },
    });
    expect((await certify()).body.code).toBe('opinions-out');
    await kimura.post(`${at}/answer`, { standpoint: 'clear', answer: '' });
    const { body } = await certify();
    expect(body.stage).toBe('certified');
  });

  it('withdraws what is out when the case ends another way', async () => {
    const { opinion, at } = await ask(sato, 'kimura');
    const owner = await test.applicant('kitano@example.jp');
    const [row] = await test.dataSource.query<{ mail: string }[]>(
      `select c.mail from application a join applicant p on p.id = a.applicant_id join account c on c.id = p.account_id
       where a.id = $1`,
      [reviewed],
    );
    expect(row?.mail).toBe('kitano@example.jp');
    await owner.post(`/api/applications/${reviewed}/withdraw`, { reason: '閉店します' });
    const { body } = await kimura.get<OpinionView>(at);
    expect(body).toMatchObject({ id: opinion, state: 'withdrawn', endedBy: null, pages: null });
    const out = await test.dataSource.query<unknown[]>(
      `select 1 from opinion where application_id = $1 and state = 'asked'`,
      [reviewed],
    );
    expect(out).toEqual([]);
    const { body: after } = await sato.get<DeskApplicationView>(`/api/desk/applications/${reviewed}`);
    expect(after.history.at(-1)).toMatchObject({ type: 'opinion-withdrawn', actorKind: 'system' });
  });
});
