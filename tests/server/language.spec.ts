import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ApplicantApplicationView, ApplicationList } from '../../src/applications/application.dto.js';
import type { DraftList, DraftView, Receipt } from '../../src/drafts/draft.dto.js';
import { FORM_PROGRAM_FORMAT } from '#engine';
import type {
  FormBundle,
  FormEnglish,
  ProcedureList,
  ProcedureView,
} from '../../src/procedures/procedure.dto.js';
import { fillJitanDraft } from './support/jitan-answers.js';
import { startTestApp, type TestApp } from './support/test-app.js';
import type { Visitor } from './support/visitor.js';

const english = { 'accept-language': 'en' };
const title = { ja: '第9期 営業時間短縮等協力金', en: 'Ninth-Round Reduced Business Hours Support Grant' };

describe('an applicant who reads English', () => {
  let test: TestApp;
  let applicant: Visitor;
  beforeAll(async () => {
    test = await startTestApp();
    applicant = await test.applicant();
  });
  afterAll(() => test.stop());

  it('finds the catalogue and a procedure in English, and in Japanese without asking', async () => {
    const titles = async (headers?: Record<string, string>) => {
      const { body } = await applicant.get<ProcedureList>('/api/procedures', headers);
      return body.procedures.map((procedure) => procedure.title);
    };
    expect(await titles(english)).toContain(title.en);
    expect(await titles()).toContain(title.ja);
    expect(await titles({ 'accept-language': 'ja,en;q=0.8' })).toContain(title.ja);
    const { body } = await applicant.get<ProcedureView>('/api/procedures/jitan-9', english);
    expect(body.legalBasis[0]?.article).toBe('Article 5');
    expect(body.pages.map((page) => page.title)).toContain('Sales and amount of the grant');
  });

  it('gets the English of the form by itself, for those who read English', async () => {
    const { body } = await applicant.get<ProcedureView>('/api/procedures/jitan-9');
    const address = `/api/forms/${body.versionHash}/${FORM_PROGRAM_FORMAT}`;
    expect((await applicant.get<FormBundle>(address)).body.english).toBe(true);
    const { body: spoken } = await applicant.get<FormEnglish>(`${address}/english`);
    expect(spoken.words).toMatchObject({ [title.ja]: title.en });
  });

  it('reads in English where drafts and applications stand, and what was asked of them', async () => {
    const draft = await fillJitanDraft(applicant, '英語亭');
    const { body: drafts } = await applicant.get<DraftList>('/api/drafts', english);
    expect(drafts.drafts[0]?.procedureTitle).toBe(title.en);
    expect((await applicant.get<DraftView>(`/api/drafts/${draft.id}`, english)).body.procedureTitle).toBe(
      title.en,
    );
    const { body: receipt } = await applicant.post<Receipt>(`/api/drafts/${draft.id}/submit`, {
      revision: draft.revision,
    });
    const { body: list } = await applicant.get<ApplicationList>('/api/applications', english);
    expect(list.applications[0]?.status.label).toBe('First review');
    const path = `/api/applications/${receipt.applicationId}`;
    const { body: view } = await applicant.get<ApplicantApplicationView>(path, english);
    expect(view).toMatchObject({
      procedureTitle: title.en,
      status: { label: 'First review' },
      contact: { hours: 'Weekdays, 9:00 to 18:00' },
    });
    expect((await applicant.get<ApplicantApplicationView>(path)).body.status.label).toBe('第1次審査中');
  });
});
