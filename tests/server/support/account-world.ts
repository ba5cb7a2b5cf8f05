import type { SessionView } from '../../../src/access/session.dto.js';
import { eventually } from '../../support/eventually.js';
import { startNoticeWorker } from './notice-world.js';
import { openSmtpSink } from './smtp-sink.js';
import { startTestApp, type TestApp } from './test-app.js';
import type { Answer, Visitor } from './visitor.js';

/** What everybody of this world signs in with at first. */
export const password = 'tetsuzuki-demo';
export const business = { name: '株式会社はなまる', contact_name: '花丸 二郎', phone: '06-1234-5678' };

export interface Person extends Visitor {
  readonly mail: string;
}

/** The product, its worker and a mail server, for people who look after their accounts. */
export interface AccountWorld {
  readonly test: TestApp;
  /** Somebody new, signed in; each test has people of its own. */
  person(kind?: 'individual' | 'business'): Promise<Person>;
  signIn(mail: string, secret: string): Promise<Answer<SessionView>>;
  /** The text of the mail that says this, once it has come. */
  mailTo(mail: string, words: string): Promise<string>;
  /** The code of the newest confirmation. */
  codeTo(mail: string): Promise<string>;
  stop(): Promise<void>;
}

export async function startAccountWorld(): Promise<AccountWorld> {
  const test = await startTestApp();
  const sink = await openSmtpSink();
  const worker = await startNoticeWorker(test, { SMTP_URL: sink.url });
  let people = 0;
  const mailTo = (mail: string, words: string): Promise<string> =>
    eventually(
      `a mail to ${mail}`,
      () =>
        sink.mails.find(({ envelope, text }) => envelope.to.includes(mail) && text?.includes(words))?.text,
    );
  return {
    test,
    mailTo,
    async person(kind = 'individual') {
      const mail = `person${(people += 1)}@example.jp`;
      await test.dataSource.query(
        `with made as (
           insert into account (id, mail, mail_key, password_hash)
           select gen_random_uuid(), $1, $1, password_hash from account where mail_key = 'naniwa@example.jp'
           returning id
         )
         insert into applicant (id, account_id, kind, name, profile)
         select gen_random_uuid(), id, $2, '塚本 花子',
           '{"name": "塚本 花子", "phone": "0669410351", "site": {"name": "店"}}'
         from made`,
        [mail, kind],
      );
      return Object.assign(await test.applicant(mail), { mail });
    },
    signIn: (mail, secret) => test.visitor().post('/api/session/applicant', { mail, password: secret }),
    async codeTo(mail) {
      return /認証コード：(\d{6})/.exec(await mailTo(mail, '認証コード：'))?.[1] ?? '';
    },
    async stop() {
      await worker.stop();
      await sink.stop();
      await test.stop();
    },
  };
}

export async function subjectOf(
  visitor: Visitor,
): Promise<Extract<SessionView['subject'], { kind: 'applicant' }>> {
  const { body } = await visitor.get<SessionView>('/api/session');
  return body.subject as Extract<SessionView['subject'], { kind: 'applicant' }>;
}
