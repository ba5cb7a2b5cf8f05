import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { civilDateInJapan } from '#engine';
import type { ApplicantApplicationView, NoticeView } from '../../src/applications/application.dto.js';
import type { Receipt } from '../../src/drafts/draft.dto.js';
import type { Mailbox } from '../../src/embedded/mailbox.dto.js';
import type { NoticeList } from '../../src/notices/notice-list.dto.js';
import type { FileVerdict, NoticeProofs, ProvedNotice } from '../../src/notices/proofs/proof.dto.js';
import type { OperationsView } from '../../src/operations/operations.dto.js';
import { eventually } from '../support/eventually.js';
import {
  fetchPdf,
  noticesOf,
  type NoticeWorker,
  startNoticeWorker,
  submitJitan,
} from './support/notice-world.js';
import { issue, pemOf } from './support/pki.js';
import { startTestApp, type TestApp } from './support/test-app.js';

describe('a notice in the hands of whoever holds one', () => {
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

  const proofOf = async (id: string) => {
    const [row] = await app.dataSource.query<
      { token: string; address: string; drawn_sha256: string; pdf_sha256: string; decision: unknown }[]
    >('select * from notice_proof where notice_id = $1', [id]);
    if (!row) throw new Error('no proof');
    return row;
  };
  const verify = (pdf: Buffer) =>
    app.visitor().send<FileVerdict>('POST', '/api/verify', {
      payload: pdf,
      headers: { 'content-type': 'application/octet-stream' },
    });

  it('its code leads to what it is, without a word about the applicant', async () => {
    const { id, documentNumber } = await issued();
    const { token, address } = await proofOf(id);
    expect(address).toMatch(/\/verify\/[A-Za-z0-9_-]{24}$/);
    const { status, body } = await app.visitor().get<ProvedNotice>(`/api/verify/${token}`);
    expect(status).toBe(200);
    expect(body).toEqual({
      title: '到達確認通知書',
      procedure: '第9期 営業時間短縮等協力金',
      department: expect.any(String),
      documentNumber,
      issuedOn: civilDateInJapan(new Date().toISOString()),
      public: null,
      until: null,
      standing: 'valid',
      revoked: null,
      approvals: 0,
      signature: {
        level: 'B-T',
        signer: expect.stringContaining('（デモ・効力なし）'),
        signedAt: expect.any(String),
        stampedAt: expect.any(String),
      },
    });
    expect((await app.visitor().get(`/api/verify/${'A'.repeat(24)}`)).body).toMatchObject({
      code: 'notice-not-known',
    });
  });

  it('its file is genuine; changed, extended or somebody else’s it is not, and why is said', async () => {
    const { id, documentNumber } = await issued();
    const official = await app.official('sato');
    const { pdf } = await fetchPdf(app, official.cookie, id);
    expect((await verify(pdf)).body).toMatchObject({
      genuine: true,
      fault: null,
      notice: { documentNumber },
    });
    const changed = Buffer.from(pdf);
    changed[pdf.length - 300] = (changed[pdf.length - 300] ?? 0) ^ 1;
    expect((await verify(changed)).body).toMatchObject({
      genuine: false,
      notice: null,
      fault: { code: 'changed', text: expect.stringContaining('変えられています') },
    });
    expect((await verify(Buffer.concat([pdf, Buffer.from('\n%')]))).body).toMatchObject({
      genuine: false,
      notice: { documentNumber },
      fault: { code: 'appended' },
    });
    expect((await verify(Buffer.from('no pdf'))).body).toMatchObject({ fault: { code: 'not-a-pdf' } });
    expect((await verify(Buffer.alloc(1_100_000))).status).toBe(413);
  });

  it('a good signature that is not on record is told from what we issued', async () => {
    const { id } = await issued();
    const official = await app.official('sato');
    const { pdf } = await fetchPdf(app, official.cookie, id);
    await app.dataSource.query(`update notice set pdf_sha256 = repeat('0', 64) where id = $1`, [id]);
    expect((await verify(pdf)).body).toMatchObject({ genuine: false, fault: { code: 'not-on-record' } });
    const { pdf_sha256: kept } = await proofOf(id);
    await app.dataSource.query('update notice set pdf_sha256 = $2 where id = $1', [id, kept]);
    expect((await verify(pdf)).body).toMatchObject({ genuine: true });
  });

  it('is called back by two: one asks, another decides, and everybody learns when and why', async () => {
    const other = await submitJitan(app, 'なにわ酒場 取消店');
    const { id } = await eventually('it is issued', async () =>
      (await noticesOf(app, other.applicationId)).find(
        (row) => row.state === 'ready' && row.pdf_sha256 !== null,
      ),
    );
    const [sato, tanaka, yamamoto] = [
      await app.official('sato'),
      await app.official('tanaka'),
      await app.official('yamamoto'),
    ];
    const ask = { reason: '対象店舗の取り違え', publicReason: '記載の誤り' };
    const asking = `/api/desk/notices/${id}/revocation`;
    const deciding = `${asking}/decision`;
    const codeOf = async (answer: Promise<{ body: unknown }>) => (await answer).body;
    expect(await codeOf(sato.post(asking, ask))).toMatchObject({ code: 'revocation-not-yours' });
    expect(await codeOf(tanaka.post(deciding, { revoke: true, words: '' }))).toMatchObject({
      code: 'revocation-not-asked',
    });
    expect((await tanaka.post(asking, ask)).status).toBe(204);
    expect(await codeOf(yamamoto.post(asking, ask))).toMatchObject({ code: 'revocation-asked' });
    expect(await codeOf(tanaka.post(deciding, { revoke: true, words: '' }))).toMatchObject({
      code: 'revocation-own',
    });
    const { token } = await proofOf(id);
    const shown = async () => (await app.visitor().get<ProvedNotice>(`/api/verify/${token}`)).body;
    expect(await shown()).toMatchObject({ standing: 'valid', revoked: null });
    // Let stand, with a reason; then asked for anew.
    expect(await codeOf(tanaka.post(deciding, { revoke: false, words: ' ' }))).toMatchObject({
      code: 'reason-required',
    });
    expect((await tanaka.post(deciding, { revoke: false, words: '確認のうえ再度' })).status).toBe(204);
    expect((await tanaka.post(asking, ask)).status).toBe(204);
    expect((await yamamoto.post(deciding, { revoke: true, words: '' })).status).toBe(204);
    expect(await shown()).toMatchObject({
      standing: 'revoked',
      revoked: { at: expect.any(String), reason: '記載の誤り' },
    });
    const owner = await app.applicant();
    const own = await owner.get<ApplicantApplicationView>(`/api/applications/${other.applicationId}`);
    const revoked = { at: expect.any(String), reason: '記載の誤り' };
    expect(own.body.notices.find((notice) => notice.id === id)).toMatchObject({ revoked });
    const listed = (await owner.get<NoticeList>('/api/notices')).body.notices;
    expect(listed.find((notice) => notice.id === id)).toMatchObject({ revoked });
    expect((await fetchPdf(app, owner.cookie, id)).status).toBe(200);
    const mail = await eventually('they are told by mail', async () => {
      const { body } = await app.visitor().get<Mailbox>('/api/mailbox');
      return body.mails.find(({ subject }) => subject.startsWith('通知書が取り消されました'));
    });
    expect(mail.subject).toContain(other.number);
    expect(mail.text).not.toContain('記載の誤り');
    const list = await tanaka.get<NoticeProofs>(`/api/desk/applications/${other.applicationId}/proofs`);
    expect(list.body.notices.find((notice) => notice.id === id)).toMatchObject({
      level: 'B-T',
      revocation: { state: 'revoked', reason: '対象店舗の取り違え', asked: { name: '田中 律子' } },
    });
    const recorded = await app.dataSource.query<{ action: string }[]>(
      `select body::json ->> 'action' as action from audit_event
       where body::json -> 'subject' ->> 'id' = $1 and body like '%revo%' order by id`,
      [id],
    );
    expect(recorded.map(({ action }) => action)).toEqual([
      'notice.ask-revocation',
      'notice.decline-revocation',
      'notice.ask-revocation',
      'notice.revoke',
    ]);
  });

  it('the decision behind it is kept: each yes since its stage was entered, the deciding one last', async () => {
    const [notice] = await noticesOf(app, receipt.applicationId).then((rows) =>
      rows.filter(({ template }) => template === 'arrival-receipt'),
    );
    const line = (seq: number, type: string, from: string, to: string, by: string, action: string) =>
      app.dataSource.query(
        `insert into application_event (application_id, seq, at, type, from_stage, to_stage, action, actor_kind, actor_id)
         values ($1, $2, now(), $3, $4, $5, $6, 'staff', $7)`,
        [receipt.applicationId, seq, type, from, to, action, by],
      );
    await line(901, 'action', 'second_review', 'decision', 'suzuki', 'pass');
    await line(902, 'approved', 'decision', 'decision', 'tanaka', 'approve');
    await line(903, 'action', 'decision', 'payout', 'yamamoto', 'approve');
    await app.dataSource.query('delete from notice_proof where notice_id = $1', [notice?.id]);
    await app.dataSource.query(`update notice set state = 'queued', event_seq = 903 where id = $1`, [
      notice?.id,
    ]);
    const decision = await eventually('it is proved anew', async () => {
      const [row] = await app.dataSource.query<{ decision: unknown; level: string | null }[]>(
        'select decision, level from notice_proof where notice_id = $1',
        [notice?.id],
      );
      return row?.level ? row.decision : undefined;
    });
    expect(decision).toMatchObject({ action: 'approve', by: [{ id: 'tanaka' }, { id: 'yamamoto' }] });
  });

  it('a notice that must be signed waits until it can be, and an administrator is told', async () => {
    await worker.stop();
    const key = join(app.dataDir, 'office.key');
    const office = issue('大阪府商工労働部', null);
    writeFileSync(join(app.dataDir, 'office.pem'), pemOf(office.raw));
    const signing = {
      anchors: ['office.pem'],
      keys: [{ certificate: 'office.pem', key: 'office.key' }],
    };
    writeFileSync(join(app.dataDir, 'signing.json'), JSON.stringify(signing));
    worker = await startNoticeWorker(
      app,
      { NOTICE_SIGNING_FILE: join(app.dataDir, 'signing.json') },
      { pauses: Array.from({ length: 200 }, () => 100) },
    );
    const other = await submitJitan(app, 'なにわ酒場 待合店');
    const administrator = await app.official('kobayashi');
    const unsigned = async () =>
      (await administrator.get<OperationsView>('/api/desk/operations')).body.unsigned;
    await eventually('it waits', async () => {
      const rows = await app.dataSource.query<unknown[]>('select 1 from notice_waiting');
      return rows.length > 0 || undefined;
    });
    const [told] = await unsigned();
    expect(told).toMatchObject({ count: 1, reason: expect.stringContaining('cannot be used') });
    const ofOther = async () =>
      (await noticesOf(app, other.applicationId)).find(({ template }) => template === 'arrival-receipt');
    expect(await ofOther()).toMatchObject({ state: 'queued', pdf_sha256: null });
    writeFileSync(key, office.key.export({ format: 'pem', type: 'pkcs8' }));
    await eventually('it is issued', async () => ((await ofOther())?.state === 'ready' ? true : undefined));
    expect(await unsigned()).toEqual([]);
    const [proof] = await app.dataSource.query<{ level: string; signer: string }[]>(
      'select p.level, p.signer from notice_proof p join notice n on n.id = p.notice_id where n.application_id = $1',
      [other.applicationId],
    );
    expect(proof).toEqual({ level: 'B-B', signer: '大阪府商工労働部 / Test' });
  });
});
