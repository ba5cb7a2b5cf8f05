import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { TypstRenderer } from '../../src/notices/typst/typst-renderer.js';
import { Asn1, der, derOid, tags } from '../../src/signatures/der.js';
import { extensions } from '../../src/signatures/make-certificate.js';
import { makeTimeStamp } from '../../src/signatures/make-time-stamp.js';
import { ListsAndResponder } from '../../src/signatures/revocation.js';
import { RevocationList } from '../../src/signatures/revocation-list.js';
import { signPdf } from '../../src/signatures/sign-pdf.js';
import type { TimeStamps } from '../../src/signatures/time-stamps.js';
import { verifyPdf } from '../../src/signatures/verify-pdf.js';
import type { Trust } from '../../src/signatures/verify-signature.js';
import { runAt } from '../support/command-line.js';
import { checkStructure, hasPdfsig, hasQpdf, signatureOf } from './support/pdf-tools.js';
import {
  day,
  type Holder,
  issue,
  issueAuthority,
  listOf,
  newKey,
  pemOf,
  signingKeyOf,
} from './support/pki.js';

const now = new Date('2026-11-20T03:00:00Z');
const hasOpenssl = spawnSync('openssl', ['version']).status === 0;
const purpose = (last: string): Buffer => der(tags.sequence, derOid(`1.3.6.1.5.5.7.3.${last}`));

