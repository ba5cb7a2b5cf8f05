import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { civilDateInJapan } from '#engine';
import { SealEvents } from '../../src/audit/seal-events.js';
import type { DeskApplicationView } from '../../src/applications/desk.dto.js';
import type { Receipt } from '../../src/drafts/draft.dto.js';
import type { MandateList } from '../../src/mandates/mandate.dto.js';
import { sealable } from './support/audit-world.js';
import { fillJitanDraft } from './support/jitan-answers.js';
import { startTestApp, type TestApp } from './support/test-app.js';
import type { Visitor } from './support/visitor.js';

interface Entry {
  readonly id: string;
  readonly at: string;
  readonly action: string;
  readonly actor: { readonly kind: string; readonly id: string | null; readonly mandateId?: string };
  readonly subject: { readonly kind: string; readonly id: string | null };
  readonly before: string | null;
  readonly after: string | null;
  readonly detail: Readonly<Record<string, unknown>>;
}

let test: TestApp;
beforeAll(async () => {
  test = await startTestApp();
});
afterAll(() => test.stop());

async function apply(applicant: Visitor, store: string): Promise<string> {
  const draft = await fillJitanDraft(applicant, store);
  const { body } = await applicant.post<Receipt>(`/api/drafts/${draft.id}/submit`, {
    revision: draft.revision,
  });
  return body.applicationId;
}

async function bodies(): Promise<readonly string[]> {
  const rows = await test.dataSource.query<{ body: string }[]>('select body from audit_event order by id');
  return rows.map(({ body }) => body);
}

/** What was recorded while something was done. */
async function recorded(act: () => Promise<unknown>): Promise<readonly Entry[]> {
  const before = (await bodies()).length;
  await act();
  return (await bodies()).slice(before).map((body) => JSON.parse(body) as Entry);
}

