import { createHash, generateKeyPairSync, sign } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AnchorSeals } from '../../src/audit/anchor-seals.js';
import { exportLog } from '../../src/audit/export-log.js';
import { KeyFileSigner } from '../../src/audit/key-file-signer.js';
import { recordAudit } from '../../src/audit/record-audit.js';
import { SealEvents } from '../../src/audit/seal-events.js';
import { DeliverAnchor } from '../../src/notices/anchor-mail/deliver-anchor.js';
import { SmtpMailer } from '../../src/notices/mail/smtp-mailer.js';
import { runAt } from '../support/command-line.js';
import { type AuditWorld, entry, recordMany, sealable, startAuditWorld } from './support/audit-world.js';
import { readSealedLog } from './support/sealed-log.js';
import { openSmtpSink, type SmtpSink } from './support/smtp-sink.js';

let world: AuditWorld;
let sink: SmtpSink;
beforeAll(async () => {
  sink = await openSmtpSink();
  world = await startAuditWorld({ AUDIT_ANCHOR_MAIL: 'auditor@example.lg.jp', SMTP_URL: sink.url });
});
afterAll(async () => {
  await world.stop();
  await sink.stop();
});

describe('sealing', () => {
  it('loses nothing of what many write while others seal, nor what is committed late', async () => {
    await sealable(world.dataSource);
    await world.sealer().run();
    const before = (await world.bodies()).length;
    const late = world.dataSource.createQueryRunner();
    await late.startTransaction();
    await recordAudit(late, entry('late'));
    let writing = true;
    const write = async (writer: number) => {
      for (let n = 0; n < 40; n++) await recordAudit(world.dataSource, entry(`${writer} ${n}`));
    };
    const seal = async () => {
      const own = world.sealer();
      while (writing) await own.run(7);
    };
    const sealing = [seal(), seal()];
    await Promise.all([write(1), write(2), write(3)]);
    writing = false;
    await Promise.all(sealing);
    // Whoever began later than the late one may have to wait for it.
    expect(await world.unsealed()).toBeGreaterThan(0);
    await late.commitTransaction();
    await late.release();
    await sealable(world.dataSource);
    await world.sealer().run(7);
    expect(await world.unsealed()).toBe(0);

    const folder = mkdtempSync(join(tmpdir(), 'tetsuzuki-log-'));
    const exported = await exportLog(world.dataSource, folder);
    const sealed = readSealedLog(folder);
    rmSync(folder, { recursive: true });
    expect(exported).toEqual({
      events: before + 121,
      unsealed: 0,
      seals: expect.any(Number),
    });
    expect([...sealed].sort()).toEqual([...(await world.bodies())].sort());
  });

  it('leaves nothing half done when it is stopped in between, and goes on the next time', async () => {
    await recordAudit(world.dataSource, entry('stopped'));
    await sealable(world.dataSource);
    const { config } = world;
    const signer = new KeyFileSigner(null, config.dataDir);
    signer.sign = () => Promise.reject(new Error('pulled out'));
    await expect(new SealEvents(world.dataSource, signer, config).run()).rejects.toThrow('pulled out');
    const waiting = await world.unsealed();
    expect(waiting).toBeGreaterThan(0);
    expect(await world.sealer().run()).toBe(waiting);
    expect(await world.sealer().run()).toBe(0);
  });

  it('also takes what an earlier server wrote, whose transactions were counted otherwise', async () => {
    const id = '0190f000-0000-7000-8000-00000000cafe';
    await world.dataSource.query(
      `insert into audit_event (id, xid, body) values ($1, 4000000000, '{"id":"${id}"}')`,
      [id],
    );
    const own = world.sealer();
    await sealable(world.dataSource);
    await own.run();
    expect(await world.unsealed()).toBe(0);
    await recordAudit(world.dataSource, entry('afterwards'));
    await sealable(world.dataSource);
    expect(await own.run()).toBe(1);
    expect(await world.sealer().run()).toBe(0);
  });

  it('gives the newest seal out once a day, as a line of a file and by mail', async () => {
    await recordAudit(world.dataSource, entry('of the day'));
    await sealable(world.dataSource);
    await world.sealer().run();
    const anchors = new AnchorSeals(world.dataSource, world.config);
    expect([await anchors.run(), await anchors.run()]).toEqual([true, false]);
    const [job] = await world.dataSource.query<[{ subject_id: string }]>(
      `select subject_id from outbox where name = 'deliver-anchor'`,
    );
    const mailer = new SmtpMailer({ url: sink.url, from: 'no-reply@example.lg.jp', perSecond: 100 });
    const deliver = new DeliverAnchor(world.dataSource, mailer, world.config);
    sink.onMail = async () => '451 Come back later';
    await expect(deliver.run(job.subject_id)).rejects.toThrow('not taken');
    sink.onMail = async () => undefined;
    await deliver.run(job.subject_id);
    await deliver.run(job.subject_id);
    mailer.close();
    const lines = readFileSync(join(world.config.dataDir, 'audit', 'anchors.jsonl'), 'utf8').split('\n');
    const [newest] = await world.dataSource.query<[{ number: number; body: string }]>(
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

describe('an exported log', () => {
  let folder: string;
  let events: readonly string[];
  let seals: readonly string[];
  const databaseBefore = process.env.DATABASE_URL;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'tetsuzuki-log-'));
    await sealable(world.dataSource);
    await world.sealer().run();
    await recordMany(world.dataSource, 25);
    await sealable(world.dataSource);
    await world.sealer().run(5);
    await recordAudit(world.dataSource, entry('not sealed yet'));
    process.env.DATABASE_URL = world.databaseUrl;
    const { status, stdout } = await runAt(folder, ['export-log', join(folder, 'log')], 'en');
    expect([status, stdout]).toEqual([
      0,
      expect.stringMatching(/^Wrote \d+ event\(s\), 1 of them not sealed yet/),
    ]);
    const lines = (name: string) =>
      readFileSync(join(folder, 'log', name), 'utf8')
        .split('\n')
        .slice(0, -1);
    [events, seals] = [lines('events.jsonl'), lines('seals.jsonl')];
    writeFileSync(join(folder, 'anchors.jsonl'), anchorOf(seals.at(-1) ?? ''));
  });
  afterAll(() => {
    rmSync(folder, { recursive: true });
    if (databaseBefore === undefined) delete process.env.DATABASE_URL;
    else process.env.DATABASE_URL = databaseBefore;
  });

  const bodyOf = (line: string) => /^\{"seal":(.*),"signature":/.exec(line)?.[1] ?? '';
  const anchorOf = (line: string) => {
    const { at, key, number } = JSON.parse(bodyOf(line)) as Record<string, unknown>;
    const hash = createHash('sha256').update(bodyOf(line)).digest('hex');
    return `${JSON.stringify({ at, hash, key, number })}\n`;
  };
  /** Index of the line of the last seal's event at a place. */
  const at = (place: number) => events.length - 1 - 5 + place;
  const swapped = (lines: readonly string[], a: number, b: number) =>
    lines.map((line, index) => lines[index === a ? b : index === b ? a : index] ?? line);
  const without = (lines: readonly string[], gone: number) => lines.filter((_, index) => index !== gone);
  const changed = (lines: readonly string[], which: number, change: (line: string) => string) =>
    lines.map((line, index) => (index === which ? change(line) : line));

  interface Report {
    readonly ok: boolean;
    readonly events: number;
    readonly unsealed: number;
    readonly faults: readonly { readonly code: string; readonly seal?: number; readonly pos?: number }[];
  }

  async function verified(
    log: { readonly events?: readonly string[]; readonly seals?: readonly string[] },
    options: readonly string[] = ['--anchor', join(folder, 'anchors.jsonl')],
  ): Promise<Report> {
    const copy = mkdtempSync(join(folder, 'copy-'));
    writeFileSync(join(copy, 'events.jsonl'), (log.events ?? events).map((line) => `${line}\n`).join(''));
    writeFileSync(join(copy, 'seals.jsonl'), (log.seals ?? seals).map((line) => `${line}\n`).join(''));
    const key = ['--key', join(folder, 'log', 'public-keys.pem')];
    const { status, stdout } = await runAt(folder, ['verify-log', copy, ...key, ...options, '--json']);
    const report = JSON.parse(stdout) as Report;
    expect(status).toBe(report.ok ? 0 : 1);
    return report;
  }
  const codes = async (...given: Parameters<typeof verified>) =>
    (await verified(...given)).faults.map(({ code }) => code);

  it('is what was sealed, and says what is not sealed yet', async () => {
    expect(await verified({})).toMatchObject({ ok: true, events: events.length, unsealed: 1, faults: [] });
    expect(readSealedLog(join(folder, 'log'))).toHaveLength(events.length - 1);
  });

  it('is not written over another', async () => {
    const { status, stderr } = await runAt(folder, ['export-log', join(folder, 'log')], 'en');
    expect([status, stderr]).toEqual([2, 'log holds an export already. Name another folder.\n']);
  });

  it('shows an event that was changed, and which', async () => {
    const number = seals.length;
    const changedEvent = changed(events, at(2), (line) => line.replace('"read"', '"read-not"'));
    expect((await verified({ events: changedEvent })).faults).toMatchObject([
      { code: 'event-changed', seal: number, pos: 2 },
    ]);
    const withHash = changed(changedEvent, at(2), (line) => {
      const body = /^\{"event":(.*),"leaf":/.exec(line)?.[1] ?? '';
      const leaf = createHash('sha256').update(Buffer.of(0)).update(body).digest('hex');
      return line.replace(/"leaf":"\w+"/, `"leaf":"${leaf}"`);
    });
    expect((await verified({ events: withHash })).faults).toMatchObject([
      { code: 'root-differs', seal: number },
    ]);
  });

  it('shows an event that two readers could read differently', async () => {
    const twice = changed(events, at(2), (line) =>
      line.replace('{"action":', '{"action":"nothing","action":'),
    );
    expect(await codes({ events: twice })).toEqual(['event-unreadable', 'events-missing']);
  });

  it('shows events that were taken out, put in, or put elsewhere', async () => {
    expect((await verified({ events: without(events, at(2)) })).faults).toMatchObject([
      { code: 'events-missing', pos: 2, count: 1 },
    ]);
    expect(await codes({ events: without(events, at(4)) })).toEqual(['events-missing']);
    const renumbered = without(events, at(2)).map((line, index) =>
      index === at(2) || index === at(3)
        ? line.replace(/"pos":(\d)/, (_, pos) => `"pos":${Number(pos) - 1}`)
        : line,
    );
    expect(await codes({ events: renumbered })).toEqual(['events-missing']);
    const twice = [...events.slice(0, at(3)), events[at(2)] ?? '', ...events.slice(at(3))];
    expect((await verified({ events: twice })).faults).toMatchObject([
      { code: 'event-out-of-place', pos: 2 },
    ]);
    expect(await codes({ events: swapped(events, at(1), at(2)) })).toContain('event-out-of-place');
    const inEachOthersPlace = swapped(events, at(1), at(2)).map((line, index) =>
      index === at(1) || index === at(2) ? line.replace(/"pos":\d/, `"pos":${index - at(0)}`) : line,
    );
    expect(await codes({ events: inEachOthersPlace })).toEqual(['root-differs']);
  });

  it('shows seals that were taken out, put elsewhere or changed', async () => {
    const last = seals.length - 1;
    expect((await verified({ seals: without(seals, last - 2) })).faults).toMatchObject([
      { code: 'seals-missing', seal: last - 1, count: 1 },
      { code: 'events-without-seal', seal: last - 1, count: 5 },
    ]);
    expect(await codes({ seals: swapped(seals, last - 2, last - 1) })).toEqual([
      'seals-missing',
      'events-without-seal',
      'seal-out-of-order',
    ]);
    const later = changed(seals, last, (line) => line.replace(/"at":"\d{4}/, '"at":"2050'));
    expect(await codes({ seals: later })).toEqual(['signature-wrong', 'anchor-differs']);
    expect(await codes({ seals: changed(seals, last, (line) => line.slice(1)) })).toContain(
      'seal-unreadable',
    );
  });

  it('shows an end that was cut off by the anchor that is kept elsewhere, and by nothing else', async () => {
    const cut = { events: events.slice(0, at(0)), seals: seals.slice(0, -1) };
    expect((await verified(cut)).faults).toMatchObject([{ code: 'tail-cut', seal: seals.length }]);
    expect(await codes(cut, [])).toEqual([]);
  });

  it('shows a log that was made anew with another key', async () => {
    const { privateKey, publicKey } = generateKeyPairSync('ed25519');
    const key = createHash('sha256')
      .update(publicKey.export({ type: 'spki', format: 'der' }))
      .digest('hex');
    const anew = changed(seals, seals.length - 1, (line) => {
      const body = bodyOf(line).replace(/"key":"\w+"/, `"key":"${key}"`);
      return `{"seal":${body},"signature":"${sign(null, Buffer.from(body), privateKey).toString('hex')}"}`;
    });
    expect(await codes({ seals: anew })).toEqual(['key-unknown', 'anchor-differs']);
    const own = join(folder, 'own.pem');
    const both = readFileSync(join(folder, 'log', 'public-keys.pem'), 'utf8');
    writeFileSync(own, both + publicKey.export({ type: 'spki', format: 'pem' }).toString());
    expect(await codes({ seals: anew }, ['--key', own])).toEqual([]);
    expect(await codes({ seals: anew }, ['--key', own, '--anchor', join(folder, 'anchors.jsonl')])).toEqual([
      'anchor-differs',
    ]);
  });

  it('is told about in the language that was asked for', async () => {
    const empty = join(folder, 'empty');
    mkdirSync(empty);
    const missing = await runAt(folder, ['verify-log', empty], 'en');
    expect([missing.status, missing.stderr]).toEqual([2, 'empty/events.jsonl cannot be read.\n']);
    const fine = await runAt(folder, ['verify-log', join(folder, 'log')], 'ja');
    expect(fine.stdout).toMatch(
      /^監査記録は封印されたときのままです。記録\d+件（うち封印前1件）、封印\d+個、最後は/,
    );
    expect(fine.stderr).toContain('--anchor がないため');
  });
});