describe('a signed notice', () => {
  const folder = mkdtempSync(join(tmpdir(), 'tetsuzuki-signing-'));
  const renderer = new TypstRenderer();
  let root: Holder;
  let office: Holder;
  let clock: Holder;
  let drawn: Buffer;
  let stamps: TimeStamps;
  let signed: Buffer;

  const bySelf = (holder: Holder, at: Date): TimeStamps => ({
    stamp: async (digest) => ({ token: await makeTimeStamp(digest, at, signingKeyOf(holder)), at }),
  });
  const signedBy = async (holder: Holder, with_: TimeStamps | null, chain: readonly Buffer[] = []) =>
    (
      await signPdf(drawn, {
        key: signingKeyOf(holder, chain),
        stamps: with_,
        name: '商工労働部',
        reason: '支給決定通知書　協推第1号',
        at: now,
      })
    ).pdf;
  const trust = (change: Partial<Trust> = {}): Trust => ({
    anchors: [root.certificate],
    intermediates: [],
    revocation: new ListsAndResponder([], null),
    revocationRule: 'when-known',
    policies: [],
    ...change,
  });
  const faultOf = async (pdf: Buffer, change: Partial<Trust> = {}, at = now): Promise<string> => {
    const verdict = await verifyPdf(pdf, trust(change), at);
    return verdict.ok ? verdict.signature.level : verdict.fault;
  };

  const valid = { notBefore: new Date(now.getTime() - day), notAfter: new Date(now.getTime() + 30 * day) };
  beforeAll(async () => {
    const long = { notBefore: valid.notBefore, notAfter: new Date(now.getTime() + 3_650 * day) };
    const authority = [extensions.authority(), extensions.keyUsage(5, 6)];
    root = issue('認証局', null, { ...long, extensions: authority });
    const purposes = (last: string, critical: boolean): Buffer =>
      extensions.any('2.5.29.37', critical, purpose(last));
    office = issue('大阪府商工労働部', root, {
      ...valid,
      extensions: [extensions.keyUsage(0, 1), purposes('4', false)],
    });
    clock = issue('時刻認証局', root, { ...long, extensions: [extensions.keyUsage(0), purposes('8', true)] });
    drawn = await renderer.render({
      model: {
        title: '支給決定通知書',
        layout: 'letter',
        head: {},
        blocks: [
          { kind: 'title', text: '支給決定通知書' },
          { kind: 'paragraph', text: '　支給することを決定しました。' },
        ],
      },
      issuedOn: '2026-11-20',
      author: '商工労働部',
      reference: '申込番号 0009-03-0000042-6',
      proof: 'https://tetsuzuki.example.lg.jp/verify/AAAAAAAAAAAAAAAAAAAAAAAA',
    });
    stamps = bySelf(clock, now);
    signed = await signedBy(office, stamps);
  });
  afterAll(async () => {
    await renderer.close();
    rmSync(folder, { recursive: true });
  });

  it('is good: by whom, when, and at which level', async () => {
    const verdict = await verifyPdf(signed, trust(), now);
    expect(verdict).toMatchObject({
      ok: true,
      signature: { level: 'B-T', stampedAt: now, signer: { subject: 'O=Test, CN=大阪府商工労働部' } },
    });
    expect(await faultOf(await signedBy(office, null))).toBe('B-B');
  });

  it('begins with the document as it was drawn, byte by byte', () => {
    expect(signed.subarray(0, drawn.length).equals(drawn)).toBe(true);
  });

  it.each(['rsa', 'ec', 'ec-384'] as const)('can be signed by a key of the kind %s', async (kind) => {
    const holder = issue('大阪府', root, { ...valid, key: newKey(kind) });
    expect(await faultOf(await signedBy(holder, stamps))).toBe('B-T');
  });

  it('brings the certificates between its own and the trusted one', async () => {
    const between = issue('中間', root, {
      ...valid,
      extensions: [extensions.authority(0), extensions.keyUsage(5)],
    });
    const below = issue('大阪府', between, valid);
    expect(await faultOf(await signedBy(below, stamps, [between.raw]))).toBe('B-T');
    expect(await faultOf(await signedBy(below, stamps))).toBe('untrusted');
    // A certificate that nobody asked for is something that somebody added.
    expect(await faultOf(await signedBy(below, stamps, [between.raw, office.raw]))).toBe('changed');
  });

  it('is found out after any of 500 changes of a byte, wherever it is', async () => {
    let seed = 42;
    const random = (below: number): number => {
      seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
      return Math.floor((seed / 2_147_483_648) * below);
    };
    const unnoticed: number[] = [];
    for (let n = 0; n < 500; n += 1) {
      const changed = Buffer.from(signed);
      const place = random(changed.length);
      changed[place] = ((changed[place] ?? 0) + 1 + random(255)) % 256;
      if ((await verifyPdf(changed, trust(), now)).ok) unnoticed.push(place);
    }
    expect(unnoticed).toEqual([]);
  });

  it('is found out after any change of the message that carries the signature', async () => {
    const from = signed.indexOf('/Contents <') + '/Contents <'.length;
    const length = 8 + 2 * Buffer.from(signed.toString('latin1', from, from + 8), 'hex').readUInt16BE(2);
    const unnoticed: number[] = [];
    for (let place = from; place < from + length; place += 2) {
      const changed = Buffer.from(signed);
      changed[place] = changed[place] === 0x30 ? 0x31 : 0x30;
      if ((await verifyPdf(changed, trust(), now)).ok) unnoticed.push(place - from);
    }
    expect(unnoticed).toEqual([]);
  });

  it('is found out when something is appended, and where it ended is told', async () => {
    const verdict = await verifyPdf(Buffer.concat([signed, Buffer.from('%more\n')]), trust(), now);
    expect(verdict).toEqual({ ok: false, fault: 'appended', original: signed.length });
    expect(await faultOf(Buffer.concat([signed, signed]))).toBe('appended');
    expect(await faultOf(signed.subarray(0, -7))).toBe('changed');
  });

  it('is not believed when another signed it, or a certificate that was not meant for it', async () => {
    const others = issueAuthority('認証局', null);
    expect(await faultOf(await signedBy(issue('大阪府商工労働部', others, valid), stamps))).toBe('untrusted');
    const forged = issue('大阪府', root, { ...valid, extensions: [extensions.keyUsage(2)] });
    expect(await faultOf(await signedBy(forged, stamps))).toBe('key-usage');
    expect(await faultOf(await signedBy(office, bySelf(office, now)))).toBe('key-usage');
    expect(await faultOf(await signedBy(office, bySelf(issue('x', others, valid), now)))).toBe('key-usage');
  });

  it('with a time stamp outlives its certificate; without one it does not', async () => {
    const later = new Date(now.getTime() + 365 * day);
    expect(await faultOf(signed, {}, later)).toBe('B-T');
    expect(await faultOf(await signedBy(office, null), {}, later)).toBe('expired');
    const before = bySelf(clock, new Date(now.getTime() - day / 2));
    expect(await faultOf(await signedBy(office, before))).toBe('B-T');
  });

  it('is not believed when its certificate had been revoked by then', async () => {
    const since = (from: Date) => ({
      revocation: new ListsAndResponder(RevocationList.read(listOf(root, [office], from)), null),
    });
    expect(await faultOf(signed, since(new Date(now.getTime() - day / 2)))).toBe('revoked');
    expect(
      await faultOf(signed, since(new Date(now.getTime() + day)), new Date(now.getTime() + 2 * day)),
    ).toBe('B-T');
  });

  it('is told from a PDF without signature, and from what is no PDF', async () => {
    expect(await faultOf(drawn)).toBe('no-signature');
    expect(await faultOf(Buffer.from('PK\u0003\u0004 a table'))).toBe('not-a-pdf');
    expect(await faultOf(Buffer.alloc(0))).toBe('not-a-pdf');
  });

  (hasQpdf ? it : it.skip)('has a sound structure (needs qpdf)', () => {
    expect(checkStructure(signed)).toContain('No syntax or stream encoding errors');
  });

  (hasPdfsig ? it : it.skip)('is signed as a whole, as another reader says (needs poppler)', () => {
    const said = signatureOf(signed);
    expect(said).toContain('Signature Type: ETSI.CAdES.detached');
    expect(said).toContain('Signer Certificate Common Name: 大阪府商工労働部');
    expect(said).toContain('Total document signed');
    expect(said).toContain('Signature is Valid');
  });

  (hasOpenssl ? it : it.skip)('is trusted by another verifier, time stamp included (needs openssl)', () => {
    const keep = (name: string, bytes: Buffer | string): string => {
      writeFileSync(join(folder, name), bytes);
      return join(folder, name);
    };
    const ca = keep('ca.pem', pemOf(root.raw));
    const [, from = 0, to = 0] =
      /\/ByteRange \[0 0*(\d+) 0*(\d+)/.exec(signed.toString('latin1'))?.map(Number) ?? [];
    const hex = signed.toString('latin1', from + 1, to - 1);
    const whole = Buffer.from(hex, 'hex');
    const cms = whole.subarray(0, 4 + whole.readUInt16BE(2));
    const content = keep('content', Buffer.concat([signed.subarray(0, from), signed.subarray(to)]));
    const at = String(Math.floor(now.getTime() / 1_000));
    const run = (...args: string[]) => spawnSync('openssl', args, { encoding: 'utf8' });
    const options = ['-binary', '-CAfile', ca, '-attime', at, '-purpose', 'any', '-cades'];
    const file = keep('signature.p7s', cms);
    const verified = run(
      'cms',
      '-verify',
      '-inform',
      'DER',
      '-in',
      file,
      '-content',
      content,
      ...options,
      '-out',
      join(folder, 'out'),
    );
    expect(verified.stderr).toContain('CAdES Verification successful');
    const signer = Asn1.read(cms).children()[1]?.children()[0]?.children().at(-1)?.children()[0];
    const token = signer?.children()[6]?.children()[0]?.children()[1]?.children()[0]?.raw ?? Buffer.alloc(0);
    const value = signer?.children()[5]?.octets() ?? Buffer.alloc(0);
    const stamped = run(
      'ts',
      '-verify',
      '-token_in',
      '-in',
      keep('token', token),
      '-data',
      keep('value', value),
      '-CAfile',
      ca,
      '-attime',
      at,
    );
    expect(stamped.stdout + stamped.stderr).toContain('Verification: OK');
  });

  it('is verified on the command line, offline, with the cure of what is wrong', async () => {
    writeFileSync(join(folder, 'trust.pem'), pemOf(root.raw));
    writeFileSync(join(folder, 'good.pdf'), signed);
    writeFileSync(join(folder, 'bad.pdf'), Buffer.concat([signed, Buffer.from('x')]));
    const verify = (file: string, ...more: string[]) =>
      runAt(folder, ['verify-notice', join(folder, file), '--trust', join(folder, 'trust.pem'), ...more]);
    const good = await verify('good.pdf');
    expect(good).toMatchObject({ status: 0, stderr: '' });
    expect(good.stdout).toContain('✓ 発行されたときのままです\n  署名者：大阪府商工労働部 / Test\n');
    expect(good.stdout).toContain('署名の時刻（B-T）：2026-11-20T03:00:00.000Z');
    const bad = await verify('bad.pdf');
    expect(bad).toMatchObject({ status: 1 });
    expect(bad.stdout).toContain('発行した後に、ファイルに何かが書き加えられています。');
    expect(JSON.parse((await verify('bad.pdf', '--json')).stdout)).toMatchObject({
      ok: false,
      fault: 'appended',
    });
    expect(await verify('none.pdf')).toMatchObject({ status: 2 });
    expect(await runAt(folder, ['verify-notice', join(folder, 'good.pdf')])).toMatchObject({ status: 2 });
  });
});
