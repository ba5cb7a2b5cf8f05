import { createHash, createPublicKey, verify } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { civilDateInJapan } from '#engine';
import { AnchorSeals } from '../../src/audit/anchor-seals.js';
import { exportLog } from '../../src/audit/export-log.js';
import { KeyFileSigner } from '../../src/audit/key-file-signer.js';
import { recordAudit } from '../../src/audit/record-audit.js';
import { SealEvents } from '../../src/audit/seal-events.js';
import type { DeskApplicationView } from '../../src/applications/desk.dto.js';
import { CONFIG, type Config } from '../../src/config/config.js';
import type { Receipt } from '../../src/drafts/draft.dto.js';
import type { MandateList } from '../../src/mandates/mandate.dto.js';
import { DeliverAnchor } from '../../src/notices/anchor-mail/deliver-anchor.js';
import { fillJitanDraft } from './support/jitan-answers.js';
import { openSmtpSink, type SmtpSink } from './support/smtp-sink.js';
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
let sink: SmtpSink;
beforeAll(async () => {
  sink = await openSmtpSink();
  test = await startTestApp({ AUDIT_ANCHOR_MAIL: 'auditor@example.lg.jp', SMTP_URL: sink.url });
});
afterAll(async () => {
  await test.stop();
  await sink.stop();
});

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
      await test.app.get(SealEvents).run();
      const column = { audit_event: 'body', audit_place: 'leaf', audit_seal: 'body' }[table] ?? 'public_key';
      for (const statement of [`update ${table} set ${column} = ''`, `delete from ${table}`]) {
        await expect(test.dataSource.query(statement)).rejects.toThrow(`of ${table} is refused`);
      }
      await expect(test.dataSource.query(`truncate ${table} cascade`)).rejects.toThrow('TRUNCATE of');
    },
  );
});

/** RFC 6962, section 2.1, as it is written there. */
function treeHash(entries: readonly string[]): Buffer {
  const sha256 = (...parts: readonly (string | Buffer)[]) =>
    parts.reduce((hash, part) => hash.update(part), createHash('sha256')).digest();
  const [first] = entries;
  if (entries.length === 1 && first !== undefined) return sha256(Buffer.of(0), first);
  let k = 1;
  while (k * 2 < entries.length) k *= 2;
  return sha256(Buffer.of(1), treeHash(entries.slice(0, k)), treeHash(entries.slice(k)));
}

/** Follows the README's description and uses nothing of the product. @returns bodies of the sealed events */
function verifyByHand(folder: string): readonly string[] {
  const lines = (name: string) => readFileSync(join(folder, name), 'utf8').split('\n').slice(0, -1);
  const key = createPublicKey(readFileSync(join(folder, 'public-keys.pem'), 'utf8'));
  const events = lines('events.jsonl').map((line) => {
    const [, body = '', pos, seal] = /^\{"event":(.*),"leaf":[^,]*,"pos":([^,]*),"seal":([^,]*)\}$/.exec(
      line,
    ) ?? [line];
    return { body, pos, seal };
  });
  let previous = '0'.repeat(64);
  return lines('seals.jsonl').flatMap((line, index) => {
    const [, body = '', signature = ''] = /^\{"seal":(.*),"signature":"(.*)"\}$/.exec(line) ?? [];
    const seal = JSON.parse(body) as Record<string, unknown>;
    const own = events.filter((event) => event.seal === String(index + 1));
    expect(own.map(({ pos }) => pos)).toEqual(own.map((_, place) => String(place)));
    expect(verify(null, Buffer.from(body), key, Buffer.from(signature, 'hex'))).toBe(true);
    expect(seal).toMatchObject({
      number: index + 1,
      previous,
      count: own.length,
      root: treeHash(own.map((event) => event.body)).toString('hex'),
    });
    previous = createHash('sha256').update(body).digest('hex');
    return own.map((event) => event.body);
  });
}

