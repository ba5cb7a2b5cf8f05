import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { OwnSessions } from '../../src/access/own-sessions.dto.js';
import type { SessionView } from '../../src/access/session.dto.js';
import type { AccountView } from '../../src/accounts/account.dto.js';
import {
  type AccountWorld,
  business,
  password,
  startAccountWorld,
  subjectOf,
} from './support/account-world.js';
import type { Visitor } from './support/visitor.js';

let world: AccountWorld;
beforeAll(async () => {
  world = await startAccountWorld();
});
afterAll(() => world.stop());

describe('one account', () => {
  it('applies as a person and as a business, and each has drafts of its own', async () => {
    const me = await world.person();
    const before = await subjectOf(me);
    expect(before.hats).toEqual([{ id: before.id, name: '塚本 花子', as: 'individual', waiting: 0 }]);
    const { status, body } = await me.post<AccountView>('/api/account/applicants', business);
    expect(status).toBe(201);
    expect(body.applicants.map(({ kind }) => kind)).toEqual(['individual', 'business']);
    expect((await subjectOf(me)).id).toBe(before.id);

    await me.post('/api/drafts', { procedureId: 'gold-sticker' });
    const hat = body.applicants[1]?.id;
    const worn = await me.post<SessionView>('/api/session/hat', { hatId: hat });
    expect(worn.body.subject).toMatchObject({
      id: hat,
      as: 'business',
      name: '株式会社はなまる',
      mail: me.mail,
    });
    expect((await me.get<{ drafts: unknown[] }>('/api/drafts')).body.drafts).toEqual([]);
    const draft = await me.post<{ answers: unknown }>('/api/drafts', { procedureId: 'jitan-9' });
    expect(JSON.stringify(draft.body.answers)).toContain(me.mail);

    expect((await world.signIn(me.mail, password)).body.subject).toMatchObject({ id: hat });
    await me.post('/api/session/hat', { hatId: before.id });
    expect((await me.get<{ drafts: unknown[] }>('/api/drafts')).body.drafts).toHaveLength(1);
  });

  it('has each of the two once, however often it is asked for', async () => {
    const me = await world.person('business');
    const entry = { name: '塚本 花子', name_kana: 'ツカモト', birth_date: '1984-02-29', phone: '0669410351' };
    const answers = await Promise.all([1, 2, 3].map(() => me.post('/api/account/applicants', entry)));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409]);
    expect((await me.post('/api/account/applicants', entry)).body.code).toBe('applicant-exists');
  });

  it('is nobody else: neither their hat nor their profile nor their session', async () => {
    const [me, them] = [await world.person(), await world.person()];
    const theirs = await subjectOf(them);
    const { sessions } = (await them.get<OwnSessions>('/api/account/sessions')).body;
    const answers = [
      await me.post('/api/session/hat', { hatId: theirs.id }),
      await me.put(`/api/account/applicants/${theirs.id}`, business),
      await me.delete(`/api/account/sessions/${sessions[0]?.id}`),
    ];
    expect(answers.map(({ status }) => status)).toEqual([404, 404, 404]);
    expect(await subjectOf(them)).toEqual(theirs);
  });

  it('changes its profile, which forms are filled with; what the screen does not show stays', async () => {
    const me = await world.person();
    const { id } = await subjectOf(me);
    const entry = {
      name: '塚本 華子',
      name_kana: 'つかもと　はなこ',
      birth_date: '1984-02-29',
      phone: '090-1234-5678',
    };
    const wrong = await me.put(`/api/account/applicants/${id}`, { ...entry, phone: '12' });
    expect(wrong.body.problems?.map(({ path }) => path)).toEqual(['/phone']);
    const { body } = await me.put<AccountView>(`/api/account/applicants/${id}`, entry);
    expect(body.applicants[0]?.profile).toEqual({
      name: '塚本 華子',
      name_kana: 'ツカモト ハナコ',
      birth_date: '1984-02-29',
      phone: '09012345678',
    });
    expect(await subjectOf(me)).toMatchObject({ name: '塚本 華子' });
    const [row] = await world.test.dataSource.query<{ profile: object }[]>(
      'select profile from applicant where id = $1',
      [id],
    );
    expect(row?.profile).toMatchObject({ site: { name: '店' } });
  });

  it('chooses whether news come', async () => {
    const me = await world.person();
    await me.put('/api/account/news', { wantsNews: true });
    expect((await me.get<AccountView>('/api/account')).body.wantsNews).toBe(true);
  });
});

describe('where an account is signed in', () => {
  const phone =
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605 Version/18.0 Safari/604.1';

  it('is told by device, and can be ended one by one or everywhere else', async () => {
    const me = await world.person();
    const visitors = [world.test.visitor(), world.test.visitor(), world.test.visitor()];
    for (const visitor of visitors) {
      await visitor.send('POST', '/api/session/applicant', {
        payload: JSON.stringify({ mail: me.mail, password }),
        headers: { 'content-type': 'application/json', 'user-agent': phone },
      });
    }
    const [one, two, three] = visitors as [Visitor, Visitor, Visitor];
    const list = async (visitor: Visitor) =>
      (await visitor.get<OwnSessions>('/api/account/sessions')).body.sessions;
    expect(await list(one)).toHaveLength(4);
    const current = (await list(one)).filter((session) => session.current);
    expect(current).toMatchObject([{ system: 'iPhone', browser: 'Safari' }]);

    const ofTwo = (await list(two)).find((session) => session.current);
    expect((await one.delete(`/api/account/sessions/${ofTwo?.id}`)).status).toBe(204);
    expect((await two.get('/api/account')).status).toBe(401);
    expect((await three.delete('/api/account/sessions')).status).toBe(204);
    expect((await one.get('/api/account')).status).toBe(401);
    expect(await list(three)).toHaveLength(1);
  });
});
