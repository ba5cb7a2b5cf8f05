import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { OwnSessions } from '../../src/access/own-sessions.dto.js';
import type { SessionView } from '../../src/access/session.dto.js';
import type { AccountView, ClosingView } from '../../src/accounts/account.dto.js';
import type { PasswordResetView } from '../../src/accounts/password-reset.dto.js';
import { ForgetAccountMails } from '../../src/notices/account-mail/forget-account-mails.js';
import { eventually } from '../support/eventually.js';
import { fillJitanDraft } from './support/jitan-answers.js';
import { type NoticeWorker, startNoticeWorker } from './support/notice-world.js';
import { openSmtpSink, type SmtpSink } from './support/smtp-sink.js';
import { startTestApp, type TestApp } from './support/test-app.js';
import type { Visitor } from './support/visitor.js';

const password = 'tetsuzuki-demo';
const newPassword = 'tsukimi-Soba-72';

let test: TestApp;
let sink: SmtpSink;
let worker: NoticeWorker;
beforeAll(async () => {
  test = await startTestApp();
  sink = await openSmtpSink();
  worker = await startNoticeWorker(test, { SMTP_URL: sink.url });
});
afterAll(async () => {
  await worker.stop();
  await sink.stop();
  await test.stop();
});

let people = 0;
/** Somebody new, signed in; each test has people of its own. */
async function person(kind: 'individual' | 'business' = 'individual'): Promise<Visitor & { mail: string }> {
  const mail = `person${(people += 1)}@example.jp`;
  await test.dataSource.query(
    `with made as (
       insert into account (id, mail, mail_key, password_hash)
       select gen_random_uuid(), $1, $1, password_hash from account where mail_key = 'naniwa@example.jp' returning id
     )
     insert into applicant (id, account_id, kind, name, profile)
     select gen_random_uuid(), id, $2, '塚本 花子', '{"name": "塚本 花子", "phone": "0669410351", "site": {"name": "店"}}'
     from made`,
    [mail, kind],
  );
  return Object.assign(await test.applicant(mail), { mail });
}

const mailsTo = (mail: string) => sink.mails.filter(({ envelope }) => envelope.to.includes(mail));
const mailTo = (mail: string, words: string) =>
  eventually(`a mail to ${mail}`, async () => mailsTo(mail).find(({ text }) => text?.includes(words))?.text);
const codeTo = async (mail: string) =>
  /認証コード：(\d{6})/.exec(await mailTo(mail, '認証コード：'))?.[1] ?? '';
const other = (code: string) => (code === '000000' ? '000001' : '000000');

const signIn = (mail: string, secret: string) =>
  test.visitor().post<SessionView>('/api/session/applicant', { mail, password: secret });
const subjectOf = async (visitor: Visitor) =>
  (await visitor.get<SessionView>('/api/session')).body.subject as Extract<
    SessionView['subject'],
    { kind: 'applicant' }
  >;
const business = { name: '株式会社はなまる', contact_name: '花丸 二郎', phone: '06-1234-5678' };

describe('one account', () => {
  it('applies as a person and as a business, and each has drafts of its own', async () => {
    const me = await person();
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

    expect((await signIn(me.mail, password)).body.subject).toMatchObject({ id: hat });
    await me.post('/api/session/hat', { hatId: before.id });
    expect((await me.get<{ drafts: unknown[] }>('/api/drafts')).body.drafts).toHaveLength(1);
  });

  it('has each of the two once, however often it is asked for', async () => {
    const me = await person('business');
    const entry = { name: '塚本 花子', name_kana: 'ツカモト', birth_date: '1984-02-29', phone: '0669410351' };
    const answers = await Promise.all([1, 2, 3].map(() => me.post('/api/account/applicants', entry)));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409]);
    expect((await me.post('/api/account/applicants', entry)).body.code).toBe('applicant-exists');
  });

  it('is nobody else: neither their hat nor their profile nor their session', async () => {
    const [me, them] = [await person(), await person()];
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
    const me = await person();
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
    const [row] = await test.dataSource.query<{ profile: object }[]>(
      'select profile from applicant where id = $1',
      [id],
    );
    expect(row?.profile).toMatchObject({ site: { name: '店' } });
  });

  it('chooses whether news come', async () => {
    const me = await person();
    await me.put('/api/account/news', { wantsNews: true });
    expect((await me.get<AccountView>('/api/account')).body.wantsNews).toBe(true);
  });
});

