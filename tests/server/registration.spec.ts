import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { SessionView } from '../../src/access/session.dto.js';
import type { RegistrationView } from '../../src/accounts/registration.dto.js';
import type { TermsView } from '../../src/accounts/terms/terms.dto.js';
import { eventually } from '../support/eventually.js';
import { type NoticeWorker, startNoticeWorker } from './support/notice-world.js';
import { openSmtpSink, type SmtpSink } from './support/smtp-sink.js';
import { startTestApp, type TestApp } from './support/test-app.js';
import type { Visitor } from './support/visitor.js';

const password = 'tsukimi-Soba-72';
const person = {
  kind: 'individual',
  name: '塚本 花子',
  name_kana: 'つかもと　はなこ',
  birth_date: '1984-02-29',
  phone: '０６－６９４１－０３５１',
  password,
  passwordAgain: password,
  wantsNews: true,
};

let test: TestApp;
let sink: SmtpSink;
let worker: NoticeWorker;
let version: string;
beforeAll(async () => {
  test = await startTestApp();
  sink = await openSmtpSink();
  worker = await startNoticeWorker(test, { SMTP_URL: sink.url });
  version = (await test.visitor().get<TermsView>('/api/terms')).body.version;
});
afterAll(async () => {
  await worker.stop();
  await sink.stop();
  await test.stop();
});

const begin = (visitor: Visitor, mail: string) =>
  visitor.post('/api/registration', { mail, mailAgain: mail, termsVersion: version });

/** Mail servers may write the domain in small letters. */
const mailsTo = (mail: string) =>
  sink.mails.filter(({ envelope }) => envelope.to.some((to) => to.toLowerCase() === mail.toLowerCase()));

/** The text of the nth mail to an address, once it and what the database keeps of it are there. */
async function mailTo(mail: string, n = 1): Promise<string> {
  return eventually(`mail ${n} to ${mail}`, async () => {
    const [row] = await test.dataSource.query<{ sent: number }[]>(
      `select count(*)::int as sent from account_mail where recipient = $1 and state = 'sent'`,
      [mail],
    );
    return row && row.sent >= n ? mailsTo(mail)[n - 1]?.text : undefined;
  });
}

async function codeTo(mail: string, n = 1): Promise<string> {
  return /認証コード：(\d{6})/.exec(await mailTo(mail, n))?.[1] ?? '';
}

const confirm = (visitor: Visitor, code: string) => visitor.post('/api/registration/confirm', { code });

/** Somebody whose address is confirmed. */
async function confirmed(mail: string): Promise<Visitor> {
  const visitor = test.visitor();
  await begin(visitor, mail);
  await confirm(visitor, await codeTo(mail));
  return visitor;
}

const other = (code: string) => (code === '000000' ? '000001' : '000000');

describe('somebody who registers', () => {
  it('agrees, confirms the address, enters who they are, and is signed in', async () => {
    const visitor = test.visitor();
    expect((await begin(visitor, 'Hanako@Example.jp')).status).toBe(204);
    expect((await visitor.get<RegistrationView>('/api/registration')).body).toEqual({
      registration: { mail: 'Hanako@Example.jp', mailConfirmed: false },
    });
    expect((await confirm(visitor, await codeTo('Hanako@Example.jp'))).status).toBe(204);
    expect((await visitor.get<RegistrationView>('/api/registration')).body.registration).toMatchObject({
      mailConfirmed: true,
    });
    expect((await visitor.post('/api/registration/judge', person)).status).toBe(204);
    expect((await visitor.post('/api/registration/complete', person)).status).toBe(204);
    expect((await visitor.get<SessionView>('/api/session')).body.subject).toMatchObject({
      kind: 'applicant',
      name: '塚本 花子',
      mail: 'Hanako@Example.jp',
      as: 'individual',
    });
    expect(await mailTo('Hanako@Example.jp', 2)).toContain('利用者登録が完了しました');
    const again = await test
      .visitor()
      .post('/api/session/applicant', { mail: 'hanako@example.jp', password });
    expect(again.status).toBe(200);
  });

  it('is kept with what they agreed to, codes in their usual form and the name as written', async () => {
    const [row] = await test.dataSource.query<Record<string, unknown>[]>(
      `select name, profile, terms_version, terms_agreed_at is not null as agreed, wants_news, password_hash
       from account c join applicant a on a.account_id = c.id where mail_key = 'hanako@example.jp'`,
    );
    expect(row).toMatchObject({
      name: '塚本 花子',
      profile: {
        name: '塚本 花子',
        name_kana: 'ツカモト ハナコ',
        phone: '0669410351',
      },
      terms_version: version,
      agreed: true,
      wants_news: true,
    });
    expect(row?.password_hash).toMatch(/^\$argon2id\$/);
  });

  it('as a business finds what they entered in a form', async () => {
    const visitor = await confirmed('keiri@example.jp');
    const business = {
      kind: 'business',
      name: '株式会社はなまる',
      representative_name: '花丸 一郎',
      representative_kana: 'ハナマル イチロウ',
      contact_name: '花丸 二郎',
      phone: '0612345678',
      password,
      passwordAgain: password,
      wantsNews: false,
    };
    expect((await visitor.post('/api/registration/complete', business)).status).toBe(204);
    const { body } = await visitor.post<{ answers: unknown }>('/api/drafts', { procedureId: 'jitan-9' });
    expect(JSON.stringify(body.answers)).toContain('花丸 一郎');
    expect(JSON.stringify(body.answers)).toContain('keiri@example.jp');
  });
});

