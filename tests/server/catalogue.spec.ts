import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DeskApplicationView } from '../../src/applications/desk.dto.js';
import type { Receipt } from '../../src/drafts/draft.dto.js';
import type {
  EligibilityView,
  FrequentQuestions,
  QuestionsView,
} from '../../src/procedures/catalogue.dto.js';
import type { ProcedureList, ProcedureView } from '../../src/procedures/procedure.dto.js';
import { ProcessingTimes } from '../../src/procedures/processing-times.js';
import { fillJitanDraft } from './support/jitan-answers.js';
import { startTestApp, type TestApp } from './support/test-app.js';
import type { Visitor } from './support/visitor.js';

let test: TestApp;
let anybody: Visitor;

beforeAll(async () => {
  test = await startTestApp();
  anybody = test.visitor();
});
afterAll(async () => {
  await test.stop();
});

describe('the catalogue', () => {
  it('carries what people search and filter by', async () => {
    const { body } = await anybody.get<ProcedureList>('/api/procedures');
    expect(body.procedures.find(({ id }) => id === 'jitan-9')).toMatchObject({
      titleKana: 'ダイ9キ エイギョウジカンタンシュクトウキョウリョクキン',
      searchWords: expect.arrayContaining(['時短', '飲食店']),
      signIn: 'account',
      fee: null,
      hasCheck: true,
      publishedAt: expect.stringMatching(/^\d{4}-\d{2}-\d{2}T/),
    });
  });

  it('has the frequent questions of every procedure', async () => {
    const { body } = await anybody.get<FrequentQuestions>('/api/faq');
    expect(body.procedures.map(({ id }) => id)).toEqual(['enquete', 'gold-sticker', 'jitan-9', 'shomei']);
    expect(body.procedures[1]?.faq[0]).toEqual({
      question: '申請に費用はかかりますか。',
      answer: 'かかりません。認証書とステッカーも無料でお渡しします。',
    });
  });
});

describe('the page of a procedure', () => {
  it('says which papers are needed, and of whom', async () => {
    const { body } = await anybody.get<ProcedureView>('/api/procedures/jitan-9');
    const passbook = body.documents.find(({ title }) => title.includes('通帳'));
    expect(passbook).toMatchObject({
      when: ['「前回の申請から、お店・営業許可・口座に変わりはありませんか」が「いいえ」のとき'],
      required: true,
      maxCount: expect.any(Number),
    });
    expect(body.documents.some(({ when, required }) => when.length === 0 && required)).toBe(true);
    expect(body.oncePer).toEqual(['店名（屋号）', '市町村', '町名・番地']);
    expect(body.purposes.length).toBeGreaterThan(0);
    expect(body).toMatchObject({ retentionYears: 5, clock: { days: 'working', count: 'exclusive' } });
  });

  it('lists every question beforehand, what stands in a group one deeper', async () => {
    const { body } = await anybody.get<QuestionsView>('/api/procedures/gold-sticker/questions');
    const special = body.pages.find(({ name }) => name === 'special');
    expect(special?.when).toContain('「カラオケの設備がありますか」が「はい」、または、');
    expect(special?.questions.find(({ path }) => path === 'special.item_20.photo')).toMatchObject({
      depth: 1,
      kind: 'attachment',
      when: '「基準20の取り組みの方法」が「カラオケの利用を止めている」以外のとき',
    });
  });
});

async function check(id: string, answers: Readonly<Record<string, string>>): Promise<EligibilityView> {
  const { body } = await anybody.post<EligibilityView>(`/api/procedures/${id}/eligibility`, { answers });
  return body;
}

describe('the check of eligibility', () => {
  it('goes from question to question without an account, and keeps nothing', async () => {
    expect(await check('jitan-9', {})).toMatchObject({ verdict: 'open', reasons: [] });
    const asked = await check('jitan-9', { permit: 'valid', nonsense: 'x', dining: 'perhaps' });
    expect(asked.questions.map(({ id, answer }) => [id, answer])).toContainEqual(['permit', 'valid']);
    expect(asked.questions.map(({ id }) => id)).toContain('same_holder');
    expect(asked.questions.find(({ id }) => id === 'dining')?.answer).toBe(null);
  });

  it('says why not, by which criterion, and what to do instead', async () => {
    expect((await check('jitan-9', { sticker: 'no' })).reasons).toEqual([
      {
        id: 'sticker',
        text: '感染防止宣言ステッカーを、要請期間の初日までに登録して掲示していることが条件です。',
        criterion: { title: 'ステッカーの掲示', text: expect.stringContaining('初日までに') },
        instead: {
          text: 'これからの対策の認証には、ゴールドステッカーを申請できます。',
          procedure: { id: 'gold-sticker', title: '感染防止認証ゴールドステッカー 交付申請' },
        },
      },
    ]);
  });

  it('is not there for a procedure that is not', async () => {
    const answer = await anybody.post('/api/procedures/nowhere/eligibility', { answers: {} });
    expect(answer.status).toBe(404);
  });
});