describe('the audit log', () => {
  it('tells who did what with an application, by ids and hashes, and nothing of what it says', async () => {
    const applicant = await test.applicant();
    let id = '';
    const entries = await recorded(async () => {
      id = await apply(applicant, '記録亭');
      const official = await test.official('sato');
      const { body } = await official.get<DeskApplicationView>(`/api/desk/applications/${id}`);
      await official.post(`/api/desk/applications/${id}/assign`, { assigneeId: 'me' });
      await official.post(`/api/desk/applications/${id}/actions/pass`, { lock: body.lock + 1 });
      await applicant.post(`/api/applications/${id}/withdraw`, { reason: '閉店したため' });
    });
    expect(
      entries.map(({ actor, action, subject }) => [actor.kind, action, subject.kind, subject.id === id]),
    ).toEqual([
      ['applicant', 'application.submit', 'application', true],
      ['staff', 'sign-in', 'staff', false],
      ['staff', 'read', 'application', true],
      ['staff', 'application.assign', 'application', true],
      ['staff', 'application.advance', 'application', true],
      ['applicant', 'application.advance', 'application', true],
    ]);
    const [submitted, , , , passed, withdrawn] = entries;
    expect(passed?.before).toBe(submitted?.after);
    expect(withdrawn?.before).toBe(passed?.after);
    expect(passed?.detail).toMatchObject({ steps: [{ type: 'action', action: 'pass' }] });
    const all = (await bodies()).join('\n');
    for (const word of ['記録亭', '閉店', 'naniwa', 'なにわ', '佐藤']) expect(all).not.toContain(word);
  });

  it('is canonical JSON with the moment of the database and an id of its own', async () => {
    const all = await bodies();
    for (const body of all) {
      const entry = JSON.parse(body) as Entry;
      expect(Object.keys(entry)).toEqual([
        'action',
        'actor',
        'after',
        'at',
        'before',
        'detail',
        'id',
        'subject',
      ]);
      expect(entry.at).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
      expect(JSON.stringify(entry)).toBe(body);
    }
    expect(new Set(all.map((body) => (JSON.parse(body) as Entry).id)).size).toBe(all.length);
  });

  it('tells of a look once, however often the screen asks again, and of each list and file', async () => {
    const id = await apply(await test.applicant(), '閲覧亭');
    const official = await test.official('sato');
    const entries = await recorded(async () => {
      for (let times = 0; times < 3; times++) await official.get(`/api/desk/applications/${id}`);
      await official.get(`/api/desk/applications/${id}/messages`);
      await official.get('/api/desk/search?q=%E9%96%B2%E8%A6%A7%E4%BA%AD');
      // Counts, and nobody's data.
      await official.get('/api/desk/queues');
    });
    expect(entries.map(({ action, subject, detail }) => [action, subject, detail['route']])).toEqual([
      ['read', { kind: 'application', id }, '/api/desk/applications/:id'],
      ['read', { kind: 'application', id }, '/api/desk/applications/:id/messages'],
      ['application.search', { kind: 'list', id: null }, undefined],
      ['read', { kind: 'list', id: null }, '/api/desk/search'],
    ]);
  });

  it('does not tell of a look at what the official was not shown', async () => {
    const official = await test.official('sato');
    const entries = await recorded(() =>
      official.get('/api/desk/applications/0190f000-0000-7000-8000-00000000beef'),
    );
    expect(entries).toEqual([]);
  });

  it('shows nothing that it cannot record', async () => {
    const id = await apply(await test.applicant(), '停止亭');
    const official = await test.official('sato');
    await test.dataSource.query('alter table audit_event rename to audit_event_away');
    const { status, body } = await official.get(`/api/desk/applications/${id}`);
    await test.dataSource.query('alter table audit_event_away rename to audit_event');
    expect(status).toBe(500);
    expect(JSON.stringify(body)).not.toMatch(/停止亭|audit_event/);
    expect((await official.get(`/api/desk/applications/${id}`)).status).toBe(200);
  });

  it('tells what an agent sees and does in another’s name', async () => {
    const principal = await test.applicant();
    const agent = await test.applicant('kitano@example.jp');
    const id = await apply(principal, '代理亭');
    const entries = await recorded(async () => {
      const { body } = await principal.post<MandateList>('/api/mandates', {
        procedureId: 'jitan-9',
        applicationId: null,
        endsOn: civilDateInJapan(new Date().toISOString()),
        mail: 'kitano@example.jp',
        mailAgain: 'kitano@example.jp',
      });
      const mandateId = body.given[0]?.id ?? '';
      await agent.post(`/api/mandates/${mandateId}/accept`);
      await agent.post('/api/session/mandate', { mandateId });
      await agent.get(`/api/applications/${id}`);
      await agent.get('/api/applications');
      await principal.get(`/api/applications/${id}`);
      await principal.post(`/api/mandates/${mandateId}/revoke`);
    });
    expect(entries.map(({ actor, action, subject }) => [actor.kind, action, subject.kind])).toEqual([
      ['applicant', 'mandate.invite', 'mandate'],
      ['applicant', 'mandate.accept', 'mandate'],
      ['agent', 'session.act-for', 'mandate'],
      ['agent', 'read', 'application'],
      ['agent', 'read', 'list'],
      ['applicant', 'mandate.revoke', 'mandate'],
    ]);
    expect(entries[3]).toMatchObject({
      actor: { mandateId: entries[0]?.subject.id },
      subject: { id },
    });
  });

  it('tells of sign-ins, and of refused ones without what was typed', async () => {
    const somebody = test.visitor();
    const entries = await recorded(async () => {
      await somebody.post('/api/session/staff', { login: 'sato', password: 'guess' });
      await somebody.post('/api/session/staff', { login: 'nobody-here', password: 'guess' });
      await somebody.post('/api/session/staff', { login: 'sato', password: 'tetsuzuki-demo' });
      await somebody.delete('/api/session');
    });
    expect(entries.map(({ action, actor }) => [action, actor.kind])).toEqual([
      ['sign-in.refuse', 'unknown'],
      ['sign-in.refuse', 'unknown'],
      ['sign-in', 'staff'],
      ['session.end', 'staff'],
    ]);
    expect(entries[0]?.subject).toEqual(entries[2]?.subject);
    expect(entries[1]?.subject).toEqual({ kind: 'staff', id: null });
  });

  it.each(['audit_event', 'audit_place', 'audit_seal', 'audit_key'])(
    'lets nobody change, delete or empty %s',
    async (table) => {
      await sealable(test.dataSource);
      await test.app.get(SealEvents).run();
      const column = { audit_event: 'body', audit_place: 'leaf', audit_seal: 'body' }[table] ?? 'public_key';
      for (const statement of [`update ${table} set ${column} = ''`, `delete from ${table}`]) {
        await expect(test.dataSource.query(statement)).rejects.toThrow(`of ${table} is refused`);
      }
      await expect(test.dataSource.query(`truncate ${table} cascade`)).rejects.toThrow('TRUNCATE of');
    },
  );
});
