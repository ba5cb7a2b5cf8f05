import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DeskApplicationView } from '../../src/applications/desk.dto.js';
import type { AttachmentView, Receipt, SavedDraft } from '../../src/drafts/draft.dto.js';
import type {
  LetterList,
  PaperDesk,
  PaperDraftView,
  PaperTrail,
} from '../../src/paper-applications/paper.dto.js';
import { eventually } from '../support/eventually.js';
import { jitanAnswers, png } from './support/jitan-answers.js';
import { type NoticeWorker, startNoticeWorker } from './support/notice-world.js';
import { openSmtpSink, type SmtpSink } from './support/smtp-sink.js';
import { startTestApp, type TestApp } from './support/test-app.js';
import type { Visitor } from './support/visitor.js';

const letters = {
  kind: 'letters',
  as: 'individual',
  name: '紙野 一郎',
  postal: '540-8570',
  address: '大阪府大阪市中央区大手前2-1-22',
  phone: '06-6941-0351',
};
const scan = Buffer.from('%PDF-1.7\nscan');
const today = (): string => new Date(Date.now() + 9 * 3_600_000).toISOString().slice(0, 10);

let test: TestApp;
let sato: Visitor;
let worker: NoticeWorker;
let sink: SmtpSink;
beforeAll(async () => {
  test = await startTestApp();
  sato = await test.official('sato');
  sink = await openSmtpSink();
  worker = await startNoticeWorker(test, { SMTP_URL: sink.url });
});
afterAll(async () => {
  await worker.stop();
  await sink.stop();
  await test.stop();
});

const begin = (more: object = {}) =>
  sato.post<{ id: string }>('/api/desk/paper', {
    procedureId: 'jitan-9',
    arrivedOn: today(),
    brought: 'post',
    applicant: letters,
    ...more,
  });

/** Keyed in whole, with scan and files, and saved. */
async function keyed(store: string, more: object = {}) {
  const { id } = (await begin(more)).body;
  const { body: view } = await sato.get<PaperDraftView>(`/api/desk/paper/${id}`);
  const answers = jitanAnswers(store);
  const documents: Record<string, unknown> = {};
  for (const name of Object.keys(answers.documents ?? {})) {
    const { body: file } = await sato.upload<AttachmentView>(
      `/api/desk/paper/${id}/attachments?field=documents.${name}`,
      `${name}.png`,
      png,
    );
    documents[name] = [file.id];
  }
  await sato.upload(`/api/desk/paper/${id}/scans`, '申請書.pdf', scan);
  const whole: Record<string, Record<string, unknown>> = { ...answers, documents };
  const { body: saved } = await sato.put<SavedDraft>(`/api/desk/paper/${id}`, {
    revision: view.draft.revision,
    answers: whole,
  });
  return { id, revision: saved.revision, answers: whole };
}

const submit = (
  { id, revision, answers }: Awaited<ReturnType<typeof keyed>>,
  setAside: readonly object[] = [],
) => sato.post<Receipt>(`/api/desk/paper/${id}/submit`, { revision, answers, setAside });

const trailOf = async (id: string, person = sato) =>
  (await person.get<PaperTrail>(`/api/desk/applications/${id}/paper`)).body.paper;