describe('sealing', () => {
  const entry = (id: string) =>
    ({ actor: { kind: 'system', id: 'test' }, action: 'read', subject: { kind: 'list', id } }) as const;
  const sealer = () => {
    const config = test.app.get<Config>(CONFIG, { strict: false });
    return new SealEvents(test.dataSource, new KeyFileSigner(null, config.dataDir), config);
  };
  const unsealed = async () => {
    const [row] = await test.dataSource.query<[{ count: number }]>(
      'select count(*)::int as count from audit_event where id not in (select event_id from audit_place)',
    );
    return row.count;
  };

  it('loses nothing of what many write while others seal, nor what is committed late', async () => {
    const before = (await bodies()).length;
    const late = test.dataSource.createQueryRunner();
    await late.startTransaction();
    await recordAudit(late, entry('late'));
    let writing = true;
    const write = async (writer: number) => {
      for (let n = 0; n < 40; n++) await recordAudit(test.dataSource, entry(`${writer} ${n}`));
    };
    const seal = async () => {
      const own = sealer();
      while (writing) await own.run(7);
    };
    const sealing = [seal(), seal()];
    await Promise.all([write(1), write(2), write(3)]);
    writing = false;
    await Promise.all(sealing);
    // Whoever began later than the late one may have to wait for it.
    expect(await unsealed()).toBeGreaterThan(0);
    await late.commitTransaction();
    await late.release();
    await sealer().run(7);
    expect(await unsealed()).toBe(0);

    const folder = mkdtempSync(join(tmpdir(), 'tetsuzuki-log-'));
    const exported = await exportLog(test.dataSource, folder);
    const sealed = verifyByHand(folder);
    rmSync(folder, { recursive: true });
    expect(exported).toEqual({
      events: before + 121,
      unsealed: 0,
      seals: expect.any(Number),
    });
    expect([...sealed].sort()).toEqual([...(await bodies())].sort());
  });

  it('leaves nothing half done when it is stopped in between, and goes on the next time', async () => {
    await recordAudit(test.dataSource, entry('stopped'));
    const config = test.app.get<Config>(CONFIG, { strict: false });
    const signer = new KeyFileSigner(null, config.dataDir);
    signer.sign = () => Promise.reject(new Error('pulled out'));
    await expect(new SealEvents(test.dataSource, signer, config).run()).rejects.toThrow('pulled out');
    expect(await unsealed()).toBe(1);
    expect(await sealer().run()).toBe(1);
    expect(await sealer().run()).toBe(0);
  });

  it('also takes what an earlier server wrote, whose transactions were counted otherwise', async () => {
    const id = '0190f000-0000-7000-8000-00000000cafe';
    await test.dataSource.query(
      `insert into audit_event (id, xid, body) values ($1, 4000000000, '{"id":"${id}"}')`,
      [id],
    );
    const own = sealer();
    expect(await own.run()).toBe(1);
    await recordAudit(test.dataSource, entry('afterwards'));
    expect(await own.run()).toBe(1);
    expect(await sealer().run()).toBe(0);
  });

  it('gives the newest seal out once a day, as a line of a file and by mail', async () => {
    const anchors = test.app.get(AnchorSeals);
    expect([await anchors.run(), await anchors.run()]).toEqual([true, false]);
    const [job] = await test.dataSource.query<[{ subject_id: string }]>(
      `select subject_id from outbox where name = 'deliver-anchor'`,
    );
    const deliver = test.app.get(DeliverAnchor, { strict: false });
    sink.onMail = async () => '451 Come back later';
    await expect(deliver.run(job.subject_id)).rejects.toThrow('not taken');
    sink.onMail = async () => undefined;
    await deliver.run(job.subject_id);
    await deliver.run(job.subject_id);
    const lines = readFileSync(join(test.dataDir, 'audit', 'anchors.jsonl'), 'utf8').split('\n');
    const [newest] = await test.dataSource.query<[{ number: number; body: string }]>(
      'select number, body from audit_seal order by number desc limit 1',
    );
    expect(lines).toEqual([expect.any(String), '']);
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({
      number: newest.number,
      hash: createHash('sha256').update(newest.body).digest('hex'),
    });
    const got = sink.mails.filter(({ envelope }) => envelope.to.includes('auditor@example.lg.jp'));
    expect(got.at(-1)?.text?.replaceAll(/\s/g, '')).toContain(lines[0]?.replaceAll(/\s/g, ''));
  });
});
