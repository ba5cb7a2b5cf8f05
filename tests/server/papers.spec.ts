import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { canonicalJson, withoutRowIds } from '#engine';
import type { Receipt } from '../../src/drafts/draft.dto.js';
import { submitJitan } from './support/notice-world.js';
import { checkStructure, hasPoppler, hasQpdf, infoOf, textOf } from './support/pdf-tools.js';
import { startTestApp, type TestApp } from './support/test-app.js';
import type { Visitor } from './support/visitor.js';

describe('papers to take home', () => {
  let test: TestApp;
  let applicant: Visitor;
  let receipt: Receipt;
  beforeAll(async () => {
    test = await startTestApp();
    applicant = await test.applicant();
    receipt = await submitJitan(test, 'なにわ酒場 🍣 控え店');
  });
  afterAll(() => test.stop());

  const address = (paper: string, query = '') =>
    `/api/applications/${receipt.applicationId}/${paper}/pdf${query}`;
  async function fetchPdf(path: string): Promise<Buffer> {
    const { rawPayload, statusCode, headers } = await test.app.inject({
      url: path,
      headers: { cookie: applicant.cookie ?? '' },
    });
    expect([statusCode, headers['content-type']]).toEqual([200, 'application/pdf']);
    return rawPayload;
  }
  const withPoppler = hasPoppler ? it : it.skip;

  withPoppler('the receipt tells number, time, files and what identifies them (needs poppler)', async () => {
    const text = textOf(await fetchPdf(address('receipt'))).replaceAll('\u200b', '');
    const [submission] = await test.dataSource.query<{ answers: object }[]>(
      'select answers from submission where application_id = $1',
      [receipt.applicationId],
    );
    const hash = createHash('sha256')
      .update(canonicalJson(withoutRowIds(submission?.answers)))
      .digest('hex');
    for (const part of ['申請の受付票', receipt.number, '株式会社なにわ酒場', '日本時間', '第1版', hash]) {
      expect(text).toContain(part);
    }
    for (const file of receipt.attachments) {
      // A hash takes two lines of its column, and the name of the file stands between them.
      expect(text).toContain(file.sha256.slice(0, 24));
      expect(text).toContain(file.sha256.slice(-24));
      expect(text).toContain(file.bytes.toLocaleString('en-US'));
    }
    expect(receipt.attachments.length).toBeGreaterThan(3);
  });

  withPoppler('the answers stand there in the applicant’s words (needs poppler)', async () => {
    const text = textOf(await fetchPdf(address('answers'))).replaceAll('\u200b', '');
    for (const part of [
      '申請内容の控え',
      '店名（屋号）',
      '控え店',
      '600,000円',
      '令和3年10月24日',
      'passbook.png',
    ]) {
      expect(text).toContain(part);
    }
    // No font has it, and a copy of one's own words must not fail for that.
    expect(text).toContain('〔U+1F363〕');
  });

  withPoppler('in English where that was asked for (needs poppler)', async () => {
    const pdf = await fetchPdf(address('answers', '?language=en'));
    expect(textOf(pdf)).toContain('Copyoftheapplication');
    expect(infoOf(pdf)).toMatchObject({ Tagged: 'yes' });
  });

  (hasQpdf ? it : it.skip)('have a sound structure (needs qpdf)', async () => {
    expect(checkStructure(await fetchPdf(address('receipt')))).toContain(
      'No syntax or stream encoding errors',
    );
    expect(checkStructure(await fetchPdf(address('answers')))).toContain(
      'No syntax or stream encoding errors',
    );
  });

  it('have the same bytes whenever they are asked for, and when they have to be drawn again', async () => {
    const first = await fetchPdf(address('receipt'));
    expect((await fetchPdf(address('receipt'))).equals(first)).toBe(true);
    await test.dataSource.query('delete from drawn_paper');
    expect((await fetchPdf(address('receipt'))).equals(first)).toBe(true);
    const incoming = join(test.dataDir, 'files', 'incoming');
    expect(existsSync(incoming) ? readdirSync(incoming) : []).toEqual([]);
  });

  it('are for officials of the procedure too, and for nobody else', async () => {
    const official = await test.official('sato');
    expect((await official.get(address('answers'))).status).toBe(200);
    for (const stranger of [await test.official('watanabe'), await test.applicant('kitano@example.jp')]) {
      expect((await stranger.get(address('receipt'))).status).toBe(404);
    }
    expect((await applicant.get(address('receipt', '?n=2'))).status).toBe(404);
    expect((await applicant.get(address('receipt', '?n=0'))).status).toBe(422);
    expect((await applicant.get(address('receipt', '?language=fr'))).status).toBe(422);
  });
});
