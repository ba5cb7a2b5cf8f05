import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { appealPeriod, civilDateInJapan } from '#engine';
import type { ApplicantApplicationView, NoticeView } from '../../src/applications/application.dto.js';
import type { DeskApplicationView } from '../../src/applications/desk.dto.js';
import { eventually } from '../support/eventually.js';
import { fetchPdf, type NoticeWorker, startNoticeWorker, submitJitan } from './support/notice-world.js';
import { hasPoppler, textOf } from './support/pdf-tools.js';
import { startTestApp, type TestApp } from './support/test-app.js';

const remedies = [
  '注：この決定に不服があるときは、この決定があったことを知った日の翌日から起算して3か月以内に、大阪府知事に対して審査請求をすることができます。',
  '注：この決定があったことを知った日の翌日から起算して6か月以内に、大阪府を被告として、決定の取消しの訴えを提起することができます。',
];

/** 第9期 協力金 as a disposition: whoever is refused is told what they can do against it. */
function disposition(): string {
  const folder = mkdtempSync(join(tmpdir(), 'tetsuzuki-disposition-'));
  const procedure = join(folder, 'jitan-9');
  cpSync('procedures/jitan-9', procedure, { recursive: true });
  const info = join(procedure, 'procedure.json');
  writeFileSync(info, readFileSync(info, 'utf8').replace('"contract_grant"', '"disposition"'));
  const refusal = join(procedure, 'notices', 'refusal-decision.md');
  writeFileSync(refusal, `${readFileSync(refusal, 'utf8')}\n${remedies.join('\n')}\n`);
  return folder;
}

describe('a refusal by disposition', () => {
  const folder = disposition();
  let app: TestApp;
  let worker: NoticeWorker;
  let id: string;
  beforeAll(async () => {
    app = await startTestApp({ PROCEDURES_DIR: folder });
    worker = await startNoticeWorker(app, { PROCEDURES_DIR: folder });
    id = (await submitJitan(app, '却下亭')).applicationId;
    await act('sato', 'pass', {});
    await act('suzuki', 'recommend_refusal', { reason: '許可の期間が足りない。' });
    await act('tanaka', 'refuse', {
      reason: '要件を満たさない。',
      publicReason:
        '営業許可の有効期間が要請の期間のすべてを含んでいないため、協力金の支給の対象となりません。',
      fields: { criterion: '営業許可', fact: '営業許可証の写しに、期間の終わりが10月10日と書かれています。' },
    });
  });
  afterAll(async () => {
    await worker.stop();
    await app.stop();
    rmSync(folder, { recursive: true });
  });

  async function act(login: string, action: string, given: object): Promise<void> {
    const official = await app.official(login);
    const { body } = await official.get<DeskApplicationView>(`/api/desk/applications/${id}`);
    const answer = await official.post(`/api/desk/applications/${id}/actions/${action}`, {
      lock: body.lock,
      ...given,
    });
    expect(answer).toMatchObject({ status: 200 });
  }

  const refusal = (): Promise<NoticeView> =>
    eventually('the refusal is issued', async () => {
      const { body } = await (await app.applicant()).get<ApplicantApplicationView>(`/api/applications/${id}`);
      return body.notices.find((one) => one.template === 'refusal-decision' && one.state === 'ready');
    });

  it('tells why, and what can be done against it', async () => {
    const { id: notice } = await refusal();
    const { pdf } = await fetchPdf(app, (await app.official('tanaka')).cookie, notice);
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
    if (!hasPoppler) return;
    const text = textOf(pdf).replaceAll(/\s/g, '');
    expect(text).toContain('営業許可の有効期間が要請の期間のすべてを含んでいないため');
    for (const line of remedies) expect(text).toContain(line.slice(2));
  });

  it('lets no period run until the applicant has opened it, whoever of the office has read it', async () => {
    expect(await refusal()).toMatchObject({ firstOpenedAt: null, appeal: null });
  });

  it('counts from the day of the first opening, for the applicant as for the office, however often it is read', async () => {
    const applicant = await app.applicant();
    const { id: notice } = await refusal();
    await fetchPdf(app, applicant.cookie, notice);
    const { firstOpenedAt, appeal } = await refusal();
    const knownOn = civilDateInJapan(String(firstOpenedAt));
    expect(appeal).toEqual({ knownOn, ...appealPeriod(knownOn) });
    await fetchPdf(app, applicant.cookie, notice);
    expect(await refusal()).toMatchObject({ firstOpenedAt, appeal });
    const { body } = await (
      await app.official('sato')
    ).get<DeskApplicationView>(`/api/desk/applications/${id}`);
    expect(body.notices.find((one) => one.id === notice)).toMatchObject({ firstOpenedAt, appeal });
  });

  it('lets no period run from what decides nothing', async () => {
    const applicant = await app.applicant();
    const { body } = await applicant.get<ApplicantApplicationView>(`/api/applications/${id}`);
    const arrival = body.notices.find((one) => one.template === 'arrival-receipt');
    await fetchPdf(app, applicant.cookie, String(arrival?.id));
    const { body: after } = await applicant.get<ApplicantApplicationView>(`/api/applications/${id}`);
    expect(after.notices.find((one) => one.id === arrival?.id)).toMatchObject({
      firstOpenedAt: expect.any(String),
      appeal: null,
    });
  });
});