describe('an address', () => {
  it.each(['taro..y@docomo.ne.jp', '.k.@ezweb.ne.jp', 'a+b@x.example.jp', 'ｔａｒｏ@example.jp'])(
    'that receives mail is taken: %s',
    async (mail) => {
      expect((await begin(test.visitor(), mail)).status).toBe(204);
    },
  );

  it.each([
    ['has no domain', 'taro', 'taro', '/mail'],
    ['would write a header', 'a@example.jp\nBcc: b@example.jp', 'a@example.jp', '/mail'],
    ['is another the second time', 'a@example.jp', 'b@example.jp', '/mailAgain'],
  ])('that %s is refused', async (_, mail, mailAgain, path) => {
    const { status, body } = await test
      .visitor()
      .post('/api/registration', { mail, mailAgain, termsVersion: version });
    expect(status).toBe(422);
    expect(body).toMatchObject({ code: 'answers-invalid', problems: [{ path }] });
  });

  it('with an account is answered like any other, and its owner is told by mail', async () => {
    const known = test.visitor();
    const unknown = test.visitor();
    const answers = [await begin(known, 'naniwa@example.jp'), await begin(unknown, 'nobody@example.jp')];
    expect(answers.map(({ status, body }) => [status, body])).toEqual([
      [204, ''],
      [204, ''],
    ]);
    const text = await mailTo('naniwa@example.jp');
    expect(text).toContain('すでに登録が済んでいます');
    expect(text).not.toMatch(/\d{6}/);
    const wrong = other(await codeTo('nobody@example.jp'));
    for (let n = 1; n <= 7; n++) {
      const [one, two] = [await confirm(known, wrong), await confirm(unknown, wrong)];
      const { requestId: _, ...said } = two.body;
      expect(one).toMatchObject({ status: two.status, body: said });
    }
  });

  it('is agreed to be used under the terms in force alone', async () => {
    const { status, body } = await test.visitor().post('/api/registration', {
      mail: 'a@example.jp',
      mailAgain: 'a@example.jp',
      termsVersion: '2020-01-01',
    });
    expect([status, body.code]).toEqual([409, 'terms-changed']);
  });
});

describe('a code', () => {
  it('stands in the mail alone', async () => {
    const visitor = test.visitor();
    await begin(visitor, 'secret@example.jp');
    const code = await codeTo('secret@example.jp');
    const [rows] = await test.dataSource.query<{ all: string }[]>(
      `select (select string_agg(r::text, ' ') from mail_proof r where mail_key = 'secret@example.jp')
           || (select string_agg(m::text, ' ') from account_mail m where recipient = 'secret@example.jp') as all`,
    );
    expect(rows?.all).toContain('$argon2id$');
    // Numbers of six digits occur in times and hashes by chance; a member that is the code does not.
    expect(rows?.all.split(/[,()"]/)).not.toContain(code);
    expect(mailsTo('secret@example.jp')[0]?.subject).not.toContain(code);
  });

  it('is taken in full width and with spaces', async () => {
    const visitor = test.visitor();
    await begin(visitor, 'wide@example.jp');
    const code = await codeTo('wide@example.jp');
    const wide = Array.from(code, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)).join(' ');
    expect((await confirm(visitor, wide)).status).toBe(204);
  });

  it('opens nothing after five wrong tries, however many are sent at once', async () => {
    const visitor = test.visitor();
    await begin(visitor, 'guess@example.jp');
    const code = await codeTo('guess@example.jp');
    const answers = await Promise.all(Array.from({ length: 12 }, () => confirm(visitor, other(code))));
    expect(answers.filter(({ body }) => body.code === 'code-wrong')).toHaveLength(4);
    expect((await confirm(visitor, code)).body.code).toBe('code-spent');
  });

  it('ends after thirty minutes', async () => {
    const visitor = test.visitor();
    await begin(visitor, 'late@example.jp');
    const code = await codeTo('late@example.jp');
    await test.dataSource.query(
      `update mail_proof set code_ends_at = code_ends_at - interval '30 minutes' where mail_key = 'late@example.jp'`,
    );
    expect((await confirm(visitor, code)).body.code).toBe('code-spent');
  });

  it('of one browser opens nothing in another', async () => {
    const owner = test.visitor();
    await begin(owner, 'owner@example.jp');
    const code = await codeTo('owner@example.jp');
    expect((await confirm(test.visitor(), code)).body.code).toBe('registration-not-begun');
    const thief = await confirmed('thief@example.jp');
    expect((await thief.post('/api/registration/judge', person)).status).toBe(204);
    expect((await owner.post('/api/registration/complete', person)).body.code).toBe('mail-not-confirmed');
  });

  it('is sent once a minute and five times an hour, and the newest counts', async () => {
    const mail = 'again@example.jp';
    const visitor = test.visitor();
    await begin(visitor, mail);
    const first = await codeTo(mail);
    const early = await visitor.post('/api/registration/code');
    expect(early).toMatchObject({ status: 429, body: { code: 'too-many-mails', params: { minutes: 1 } } });
    expect(early.headers['retry-after']).toBe('60');
    const later = () =>
      test.dataSource.query(
        `update account_mail set created_at = created_at - interval '61 seconds' where recipient = $1`,
        [mail],
      );
    for (let n = 2; n <= 5; n++) {
      await later();
      expect((await visitor.post('/api/registration/code')).status).toBe(204);
      await mailTo(mail, n);
    }
    await later();
    expect((await visitor.post('/api/registration/code')).body.params).toEqual({ minutes: 60 });
    expect((await begin(test.visitor(), mail.toUpperCase())).status).toBe(429);
    const newest = await codeTo(mail, 5);
    if (first !== newest) expect((await confirm(visitor, first)).body.code).toBe('code-wrong');
    expect((await confirm(visitor, newest)).status).toBe(204);
  });

  it('is sent once however many ask at the same moment', async () => {
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => begin(test.visitor(), 'rush@example.jp')),
    );
    expect(answers.filter(({ status }) => status === 204)).toHaveLength(1);
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(7);
  });
});

