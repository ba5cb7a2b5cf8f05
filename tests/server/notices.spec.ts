import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { civilDateInJapan, type IsoDate } from '#engine';
import type { ApplicantApplicationView, NoticeView } from '../../src/applications/application.dto.js';
import type { Receipt } from '../../src/drafts/draft.dto.js';
import type { Mailbox } from '../../src/embedded/mailbox.dto.js';
import { takeDocumentNumbers } from '../../src/notices/document-number.js';
import type { NoticeList } from '../../src/notices/notice-list.dto.js';
import type { FileVerdict, NoticeProofs, ProvedNotice } from '../../src/notices/proofs/proof.dto.js';
import type { OperationsView } from '../../src/operations/operations.dto.js';
import { eventually } from '../support/eventually.js';
import { noticesOf, type NoticeWorker, startNoticeWorker, submitJitan } from './support/notice-world.js';
import { hasPoppler, textOf } from './support/pdf-tools.js';
import { issue } from './support/pki.js';
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

  describe('for everybody who holds one', () => {
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

  describe('document numbers', () => {
    const take = (symbol: string, on: IsoDate, fails = false) =>
      app.dataSource
        .transaction(async (tx) => {
          const [number = ''] = await takeDocumentNumbers(tx, symbol, on, 1);
          if (fails) throw new Error('rolled back');
          return number;
        })
        .catch(() => null);

    it('have no gap and no double: 200 at once in two departments, a third of them rolled back', async () => {
      const taken = await Promise.all(
        Array.from({ length: 200 }, (_, n) => take(n % 2 === 0 ? '甲' : '乙', '2026-10-01', n % 3 === 0)),
      );
      for (const symbol of ['甲', '乙']) {
        const numbers = taken.filter((number): number is string => number?.startsWith(symbol) === true);
        expect(numbers.length).toBeGreaterThan(60);
        expect(new Set(numbers)).toEqual(new Set(numbers.map((_, n) => `${symbol}第${n + 1}号`)));
      }
    });

    it('are given back when the process that took one is killed', async () => {
      await app.dataSource
        .transaction(async (tx) => {
          await takeDocumentNumbers(tx, '丙', '2026-10-01', 3);
          const [{ pid }] = await tx.query<[{ pid: number }]>('select pg_backend_pid() as pid');
          await app.dataSource.query('select pg_terminate_backend($1)', [pid]);
          await tx.query('select 1');
        })
        .catch(() => undefined);
      expect(await take('丙', '2026-10-01')).toBe('丙第1号');
    });

    it('begin anew with the fiscal year, at midnight in Japan', async () => {
      const at = (instant: string) => take('丁', civilDateInJapan(instant));
      expect(await at('2026-03-31T14:59:59Z')).toBe('丁第1号');
      expect(await at('2026-03-31T15:00:00Z')).toBe('丁第1号');
      expect(await at('2026-03-31T15:00:01Z')).toBe('丁第2号');
      expect(await at('2026-03-31T14:59:58Z')).toBe('丁第2号');
    });
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

  it('a name that looks like syntax comes out as it was written, in notice, mail and portal', async () => {
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
    expect(JSON.stringify(body)).toContain(JSON.stringify(name).slice(1, -1));
  });

  it('mail is kept for the mailbox page, newest first', async () => {
    const mails = await eventually('all mails are there', async () => {
      const { body } = await app.visitor().get<Mailbox>('/api/mailbox');
      return body.mails.length >= 4 ? body.mails : undefined;
    });
    expect(mails.at(-1)).toMatchObject({
      from: '大阪府 手続ポータル <no-reply@tetsuzuki.example.jp>',
      to: ['naniwa@example.jp'],
      subject: `【大阪府】申請を受け付けました（申込番号 ${receipt.number}）`,
    });
    expect(mails.at(-1)?.text).toContain('届きました');
    expect(mails[1]?.text).toContain('すし処 🍣 法善寺店');
  });

  it('a notice that must be signed waits until it can be, and an administrator is told', async () => {
    await worker.stop();
    const key = join(app.dataDir, 'office.key');
    const office = issue('大阪府商工労働部', null);
    const pem = (raw: Buffer): string =>
      `-----BEGIN CERTIFICATE-----\n${raw.toString('base64')}\n-----END CERTIFICATE-----\n`;
    writeFileSync(join(app.dataDir, 'office.pem'), pem(office.raw));
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
    const unsigned = () =>
      administrator.get<OperationsView>('/api/desk/operations').then(({ body }) => body.unsigned);
    const told = await eventually('it is told', async () => {
      const [first] = await unsigned();
      return first;
    });
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

  it('the mailbox is not there outside the demo', async () => {
    const real = await startTestApp({ DEMO: 'false' });
    expect((await real.visitor().get('/api/mailbox')).status).toBe(404);
    await real.stop();
  });
});

interface PdfAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly pdf: Buffer;
}

async function fetchPdf({ app }: TestApp, cookie: string | undefined, id: string): Promise<PdfAnswer> {
  const answer = await app.inject({
    url: `/api/notices/${id}/pdf`,
    headers: cookie === undefined ? {} : { cookie },
  });
  return { status: answer.statusCode, headers: answer.headers, pdf: answer.rawPayload };
}
