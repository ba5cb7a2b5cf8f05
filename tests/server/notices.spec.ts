import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { ApplicantApplicationView, NoticeView } from '../../src/applications/application.dto.js';
import type { Receipt } from '../../src/drafts/draft.dto.js';
import type { Mailbox } from '../../src/embedded/mailbox.dto.js';
import { eventually } from '../support/eventually.js';
import {
  fetchPdf,
  noticesOf,
  type NoticeWorker,
  startNoticeWorker,
  submitJitan,
} from './support/notice-world.js';
import { hasPoppler, textOf } from './support/pdf-tools.js';
import { startTestApp, type TestApp } from './support/test-app.js';

describe('notices and the demo’s mailbox', () => {
  let app: TestApp;
  let worker: NoticeWorker;
  let receipt: Receipt;
  beforeAll(async () => {
    app = await startTestApp();
    worker = await startNoticeWorker(app, {});
    receipt = await submitJitan(app, 'なにわ酒場 法善寺店');
  });
  afterAll(async () => {
    await worker.stop();
    await app.stop();
  });

  const issued = (): Promise<NoticeView> =>
    eventually('the arrival receipt is ready', async () => {
      const applicant = await app.applicant();
      const { body } = await applicant.get<ApplicantApplicationView>(
        `/api/applications/${receipt.applicationId}`,
      );
      return body.notices.find(({ kind, state }) => kind === 'notice' && state === 'ready');
    });

  it('the arrival receipt is issued as PDF, under the next document number', async () => {
    const notice = await issued();
    expect(notice).toMatchObject({
      template: 'arrival-receipt',
      documentNumber: expect.stringMatching(/第\d+号$/),
      pdf: `/api/notices/${notice.id}/pdf`,
      firstOpenedAt: null,
    });
  });

  it('the applicant gets it; the first opening is kept', async () => {
    const { id } = await issued();
    const applicant = await app.applicant();
    const answer = await fetchPdf(app, applicant.cookie, id);
    expect(answer.status).toBe(200);
    expect(answer.headers['content-type']).toBe('application/pdf');
    expect(answer.pdf.subarray(0, 5).toString()).toBe('%PDF-');
    if (hasPoppler) {
      const text = textOf(answer.pdf);
      expect(text).toContain('到達確認通知書');
      expect(text).toContain(receipt.number);
      expect(text).toContain('なにわ酒場法善寺店');
      expect(text).toContain('金600,000円');
    }
    const { firstOpenedAt } = await issued();
    expect(firstOpenedAt).not.toBeNull();
    await fetchPdf(app, applicant.cookie, id);
    expect((await issued()).firstOpenedAt).toBe(firstOpenedAt);
  });

  it('an official of the procedure sees the same; others learn nothing, not even that it is there', async () => {
    const { id } = await issued();
    const official = await app.official('sato');
    expect((await fetchPdf(app, official.cookie, id)).status).toBe(200);
    const somebody = await app.applicant('kitano@example.jp');
    expect((await fetchPdf(app, somebody.cookie, id)).status).toBe(404);
    expect((await fetchPdf(app, undefined, id)).status).toBe(401);
  });

  it('issuing it again gives the same bytes', async () => {
    const { id } = await issued();
    const [before] = await noticesOf(app, receipt.applicationId).then((rows) =>
      rows.filter((row) => row.id === id),
    );
    await app.dataSource.query(`update notice set state = 'queued', pdf_sha256 = null where id = $1`, [id]);
    const after = await eventually('it is issued again', async () =>
      (await noticesOf(app, receipt.applicationId)).find((row) => row.id === id && row.state === 'ready'),
    );
    expect(after.pdf_sha256).toBe(before?.pdf_sha256);
    expect(after.document_number).toBe(before?.document_number);
  });

  it('only whole files are in the store', async () => {
    await issued();
    const incoming = join(app.dataDir, 'files', 'incoming');
    expect(existsSync(incoming) ? readdirSync(incoming) : []).toEqual([]);
  });

  it('a notice that cannot be printed waits for a person, and no box is issued', async () => {
    const other = await submitJitan(app, 'すし処 🍣 法善寺店');
    const notice = await eventually('it is given up', async () =>
      (await noticesOf(app, other.applicationId)).find(({ state }) => state === 'undeliverable'),
    );
    expect(notice).toMatchObject({ template: 'arrival-receipt', pdf_sha256: null, attempts: 1 });
    expect(notice.last_error).toContain('could not be displayed');
  });

  it('a name that looks like syntax comes out as it was written, in notice, mail, portal, desk and copy of the answers', async () => {
    const name = '{{ 7*7 }}#read("a")$x$<b>店</b>\\u{41}=1+1';
    const other = await submitJitan(app, name);
    const notice = await eventually('it is issued', async () =>
      (await noticesOf(app, other.applicationId)).find(
        (row) => row.state === 'ready' && row.pdf_sha256 !== null,
      ),
    );
    const applicant = await app.applicant();
    const { pdf } = await fetchPdf(app, applicant.cookie, notice.id);
    if (hasPoppler) expect(textOf(pdf)).toContain(name.replaceAll(' ', ''));
    const mail = await eventually('the mail is there', async () => {
      const { body } = await app.visitor().get<Mailbox>('/api/mailbox');
      return body.mails.find(({ subject }) => subject.includes(other.number));
    });
    expect(mail.text).toContain(name);
    expect(mail.subject).toBe(`【大阪府】申請を受け付けました（申込番号 ${other.number}）`);
    const { body } = await applicant.get<ApplicantApplicationView>(
      `/api/applications/${other.applicationId}`,
    );
    const written = JSON.stringify(name).slice(1, -1);
    expect(JSON.stringify(body)).toContain(written);
    const sato = await app.official('sato');
    const desk = await sato.get(`/api/desk/applications/${other.applicationId}`);
    expect(JSON.stringify(desk.body)).toContain(written);
    const answers = await app.app.inject({
      url: `/api/applications/${other.applicationId}/answers/pdf`,
      headers: { cookie: applicant.cookie },
    });
    expect(answers.statusCode).toBe(200);
    if (hasPoppler) expect(textOf(answers.rawPayload)).toContain(name.replaceAll(' ', ''));
  });

  it('mail is kept for the mailbox page, newest first', async () => {
    const mails = await eventually('all mails are there', async () => {
      const { body } = await app.visitor().get<Mailbox>('/api/mailbox');
      return body.mails.length >= 3 ? body.mails : undefined;
    });
    expect(mails.at(-1)).toMatchObject({
      from: '大阪府 手続ポータル <no-reply@tetsuzuki.example.jp>',
      to: ['naniwa@example.jp'],
      subject: `【大阪府】申請を受け付けました（申込番号 ${receipt.number}）`,
    });
    expect(mails.at(-1)?.text).toContain('届きました');
    expect(mails[1]?.text).toContain('すし処 🍣 法善寺店');
  });

  it('the mailbox is not there outside the demo', async () => {
    const real = await startTestApp({ DEMO: 'false' });
    expect((await real.visitor().get('/api/mailbox')).status).toBe(404);
    await real.stop();
  });
});