describe('an application that arrives on paper', () => {
  it('gets a number and a place in the review as any other, and says that it is paper', async () => {
    const paper = await keyed('紙の店');
    const { status, body: receipt } = await submit(paper);
    expect([status, receipt.number]).toEqual([200, expect.stringMatching(/^0009-\d{2}-/)]);
    const { body: view } = await sato.get<DeskApplicationView>(
      `/api/desk/applications/${receipt.applicationId}`,
    );
    expect([view.stage, view.applicantName]).toEqual(['first_review', '紙野 一郎']);
    expect(await trailOf(receipt.applicationId)).toMatchObject({
      byPost: true,
      arrivals: [
        { n: 1, brought: 'post', arrivedOn: today(), keyedBy: '佐藤 健', scans: [{ name: '申請書.pdf' }] },
      ],
    });
    const again = await submit(paper);
    expect(again.body.applicationId).toBe(receipt.applicationId);
    const [entry] = await test.dataSource.query<{ body: string }[]>(
      `select body from audit_event where body like '%paper.submit%' order by id desc limit 1`,
    );
    expect(JSON.parse(entry?.body ?? '{}')).toMatchObject({
      subject: { kind: 'application', id: receipt.applicationId },
      detail: { arrivedOn: today(), setAside: [] },
    });
  });

  it('is judged by its day of arrival, which is not in the future', async () => {
    expect((await begin({ arrivedOn: '2099-01-01' })).body).toMatchObject({ code: 'arrival-in-future' });
    expect((await begin({ arrivedOn: '2020-02-31' })).body).toMatchObject({ code: 'request-invalid' });
    expect((await begin({ arrivedOn: '2020-02-01' })).body).toMatchObject({ code: 'acceptance-not-open' });
    const yesterday = new Date(Date.now() + 9 * 3_600_000 - 86_400_000).toISOString().slice(0, 10);
    const paper = await keyed('昨日の店', { arrivedOn: yesterday });
    // The window closed yesterday evening: the portal takes nothing any more, the paper was there in time.
    const close = (at: unknown) =>
      test.dataSource.query(`update procedure set closes_at = $1 where id = 'jitan-9'`, [at]);
    const [window] = await test.dataSource.query<{ closes_at: Date | null }[]>(
      `select closes_at from procedure where id = 'jitan-9'`,
    );
    await close(`${yesterday}T18:00:00+09:00`);
    const { status, body } = await submit(paper);
    await close(window?.closes_at ?? null);
    expect([status, body.submittedAt.slice(0, 10)]).toEqual([200, yesterday]);
  });

  it('is not submitted without its scan, nor by an official who keys in no papers', async () => {
    const { id } = (await begin()).body;
    const bare = await sato.post(`/api/desk/paper/${id}/submit`, { revision: 0, answers: {}, setAside: [] });
    expect(bare.body).toMatchObject({ code: 'scan-required' });
    const takahashi = await test.official('takahashi');
    expect((await takahashi.get(`/api/desk/paper/${id}`)).status).toBe(404);
    expect((await takahashi.get<PaperDesk>('/api/desk/paper')).body).toEqual({
      procedures: [],
      drafts: [],
      letters: 0,
    });
    expect((await sato.get<PaperDesk>('/api/desk/paper')).body.drafts.map((draft) => draft.id)).toContain(id);
    expect((await sato.delete(`/api/desk/paper/${id}`)).status).toBe(204);
    expect((await sato.get(`/api/desk/paper/${id}`)).status).toBe(404);
  });

  it('goes on without what the paper lacks, with a reason that reviewers read; a wrong answer is not set aside', async () => {
    const paper = await keyed('連絡先のない店');
    const { contact_name: _, ...applicant } = paper.answers['applicant'] ?? {};
    const lacking = { ...paper, answers: { ...paper.answers, applicant } };
    const refused = await submit(lacking);
    expect(refused.body).toMatchObject({
      code: 'answers-invalid',
      problems: [{ path: '/applicant/contact_name', code: 'required' }],
    });
    const wrong = {
      ...paper,
      answers: { ...paper.answers, applicant: { ...applicant, contact_name: 'あ', phone: '書けない' } },
    };
    const aside = [{ path: '/applicant/phone', code: 'wrong-format', reason: '読めない' }];
    expect((await submit(wrong, aside)).status).toBe(422);
    const reason = 'ご本人がすべて対応する。電話で確かめた。';
    const { body } = await submit(lacking, [{ path: '/applicant/contact_name', code: 'required', reason }]);
    expect((await trailOf(body.applicationId))?.arrivals[0]?.setAside).toEqual([
      { label: '申請する方　担当の方のお名前', reason },
    ]);
    const { body: view } = await sato.get<DeskApplicationView>(
      `/api/desk/applications/${body.applicationId}`,
    );
    expect(view.warnings.map(({ text }) => text.ja)).toEqual([expect.stringContaining('担当の方のお名前')]);
  });

  it('is kept with an account that has both the mail address and the name, and is seen at the portal', async () => {
    const unknown = { kind: 'account', mail: 'naniwa@example.jp', name: '別の会社' };
    expect((await begin({ applicant: unknown })).body).toMatchObject({
      code: 'answers-invalid',
      problems: [{ path: '/mail', code: 'no-account' }],
    });
    const known = { kind: 'account', mail: ' Naniwa@example.jp', name: '株式会社　なにわ酒場' };
    const { body } = await submit(await keyed('なにわ酒場紙店', { applicant: known }));
    const naniwa = await test.applicant('naniwa@example.jp');
    expect((await naniwa.get(`/api/applications/${body.applicationId}`)).status).toBe(200);
    expect(await trailOf(body.applicationId)).toMatchObject({ byPost: false, letters: [] });
  });
});

