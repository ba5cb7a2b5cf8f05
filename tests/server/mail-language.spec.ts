import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { AccountView } from '../../src/accounts/account.dto.js';
import type { ApplicantApplicationView } from '../../src/applications/application.dto.js';
import { newId } from '../../src/database/id.js';
import { eventually } from '../support/eventually.js';
import { type AccountWorld, startAccountWorld } from './support/account-world.js';
import { submitJitan } from './support/notice-world.js';
import type { Visitor } from './support/visitor.js';

const japanese = /[\p{Script=Hiragana}\p{Script=Katakana}]/u;
/** What a mail says besides names and titles that are kept as they are. */
const inWords = (text: string): string => text.replaceAll('株式会社なにわ酒場', '').replaceAll('英語亭', '');

let world: AccountWorld;
let me: Visitor;
let applicationId: string;
let number: string;
const mailed = (words: string) => world.mailTo('naniwa@example.jp', words);
beforeAll(async () => {
  world = await startAccountWorld();
  me = await world.test.applicant();
  await me.put('/api/account/language', { language: 'en' });
  ({ applicationId, number } = await submitJitan(world.test, '英語亭'));
});
afterAll(() => world.stop());

describe('whoever wants mails in English', () => {
  it('keeps that in the account; everybody else has Japanese', async () => {
    expect((await me.get<AccountView>('/api/account')).body.language).toBe('en');
    const other = await world.person();
    expect((await other.get<AccountView>('/api/account')).body.language).toBe('ja');
    expect((await other.put('/api/account/language', { language: 'fr' })).status).toBe(422);
  });

  it('gets the mails of a procedure in English, and finds them so in the portal', async () => {
    const mail = await mailed('has arrived at Osaka Prefecture');
    expect(mail).toContain(
      'Your application for Ninth-Round Reduced Business Hours Support Grant has arrived at Osaka Prefecture.',
    );
    expect(mail).toContain(`- Application number: ${number}`);
    expect(inWords(mail)).not.toMatch(japanese);
    await eventually('it stands so in the portal', async () => {
      const { body } = await me.get<ApplicantApplicationView>(`/api/applications/${applicationId}`);
      const title = `[Osaka Prefecture] We have your application (application ${number})`;
      return body.notices.find((notice) => notice.title === title);
    });
  });

  it('gets the engine’s own letters in English: of a message, of a document that waits, of one called back', async () => {
    const official = await world.test.official('sato');
    const path = `/api/desk/applications/${applicationId}/messages`;
    await official.post(path, { key: randomUUID(), body: '確認しました。', files: [] });
    const [reminder, revocation] = [newId(), newId()];
    await world.test.dataSource.query(
      `with notice as (select id from notice where application_id = $1 and kind = 'notice' limit 1),
         owed as (
           insert into notice_reminder (id, notice_id, kind, recipient)
           select given.id, notice.id, given.kind, 'naniwa@example.jp'
           from notice, (values ($2::uuid, 'unopened'), ($3::uuid, 'revoked')) as given(id, kind) returning id
         )
       insert into outbox (id, queue, name, subject_id)
       select gen_random_uuid(), 'mails', 'deliver-notice-reminder', id from owed`,
      [applicationId, reminder, revocation],
    );
    for (const words of ['has written to you', 'has not been opened', 'has been called back']) {
      const mail = await mailed(words);
      expect(mail).toContain(`application ${number}`);
      expect(inWords(mail)).not.toMatch(japanese);
    }
  });

  it('gets mails about the account so, whatever the browser of the moment says', async () => {
    await me.put('/api/account/password', {
      currentPassword: 'tetsuzuki-demo',
      password: 'tsukimi-Soba-72',
      passwordAgain: 'tsukimi-Soba-72',
    });
    expect(inWords(await mailed('Your password was changed'))).not.toMatch(japanese);
  });
});