describe('what is entered', () => {
  let visitor: Visitor;
  beforeAll(async () => {
    visitor = await confirmed('judge@example.jp');
  });

  const problemsOf = async (changes: object) => {
    const { body } = await visitor.post('/api/registration/judge', { ...person, ...changes });
    return body.problems?.map(({ path, code }) => `${path} ${code}`) ?? [];
  };

  it('is told everything wrong at once, in both languages', async () => {
    const { status, body } = await visitor.post('/api/registration/complete', {
      ...person,
      name: ' ',
      phone: '12',
      passwordAgain: 'x',
    });
    expect(status).toBe(422);
    expect(body.problems).toEqual([
      {
        path: '/name',
        code: 'missing',
        level: 'error',
        text: { ja: '氏名を入力してください。', en: 'Name: please fill in.' },
      },
      expect.objectContaining({ path: '/phone', code: 'wrong-format' }),
      expect.objectContaining({ path: '/passwordAgain', code: 'password-differs' }),
    ]);
  });

  it.each([
    ['a birthday that does not exist', { birth_date: '2023-02-29' }, '/birth_date wrong-format'],
    ['a birthday to come', { birth_date: '2999-01-01' }, '/birth_date not-past'],
    ['kanji for a reading', { name_kana: '塚本' }, '/name_kana wrong-format'],
    ['a postal code of six digits', { postal: '540000' }, '/postal wrong-format'],
  ])('is refused with %s', async (_, changes, problem) => {
    expect(await problemsOf(changes)).toEqual([problem]);
  });

  it('of a business may hold a corporate number whose check digit is right', async () => {
    const business = { kind: 'business', contact_name: '花丸', corporate_number: '7123456789013' };
    expect(await problemsOf(business)).toEqual(['/corporate_number wrong-format']);
    expect(await problemsOf({ ...business, corporate_number: '7123456789012' })).toEqual([]);
  });

  it.each([
    ['Ab1!', 'password-too-short'],
    ['abcdefgh', 'password-too-uniform'],
    ['12345678', 'password-too-uniform'],
    ['パスワードAb1', 'password-not-half-width'],
    ['pass word1', 'password-not-half-width'],
    ['Password1', 'password-easily-guessed'],
    ['qwerty123', 'password-easily-guessed'],
    ['ababababB', 'password-easily-guessed'],
    ['judge123', 'password-easily-guessed'],
  ])('has no password such as %s', async (weak, code) => {
    expect(await problemsOf({ password: weak, passwordAgain: weak })).toEqual([`/password ${code}`]);
  });

  it.each(['soba-udon', 'SOBAUDONn', 'sobaudon7', '7-7-2-9-4'])(
    'may have the password %s, of two kinds of characters',
    async (good) => {
      expect(await problemsOf({ password: good, passwordAgain: good })).toEqual([]);
    },
  );

  it('makes one account, however often it is sent at once', async () => {
    const answers = await Promise.all(
      Array.from({ length: 4 }, () => visitor.post('/api/registration/complete', person)),
    );
    expect(answers.filter(({ status }) => status === 204)).toHaveLength(1);
    const [row] = await test.dataSource.query<{ count: number }[]>(
      `select count(*)::int as count from account where mail_key = 'judge@example.jp'`,
    );
    expect(row?.count).toBe(1);
  });
});