describe('what is owed to somebody without an account', () => {
  it('is printed instead of mailed, and its day of sending is recorded once', async () => {
    const { body: receipt } = await submit(await keyed('手紙の店'));
    const mine = async () =>
      (await sato.get<LetterList>('/api/desk/letters')).body.letters.filter(
        (letter) => letter.number === receipt.number,
      );
    const waiting = await eventually('both letters', async () => {
      const found = await mine();
      return found.length === 2 ? found : undefined;
    });
    expect(waiting.map(({ addressee, postal }) => [addressee, postal])).toEqual([
      ['紙野 一郎', '5408570'],
      ['紙野 一郎', '5408570'],
    ]);
    for (const { noticeId } of waiting) {
      const pdf = await sato.get<string>(`/api/desk/letters/${noticeId}/pdf`);
      expect([pdf.status, pdf.body.slice(0, 5)]).toEqual([200, '%PDF-']);
    }
    const handed = { notices: waiting.map(({ noticeId }) => noticeId), way: 'post', handedOn: today() };
    expect((await sato.post('/api/desk/letters/hand-out', handed)).status).toBe(200);
    expect(await mine()).toEqual([]);
    expect((await sato.post('/api/desk/letters/hand-out', handed)).body).toMatchObject({
      code: 'letter-not-waiting',
    });
    expect((await trailOf(receipt.applicationId))?.letters).toEqual([
      expect.objectContaining({ way: 'post', handedOn: today(), by: '佐藤 健' }),
      expect.objectContaining({ way: 'post', handedOn: today(), by: '佐藤 健' }),
    ]);
    expect(sink.mails.filter(({ raw }) => raw.includes(receipt.number))).toEqual([]);
    const takahashi = await test.official('takahashi');
    expect((await takahashi.get(`/api/desk/letters/${waiting[0]?.noticeId ?? ''}/pdf`)).status).toBe(404);
  });
});

describe('a correction that comes back on paper', () => {
  it('is keyed in by an official and gives the case back to whoever asked', async () => {
    const { body: receipt } = await submit(await keyed('補正の紙店'));
    const at = `/api/desk/applications/${receipt.applicationId}`;
    const { body: before } = await sato.get<DeskApplicationView>(at);
    await sato.post(`${at}/actions/ask_correction`, {
      lock: before.lock,
      publicReason: '次の点を直してください。',
      targets: [{ path: '/applicant/contact_name', comment: 'フルネームで書いてください。' }],
    });
    expect(await trailOf(receipt.applicationId)).toMatchObject({ correctionAsked: true });
    const { body: opened } = await sato.post<{ id: string }>(`${at}/paper-correction`);
    const { body: view } = await sato.get<PaperDraftView>(`/api/desk/paper/${opened.id}`);
    expect(view.draft.correction?.targets.map(({ path }) => path)).toEqual(['/applicant/contact_name']);
    await sato.upload(`/api/desk/paper/${opened.id}/scans`, '補正.pdf', scan);
    const answers = {
      ...view.draft.answers,
      applicant: { ...(view.draft.answers['applicant'] as object), contact_name: '紙野 花' },
    };
    const { status } = await sato.post(`/api/desk/paper/${opened.id}/submit`, {
      revision: view.draft.revision,
      answers,
      setAside: [],
    });
    expect(status).toBe(200);
    const { body: after } = await sato.get<DeskApplicationView>(at);
    expect([after.stage, after.answers['applicant']]).toEqual([
      'first_review',
      expect.objectContaining({ contact_name: '紙野 花' }),
    ]);
    expect((await trailOf(receipt.applicationId))?.arrivals.map(({ n }) => n)).toEqual([1, 2]);
  });

  it('or a letter takes the application back', async () => {
    const { body: receipt } = await submit(await keyed('取下げの紙店'));
    const at = `/api/desk/applications/${receipt.applicationId}`;
    const takahashi = await test.official('takahashi');
    const refused = await takahashi.post(`${at}/paper-withdrawal`, { reason: '店を閉めた。' });
    expect(refused.body).toMatchObject({ code: 'role-missing' });
    expect((await sato.post(`${at}/paper-withdrawal`, { reason: '店を閉めた。' })).status).toBe(200);
    expect((await sato.get<DeskApplicationView>(at)).body.stage).toBe('withdrawn');
  });
});