describe('where an account is signed in', () => {
  const phone =
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605 Version/18.0 Safari/604.1';

  it('is told by device, and can be ended one by one or everywhere else', async () => {
    const me = await person();
    const visitors = [test.visitor(), test.visitor(), test.visitor()];
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

describe('a password', () => {
  it('is changed by who knows the present one; other devices are signed out and a mail says so', async () => {
    const me = await person();
    const elsewhere = await test.applicant(me.mail);
    const change = (currentPassword: string, next = newPassword) =>
      me.put('/api/account/password', { currentPassword, password: next, passwordAgain: next });
    expect((await change('wrong')).body.problems).toMatchObject([
      { path: '/currentPassword', code: 'password-wrong' },
    ]);
    expect((await change('', 'Password1')).body.problems?.map(({ code }) => code)).toEqual([
      'password-missing',
      'password-easily-guessed',
    ]);
    expect((await change(password)).status).toBe(204);
    expect((await elsewhere.get('/api/account')).status).toBe(401);
    expect((await me.get('/api/account')).status).toBe(200);
    expect((await signIn(me.mail, password)).status).toBe(401);
    expect((await signIn(me.mail, newPassword)).status).toBe(200);
    await mailTo(me.mail, 'パスワードが変更され');
  });

  it('cannot be guessed by who found a device signed in', async () => {
    const me = await person();
    const statuses: number[] = [];
    for (let n = 0; n < 12; n += 1) {
      statuses.push((await me.post('/api/account/close', { currentPassword: `guess-${n}` })).status);
    }
    expect(statuses.at(-1)).toBe(429);
  });
});

describe('a forgotten password', () => {
  const begin = (visitor: Visitor, mail: string) => visitor.post('/api/password-reset', { mail });
  const confirm = (visitor: Visitor, code: string) => visitor.post('/api/password-reset/confirm', { code });
  const complete = (visitor: Visitor, next = newPassword) =>
    visitor.post('/api/password-reset/complete', { password: next, passwordAgain: next });

  it('is set anew by a code, all sessions end, and failed sign-ins no longer count', async () => {
    const me = await person();
    for (let n = 0; n < 11; n += 1) await signIn(me.mail, 'wrong');
    expect((await signIn(me.mail, password)).status).toBe(429);
    const visitor = test.visitor();
    expect((await begin(visitor, me.mail)).status).toBe(204);
    expect((await complete(visitor)).body.code).toBe('mail-not-confirmed');
    const code = await codeTo(me.mail);
    expect((await confirm(visitor, other(code))).body.code).toBe('code-wrong');
    expect((await confirm(visitor, code)).status).toBe(204);
    expect((await visitor.get<PasswordResetView>('/api/password-reset')).body.reset).toEqual({
      mail: me.mail,
      mailConfirmed: true,
    });
    expect((await complete(visitor, 'qwerty123')).body.problems).toMatchObject([{ path: '/password' }]);
    const both = await Promise.all([complete(visitor), complete(visitor)]);
    expect(both.map(({ status }) => status).sort()).toEqual([204, 409]);
    expect((await me.get('/api/account')).status).toBe(401);
    expect((await signIn(me.mail, newPassword)).status).toBe(200);
    expect((await complete(visitor)).body.code).toBe('password-reset-not-begun');
    await mailTo(me.mail, 'パスワードが変更され');
  });

  it('is answered alike for an address without an account, whose reader alone is told', async () => {
    const me = await person();
    const [known, unknown] = [test.visitor(), test.visitor()];
    const answers = [await begin(known, me.mail), await begin(unknown, 'nobody-here@example.jp')];
    expect(answers.map(({ status, body }) => [status, body])).toEqual([
      [204, ''],
      [204, ''],
    ]);
    expect(await mailTo('nobody-here@example.jp', '利用者登録がされていません')).not.toMatch(/\d{6}/);
    const wrong = other(await codeTo(me.mail));
    for (let n = 1; n <= 6; n += 1) {
      const [one, two] = [await confirm(known, wrong), await confirm(unknown, wrong)];
      const { requestId: _, ...said } = two.body;
      expect(one).toMatchObject({ status: two.status, body: said });
    }
    expect((await begin(test.visitor(), me.mail)).status).toBe(429);
  });

  it('of a locked account stays as it is', async () => {
    const me = await person();
    await test.dataSource.query('update account set disabled_at = now() where mail_key = $1', [me.mail]);
    await begin(test.visitor(), me.mail);
    expect(await mailTo(me.mail, '利用者登録がされていません')).not.toMatch(/\d{6}/);
  });

  it('is no way to go on with a registration, nor the other way round', async () => {
    const me = await person();
    const visitor = test.visitor();
    await begin(visitor, me.mail);
    await confirm(visitor, await codeTo(me.mail));
    visitor.cookie = visitor.cookie?.replace('password-reset', 'registration');
    expect((await visitor.get('/api/registration')).body).toEqual({ registration: null });
  });
});

describe('a mail address', () => {
  const begin = (visitor: Visitor, mail: string, currentPassword = password) =>
    visitor.post('/api/account/mail', { mail, mailAgain: mail, currentPassword });
  const confirm = (visitor: Visitor, code: string) => visitor.post('/api/account/mail/confirm', { code });

  it('is changed by the code sent to the new one, and the old one is told', async () => {
    const me = await person();
    const next = `new-${me.mail}`;
    expect((await begin(me, next, 'wrong')).body.problems).toMatchObject([{ path: '/currentPassword' }]);
    expect((await begin(me, next)).status).toBe(204);
    expect((await me.get<AccountView>('/api/account')).body).toMatchObject({
      mail: me.mail,
      mailChange: { mail: next },
    });
    const code = await codeTo(next);
    expect((await confirm(me, other(code))).body.code).toBe('code-wrong');
    const stranger = await person();
    expect((await confirm(stranger, code)).body.code).toBe('mail-change-not-begun');
    expect((await confirm(me, code)).status).toBe(204);
    expect((await me.get<AccountView>('/api/account')).body).toMatchObject({ mail: next, mailChange: null });
    expect((await signIn(me.mail, password)).status).toBe(401);
    expect((await signIn(next, password)).status).toBe(200);
    expect((await confirm(me, code)).body.code).toBe('mail-change-not-begun');
    await mailTo(me.mail, 'が変更されました');
  });

  it('of somebody else is not taken, and only its reader learns that it has an account', async () => {
    const [me, them] = [await person(), await person()];
    expect((await begin(me, them.mail)).status).toBe(204);
    expect(await mailTo(them.mail, 'すでに別の登録で使われている')).not.toMatch(/\d{6}/);
    expect((await confirm(me, '123456')).body.code).toBe('code-wrong');
  });

  it('registered by somebody between code and confirmation is refused', async () => {
    const me = await person();
    const next = `late-${me.mail}`;
    await begin(me, next);
    const code = await codeTo(next);
    await test.dataSource.query(
      'insert into account (id, mail, mail_key) values (gen_random_uuid(), $1, $1)',
      [next],
    );
    expect((await confirm(me, code)).body.code).toBe('mail-taken');
    expect((await me.get<AccountView>('/api/account')).body.mail).toBe(me.mail);
  });

  it('waits for one code at a time', async () => {
    const me = await person();
    await begin(me, `a-${me.mail}`);
    await begin(me, `b-${me.mail}`);
    const code = await codeTo(`b-${me.mail}`);
    expect((await me.post('/api/account/mail/code')).body.code).toBe('too-many-mails');
    expect((await confirm(me, code)).status).toBe(204);
  });
});

describe('an account that is closed', () => {
  it('is refused while an application is open, with what stands against it', async () => {
    const me = await person('business');
    const draft = await fillJitanDraft(me, '退会亭');
    await me.post(`/api/drafts/${draft.id}/submit`, { revision: draft.revision });
    expect((await me.get<ClosingView>('/api/account/closing')).body).toMatchObject({
      open: [{ subject: '退会亭' }],
      drafts: 0,
      kept: 0,
    });
    expect((await me.post('/api/account/close', { currentPassword: password })).body).toMatchObject({
      code: 'account-in-use',
      params: { count: 1 },
    });
  });

  it('leaves with drafts and profile, while the office keeps what was decided', async () => {
    const me = await person('business');
    const submitted = await fillJitanDraft(me, '店じまい亭');
    const { body: receipt } = await me.post<{ applicationId: string }>(`/api/drafts/${submitted.id}/submit`, {
      revision: submitted.revision,
    });
    await me.post(`/api/applications/${receipt.applicationId}/withdraw`, { reason: '閉店' });
    await me.post('/api/drafts', { procedureId: 'gold-sticker' });
    expect((await me.post('/api/account/close', { currentPassword: 'wrong' })).status).toBe(422);
    expect((await me.post('/api/account/close', { currentPassword: password })).status).toBe(204);
    expect((await signIn(me.mail, password)).status).toBe(401);
    const rows = await test.dataSource.query<unknown[]>(
      `select a.name, a.profile, a.account_id,
         (select count(*)::int from draft where applicant_id = a.id and state = 'open') as drafts
       from application p join applicant a on a.id = p.applicant_id where p.id = $1`,
      [receipt.applicationId],
    );
    expect(rows).toEqual([{ name: '塚本 花子', profile: {}, account_id: null, drafts: 0 }]);
    await mailTo(me.mail, '退会の手続きが完了');
    const official = await test.official('sato');
    expect((await official.get(`/api/desk/applications/${receipt.applicationId}`)).status).toBe(200);
  });

  it('leaves nothing where nothing was submitted, and its address can register again', async () => {
    const me = await person();
    await me.post('/api/account/close', { currentPassword: password });
    const [row] = await test.dataSource.query<{ accounts: number; applicants: number }[]>(
      `select (select count(*)::int from account where mail_key = $1) as accounts,
              (select count(*)::int from applicant where account_id is null
                 and not exists (select from application p where p.applicant_id = applicant.id)) as applicants`,
      [me.mail],
    );
    expect(row).toEqual({ accounts: 0, applicants: 0 });
    expect((await me.get<SessionView>('/api/session')).body).toEqual({ subject: null });
  });

  it('and an application that is submitted at the same moment do not miss each other', async () => {
    const me = await person('business');
    const draft = await fillJitanDraft(me, '同時亭');
    const [submit, close] = await Promise.all([
      me.post(`/api/drafts/${draft.id}/submit`, { revision: draft.revision }),
      me.post('/api/account/close', { currentPassword: password }),
    ]);
    const both = [submit.status < 300, close.status < 300];
    expect(both.filter(Boolean)).toHaveLength(1);
  });
});

it('a mail about an account is forgotten after a month, and what nobody finished after a day', async () => {
  await test.dataSource.query(
    `insert into account_mail (id, kind, recipient, recipient_key, asked_from, language, state, created_at)
     select gen_random_uuid(), 'registered', name, name, '', 'ja', 'sent', now() - age::interval
     from (values ('old', '31 days'), ('recent', '29 days')) as m(name, age)`,
  );
  await test.dataSource.query(
    `insert into mail_proof (id, purpose, mail, mail_key, created_at)
     select sha256(name::bytea), 'password-reset', name, name, now() - age::interval
     from (values ('old', '25 hours'), ('recent', '23 hours')) as p(name, age)`,
  );
  await test.app.get(ForgetAccountMails, { strict: false }).run();
  const [left] = await test.dataSource.query<object[]>(
    `select (select array_agg(recipient order by recipient) from account_mail
             where recipient in ('old', 'recent')) as mails,
            (select array_agg(mail) from mail_proof where mail in ('old', 'recent')) as proofs`,
  );
  expect(left).toEqual({ mails: ['recent'], proofs: ['recent'] });
});