describe('how long it takes', () => {
  /** Decided applications of the past, as the review leaves them. */
  async function decided(procedureId: string, days: readonly number[], ago: number): Promise<void> {
    for (const [index, used] of days.entries()) {
      const id = `0190f0${ago.toString(16).padStart(2, '0')}-0000-7000-8000-${procedureId === 'jitan-9' ? 'a' : 'b'}${String(index).padStart(11, '0')}`;
      await test.dataSource.query(
        `with d as (
           insert into draft (id, procedure_id, version_hash, applicant_id, kind, answers, state)
           select $1::uuid, $2, p.current_hash, a.id, 'application', '{}', 'submitted'
           from procedure p, (select id, name from applicant limit 1) a where p.id = $2
           returning id, applicant_id, version_hash
         )
         insert into application (id, number, procedure_id, version_hash, applicant_id, draft_id, subject,
           applicant_name, stage, stage_roles, open, entered_at, state, submitted_at, closed_at,
           processing_days)
         select d.id, d.id::text, $2, d.version_hash, d.applicant_id, d.id, '店', '店主', 'paid', '{}', false,
           now(), '{}', now() - make_interval(days => 120), now() - make_interval(days => $3), $4
         from d`,
        [id, procedureId, ago, used],
      );
    }
  }

  it('is told from five cases of the last 90 days on, with their number', async () => {
    const times = new ProcessingTimes(test.dataSource);
    await decided('jitan-9', [10, 12, 14, 20], 3);
    await decided('jitan-9', [400], 91);
    expect(await times.measure('jitan-9')).toBe(null);
    await decided('jitan-9', [30], 89);
    expect(await times.measure('jitan-9')).toEqual({ cases: 5, mean: 17.2, most: 20 });
    const { body } = await anybody.get<ProcedureView>('/api/procedures/gold-sticker');
    expect(body.processingTime).toBe(null);
  });

  it('counts what the office decides, by the processing clock, and not what is withdrawn', async () => {
    const owner = await test.applicant('naniwa@example.jp');
    const submit = async (store: string): Promise<string> => {
      const draft = await fillJitanDraft(owner, store);
      const { body } = await owner.post<Receipt>(`/api/drafts/${draft.id}/submit`, {
        revision: draft.revision,
      });
      return body.applicationId;
    };
    const daysOf = async (id: string): Promise<unknown> => {
      const [row] = await test.dataSource.query<{ open: boolean; processing_days: number | null }[]>(
        'select open, processing_days from application where id = $1',
        [id],
      );
      return row;
    };
    const refused = await submit('却下亭');
    const act = async (login: string, action: string, given: object): Promise<void> => {
      const official = await test.official(login);
      const { body } = await official.get<DeskApplicationView>(`/api/desk/applications/${refused}`);
      const answer = await official.post(`/api/desk/applications/${refused}/actions/${action}`, {
        lock: body.lock,
        ...given,
      });
      expect(answer).toMatchObject({ status: 200 });
    };
    await act('sato', 'pass', {});
    await act('suzuki', 'recommend_refusal', { reason: '許可の期間が足りない。' });
    expect(await daysOf(refused)).toEqual({ open: true, processing_days: null });
    await act('tanaka', 'refuse', {
      reason: '要件を満たさない。',
      publicReason:
        '営業許可の有効期間が要請の期間のすべてを含んでいないため、協力金の支給の対象となりません。',
      fields: { criterion: '営業許可', fact: '営業許可証の写しに、期間の終わりが10月10日と書かれています。' },
    });
    expect(await daysOf(refused)).toEqual({ open: false, processing_days: 0 });
    const withdrawn = await submit('取下亭');
    await owner.post(`/api/applications/${withdrawn}/withdraw`, { reason: '書き直します。' });
    expect(await daysOf(withdrawn)).toEqual({ open: false, processing_days: null });
  });
});
