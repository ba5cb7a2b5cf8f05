import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DemoAccounts } from '../../src/demo/demo-account.dto.js';
import { demoPast } from '../../src/demo/demo-past.js';
import { demoScenes } from '../../src/demo/demo-scenes.js';
import { MakeDemoApplications } from '../../src/demo/make-demo-applications.js';
import { startTestApp, type TestApp } from './support/test-app.js';

let test: TestApp;

beforeAll(async () => {
  test = await startTestApp();
  await test.app.get(MakeDemoApplications).run();
});

afterAll(() => test.stop());

function count(condition: string): Promise<{ count: number }[]> {
  return test.dataSource.query(`select count(*)::int as count from application where ${condition}`);
}

describe('the first start of a demo', () => {
  it('plays every scene, and a second start plays none again', async () => {
    const all = demoPast.length + demoScenes.length;
    expect(await count('true')).toEqual([{ count: all }]);
    expect(await count('not open')).toEqual([{ count: demoPast.length }]);
    await test.app.get(MakeDemoApplications).run();
    expect(await count('true')).toEqual([{ count: all }]);
  });

  it.each(['jitan-9', 'gold-sticker'])('%s can tell how long applications have taken', async (id) => {
    const { body } = await test.visitor().get<unknown>(`/api/procedures/${id}`);
    expect(body).toMatchObject({ processingTime: { cases: 12 } });
  });

  it('leaves nothing in the future, and no step before the one it follows', async () => {
    expect(await count('submitted_at > now() or entered_at > now() or closed_at > now()')).toEqual([
      { count: 0 },
    ]);
    const wrong = await test.dataSource.query<unknown[]>(
      `select 1 from application_event e join application_event f using (application_id)
       where f.seq > e.seq and f.at < e.at`,
    );
    expect(wrong).toEqual([]);
  });

  it('sends nobody a mail about what has ended, and keeps what was written', async () => {
    const [mails] = await test.dataSource.query<{ unsent: number; without: number }[]>(
      `select count(*) filter (where n.state <> 'sent' or o.id is not null)::int as unsent,
              count(*) filter (where n.text is null)::int as without
       from notice n join application a on a.id = n.application_id left join outbox o on o.id = n.id
       where n.kind = 'message' and not a.open`,
    );
    expect(mails).toEqual({ unsent: 0, without: 0 });
  });

  it.each([
    ['sato', 'document_review'],
    ['suzuki', 'second_review'],
    ['takahashi', 'investigation'],
    ['tanaka', 'decision'],
    ['ito', 'payout'],
    ['watanabe', 'inspection'],
  ])('%s finds something to do in %s', async (login, stage) => {
    const { body } = await (
      await test.official(login)
    ).get<{ queues: { key: string; count: number }[] }>('/api/desk/queues');
    const waiting = body.queues.filter(({ key, count: n }) => key.endsWith(`:${stage}`) && n > 0);
    expect(waiting).not.toEqual([]);
  });
});

it('a demo says in either language whom one may sign in as', async () => {
  const ofNaniwa = async (language: string) => {
    const { body } = await test
      .visitor()
      .get<DemoAccounts>('/api/demo-accounts', { 'accept-language': language });
    return body.accounts.find(({ login }) => login === 'naniwa@example.jp')?.description;
  };
  expect(await ofNaniwa('ja')).toBe('事業者（法人）。居酒屋を営んでいます。');
  expect(await ofNaniwa('en')).toBe('A company that runs a pub.');
});
