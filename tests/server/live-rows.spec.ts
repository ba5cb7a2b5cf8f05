import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DeskApplicationView } from '../../src/applications/desk.dto.js';
import { CheckLog } from '../../src/audit/check-log.js';
import { SealEvents } from '../../src/audit/seal-events.js';
import { CONFIG, type Config } from '../../src/config/config.js';
import type { Receipt } from '../../src/drafts/draft.dto.js';
import { runAt } from '../support/command-line.js';
import { sealable } from './support/audit-world.js';
import { fillJitanDraft } from './support/jitan-answers.js';
import { startTestApp, type TestApp } from './support/test-app.js';

let test: TestApp;
const databaseBefore = process.env.DATABASE_URL;
beforeAll(async () => {
  test = await startTestApp();
  process.env.DATABASE_URL = test.app.get<Config>(CONFIG).database.url;
});
afterAll(async () => {
  if (databaseBefore === undefined) delete process.env.DATABASE_URL;
  else process.env.DATABASE_URL = databaseBefore;
  await test.stop();
});

async function arrived(store: string): Promise<Receipt> {
  const applicant = await test.applicant();
  const { id, revision } = await fillJitanDraft(applicant, store);
  return (await applicant.post<Receipt>(`/api/drafts/${id}/submit`, { revision })).body;
}

async function act(id: string, action: string): Promise<void> {
  const sato = await test.official('sato');
  const { body } = await sato.get<DeskApplicationView>(`/api/desk/applications/${id}`);
  await sato.post(`/api/desk/applications/${id}/actions/${action}`, { lock: body.lock });
}

/** As somebody does who has the database, and goes round the server. */
const change = (id: string, path: string, value: unknown) =>
  test.dataSource.query(`update application set state = jsonb_set(state, $2, $3) where id = $1`, [
    id,
    path,
    JSON.stringify(value),
  ]);

interface Report {
  readonly ok: boolean;
  readonly applications: number;
  readonly faults: readonly { readonly code: string; readonly number?: string; readonly ja: string }[];
}

async function verified(): Promise<Report> {
  const { status, stdout } = await runAt('', ['verify-log', '--database', '--json']);
  const report = JSON.parse(stdout) as Report;
  expect(status).toBe(report.ok ? 0 : 1);
  return report;
}
const found = async () => (await verified()).faults.map(({ code, number }) => [code, number]);

describe('applications, compared with the log', () => {
  it('are what it says, each after each of its steps, also when an official took one on', async () => {
    const { applicationId: id } = await arrived('そのままの店');
    const sato = await test.official('sato');
    await sato.post(`/api/desk/applications/${id}/assign`, { assigneeId: 'me' });
    await act(id, 'pass');
    await sealable(test.dataSource);
    await test.app.get(SealEvents, { strict: false }).run();
    const report = await verified();
    expect(report).toMatchObject({ ok: true, faults: [] });
    expect(report.applications).toBeGreaterThan(0);
  });

  it('are named when their state was changed behind the server’s back, also once work has gone on', async () => {
    const { applicationId: id, number } = await arrived('変えられた店');
    const [{ state }] = await test.dataSource.query<[{ state: Record<string, unknown> }]>(
      'select state from application where id = $1',
      [id],
    );
    await change(id, '{actors}', { decision: ['somebody'] });
    expect(await found()).toEqual([['application-differs', number]]);
    expect((await verified()).faults[0]?.ja).toContain(`申請${number}`);
    expect(await test.app.get(CheckLog, { strict: false }).run()).toMatchObject([{ number }]);
    await change(id, '{actors}', state['actors']);
    expect(await found()).toEqual([]);

    await change(id, '{actors}', { decision: ['somebody'] });
    await act(id, 'pass');
    expect(await found()).toEqual([['application-differed', number]]);
  });

  it('are named when a line of the history was changed, by whoever can switch its guard off', async () => {
    const before = await found();
    const { applicationId: id, number } = await arrived('書き換えられた店');
    await test.dataSource.transaction(async (tx) => {
      await tx.query('set local session_replication_role = replica');
      await tx.query(`update application_event set actor_id = 'nobody' where application_id = $1`, [id]);
    });
    expect(await found()).toEqual([...before, ['history-differs', number]]);
  });

  it('are not asked for together with an export, nor is nothing', async () => {
    for (const asked of [['verify-log'], ['verify-log', 'somewhere', '--database']])
      expect((await runAt('', asked, 'en')).stderr).toBe(
        'Name either the folder of an export or --database.\n',
      );
  });
});
