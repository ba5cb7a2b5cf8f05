import { createHash, createPublicKey, verify } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CheckLog } from '../../src/audit/check-log.js';
import type { LogEntryDetail, LogPage, LogState } from '../../src/audit/log/log.dto.js';
import { SealEvents } from '../../src/audit/seal-events.js';
import type { Receipt } from '../../src/drafts/draft.dto.js';
import { sealable } from './support/audit-world.js';
import { fillJitanDraft } from './support/jitan-answers.js';
import { readZip } from './support/tables.js';
import { startTestApp, type TestApp } from './support/test-app.js';
import type { Visitor } from './support/visitor.js';

describe('the audit log on the screen', () => {
  let test: TestApp;
  let auditor: Visitor;
  let receipt: Receipt;
  beforeAll(async () => {
    test = await startTestApp();
    const applicant = await test.applicant();
    const { id, revision } = await fillJitanDraft(applicant, '監査亭');
    receipt = (await applicant.post<Receipt>(`/api/drafts/${id}/submit`, { revision })).body;
    const sato = await test.official('sato');
    await sato.get(`/api/desk/applications/${receipt.applicationId}`);
    auditor = await test.official('nakamura');
  });
  afterAll(() => test.stop());

  const list = async (query: string) => (await auditor.get<LogPage>(`/api/desk/log${query}`)).body.entries;

  it('is found by who, what, of which application and when', async () => {
    const bySato = await list('?who=sato');
    expect(bySato.length).toBeGreaterThan(1);
    expect(new Set(bySato.map(({ actorName }) => actorName))).toEqual(new Set(['佐藤 健']));
    expect(await list(`?who=${encodeURIComponent('佐藤　健')}`)).toEqual(bySato);
    const ofCase = await list(`?number=${receipt.number}`);
    expect(ofCase.map(({ action }) => action)).toEqual(['read', 'application.submit']);
    expect(ofCase[0]).toMatchObject({ subjectKind: 'application', number: receipt.number, seal: null });
    expect(await list(`?number=${receipt.number}&action=read&who=sato`)).toHaveLength(1);
    expect(await list('?to=2020-01-01')).toEqual([]);
    expect((await list('?from=2020-01-01')).length).toBeGreaterThan(2);
    expect(await list('?who=nobody')).toEqual([]);
  });

  it('goes on page by page', async () => {
    await test.dataSource.query(
      `insert into audit_event (id, body)
       select id, '{"action":"bench","actor":{"id":null,"kind":"system"},"at":"2026-01-01T00:00:00.000Z","detail":{},"id":"'
         || id || '","subject":{"id":null,"kind":"list"}}'
       from (select gen_random_uuid() as id from generate_series(1, 120)) made`,
    );
    const first = (await auditor.get<LogPage>('/api/desk/log?action=bench')).body;
    const second = (await auditor.get<LogPage>(`/api/desk/log?action=bench&before=${first.next ?? ''}`)).body;
    const third = (await auditor.get<LogPage>(`/api/desk/log?action=bench&before=${second.next ?? ''}`)).body;
    expect([first, second, third].map(({ entries }) => entries.length)).toEqual([50, 50, 20]);
    expect(third.next).toBeNull();
    const ids = [first, second, third].flatMap(({ entries }) => entries.map(({ id }) => id));
    expect(new Set(ids).size).toBe(120);
  });

  it('proves each entry by its seal, which anybody can follow', async () => {
    await sealable(test.dataSource);
    await test.app.get(SealEvents, { strict: false }).run();
    const [entry] = await list(`?number=${receipt.number}`);
    const { body } = await auditor.get<LogEntryDetail>(`/api/desk/log/${entry?.id ?? ''}`);
    expect(body).toMatchObject({ seal: 1, proof: { seal: 1, holds: true } });
    // By the book: RFC 6962.
    const hash = (...parts: Buffer[]) => createHash('sha256').update(Buffer.concat(parts)).digest();
    let at = hash(Buffer.of(0), Buffer.from(body.body, 'utf8'));
    expect(at.toString('hex')).toBe(body.leaf);
    for (const { side, hash: other } of body.proof?.path ?? []) {
      const beside = Buffer.from(other, 'hex');
      at = side === 'left' ? hash(Buffer.of(1), beside, at) : hash(Buffer.of(1), at, beside);
    }
    const sealBody = body.proof?.sealBody ?? '{}';
    expect((JSON.parse(sealBody) as { root: string }).root).toBe(at.toString('hex'));
    const [key] = await test.dataSource.query<{ public_key: string }[]>('select public_key from audit_key');
    const signature = Buffer.from(body.proof?.signature ?? '', 'hex');
    expect(verify(null, Buffer.from(sealBody), createPublicKey(key?.public_key ?? ''), signature)).toBe(true);
  });

  it('says how its seals are, and whether they hold', async () => {
    const { body: before } = await auditor.get<LogState>('/api/desk/log/state');
    expect(before).toMatchObject({ seal: { number: 1 }, check: null });
    expect(before.actions).toEqual(expect.arrayContaining(['application.submit', 'read', 'sign-in']));
    const { body: checked } = await auditor.post<LogState>('/api/desk/log/check');
    expect(checked.check).toMatchObject({ seals: 1, faults: [] });
    await test.dataSource.transaction(async (tx) => {
      await tx.query('set local session_replication_role = replica');
      await tx.query(
        `update audit_event set body = replace(body, 'bench', 'bunch') where body like '%bench%'`,
      );
    });
    const faults = await test.app.get(CheckLog, { strict: false }).run();
    expect(faults[0]).toMatchObject({ code: 'event-changed', seal: 1 });
    const [entry] = await list('?action=bunch');
    const { body: changed } = await auditor.get<LogEntryDetail>(`/api/desk/log/${entry?.id ?? ''}`);
    expect(changed.proof?.holds).toBe(false);
  });

  it('is given out as verify-log reads it, and records who looked and took it', async () => {
    const { bytes, headers } = await auditor.get('/api/desk/log/export');
    expect(headers['content-type']).toBe('application/zip');
    const files = readZip(bytes);
    expect([...files.keys()]).toEqual(['events.jsonl', 'seals.jsonl', 'public-keys.pem']);
    expect(files.get('seals.jsonl')?.toString().trim().split('\n')).toHaveLength(1);
    const looks = await list('?who=nakamura');
    expect(new Set(looks.map(({ action, subjectKind }) => `${action} ${subjectKind}`))).toEqual(
      new Set(['log.export log', 'log.check log', 'read log', 'sign-in staff']),
    );
  });

  it('is for auditors alone', async () => {
    for (const login of ['sato', 'kobayashi', 'tanaka']) {
      const person = await test.official(login);
      for (const path of ['', '/state', '/export'])
        expect((await person.get(`/api/desk/log${path}`)).status).toBe(403);
    }
  });

  it('is read along its indexes', async () => {
    await test.dataSource.query('analyze audit_event');
    for (const condition of [
      `(e.body::jsonb #>> '{actor,id}') = any('{x}')`,
      `(e.body::jsonb #>> '{subject,id}') = any('{x}')`,
      `(e.body::jsonb ->> 'action') = 'x'`,
    ]) {
      const plan = await test.dataSource.transaction(async (tx) => {
        await tx.query('set local enable_seqscan = off');
        return tx.query<{ 'QUERY PLAN': string }[]>(
          `explain select e.id from audit_event e where ${condition} order by e.id desc limit 51`,
        );
      });
      const text = plan.map((line) => line['QUERY PLAN']).join('\n');
      expect(text).toMatch(/audit_event_(actor|subject|action)/);
    }
  });
});
