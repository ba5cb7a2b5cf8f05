import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { der, tags } from '../../src/signatures/der.js';
import { extensions } from '../../src/signatures/make-certificate.js';
import { makeCms } from '../../src/signatures/make-cms.js';
import { ListsAndResponder } from '../../src/signatures/revocation.js';
import { RevocationList } from '../../src/signatures/revocation-list.js';
import { verifySignature } from '../../src/signatures/verify-signature.js';
import { runAt } from '../support/command-line.js';
import { eventually } from '../support/eventually.js';
import { freePort } from '../support/ports.js';
import { type Holder, issue, issueAuthority, listOf, newKey } from './support/pki.js';

const openssl = spawnSync('openssl', ['version']).status === 0;
if (!openssl)
  console.warn('openssl is not installed: signatures made by another program are not verified here.');

(openssl ? describe : describe.skip)('a signature made by another program', () => {
  const content = Buffer.from('{"name":"塚本 花子"}');
  let folder: string;
  let root: Holder;
  let lists: RevocationList[];
  const people: Record<string, Holder> = {};

  const run = (...args: string[]): Buffer => {
    const { status, stderr } = spawnSync('openssl', args, { cwd: folder });
    if (status !== 0) throw new Error(`openssl ${args.join(' ')}\n${stderr.toString()}`);
    return stderr;
  };
  const pem = (raw: Buffer): string =>
    `-----BEGIN CERTIFICATE-----\n${raw.toString('base64').replace(/.{64}/g, '$&\n')}\n-----END CERTIFICATE-----\n`;
  const keep = (name: string, holder: Holder): void => {
    people[name] = holder;
    writeFileSync(join(folder, `${name}.pem`), pem(holder.raw));
    writeFileSync(join(folder, `${name}.key`), holder.key.export({ format: 'pem', type: 'pkcs8' }));
  };
  const signed = (who: string, ...how: string[]): Buffer => {
    const files = ['-in', 'content', '-out', 'out.p7s', '-signer', `${who}.pem`, '-inkey', `${who}.key`];
    run('cms', '-sign', '-binary', '-outform', 'DER', ...files, ...how);
    return readFileSync(join(folder, 'out.p7s'));
  };
  const verdict = async (
    value: Buffer,
    responder: string | null = null,
    known: readonly RevocationList[] = lists,
  ): Promise<string> => {
    const revocation = new ListsAndResponder(responder === null ? known : [], responder);
    const trust = {
      anchors: [root.certificate],
      intermediates: [],
      revocation,
      revocationRule: 'required' as const,
      policies: [],
    };
    const found = await verifySignature({ form: 'cms', value }, content, trust, new Date());
    return found.ok ? 'good' : found.fault;
  };

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'tetsuzuki-openssl-'));
    writeFileSync(join(folder, 'content'), content);
    root = issueAuthority('Root', null);
    keep('root', root);
    keep('rsa', issue('RSA', root, { key: newKey('rsa') }));
    keep('ec', issue('EC', root));
    keep('back', issue('CALLED-BACK', root));
    const purpose = extensions.any('2.5.29.37', false, Buffer.from('300a06082b06010505070309', 'hex'));
    keep('responder', issue('RESPONDER', root, { extensions: [extensions.keyUsage(0), purpose] }));
    lists = RevocationList.read(listOf(root, [people.back as Holder]));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it.each([
    ['RSA', 'rsa', []],
    ['RSA-PSS', 'rsa', ['-keyopt', 'rsa_padding_mode:pss', '-keyopt', 'rsa_pss_saltlen:32', '-md', 'sha256']],
    ['ECDSA', 'ec', []],
    ['SHA-512', 'ec', ['-md', 'sha512']],
    ['the key’s identifier left out, the certificate named', 'ec', ['-cades']],
  ])('is good with %s', async (_, who, how) => {
    expect(await verdict(signed(who, ...how))).toBe('good');
  });

  it.each([
    ['the content inside', ['-nodetach'], 'not-detached'],
    ['SHA-1', ['-md', 'sha1'], 'weak-algorithm'],
    ['no signed attributes', ['-noattr'], 'malformed'],
    ['no certificate', ['-nocerts'], 'signer-certificate-missing'],
  ])('is refused with %s', async (_, how, fault) => {
    expect(await verdict(signed('rsa', ...how))).toBe(fault);
  });

  it('is refused when a list, or a responder, says that the certificate was called back', async () => {
    expect(await verdict(signed('back'))).toBe('revoked');
    const until = '301231000000Z';
    const entry = (who: string, status: string, at: string): string =>
      [status, until, at, people[who]?.certificate.serial.toUpperCase(), 'unknown', `/CN=${who}`].join('\t');
    writeFileSync(
      join(folder, 'index.txt'),
      `${entry('ec', 'V', '')}\n${entry('back', 'R', '200101000000Z,keyCompromise')}\n`,
    );
    const port = await freePort();
    const files = [
      '-index',
      'index.txt',
      '-CA',
      'root.pem',
      '-rsigner',
      'responder.pem',
      '-rkey',
      'responder.key',
    ];
    const server = spawn('openssl', ['ocsp', '-port', String(port), '-nmin', '10', ...files], {
      cwd: folder,
      stdio: 'ignore',
    });
    try {
      const url = `http://127.0.0.1:${port}/`;
      await eventually(
        'the responder',
        async () => (await verdict(signed('ec'), url)) === 'good' || undefined,
      );
      expect(await verdict(signed('back'), url)).toBe('revoked');
    } finally {
      server.kill();
    }
    expect(await verdict(signed('ec'), `http://127.0.0.1:${port}/`)).toBe('revocation-unknown');
  });

  it('is judged by a list that speaks for a part of the certificates, for that part alone', async () => {
    const inPart = (name: string, part: number): Holder => {
      const uri = der(0x86, Buffer.from(`http://crl.example.jp/${part}.crl`));
      const point = der(tags.sequence, der(tags.sequence, der(0xa0, der(0xa0, uri))));
      const points = extensions.any('2.5.29.31', false, point);
      return issue(name, root, { extensions: [extensions.keyUsage(0, 1), points] });
    };
    keep('first', inPart('FIRST', 1));
    keep('gone', inPart('GONE', 1));
    keep('second', inPart('SECOND', 2));
    const serial = people.gone?.certificate.serial.toUpperCase();
    writeFileSync(
      join(folder, 'parts.txt'),
      `R\t301231000000Z\t200101000000Z\t${serial}\tunknown\t/CN=gone\n`,
    );
    for (const critical of ['critical,', '']) {
      writeFileSync(
        join(folder, 'part.cnf'),
        `[ca]\ndefault_ca=d\n[d]\ndatabase=parts.txt\ndefault_md=sha256\ndefault_crl_days=7\ncrl_extensions=e\n` +
          `[e]\nissuingDistributionPoint=${critical}@p\n[p]\nfullname=URI:http://crl.example.jp/1.crl\nonlyuser=TRUE\n`,
      );
      run(
        'ca',
        '-gencrl',
        '-config',
        'part.cnf',
        '-cert',
        'root.pem',
        '-keyfile',
        'root.key',
        '-out',
        'part.crl',
      );
      const part = RevocationList.read(readFileSync(join(folder, 'part.crl')));
      const judged = (who: string) => verdict(signed(who), null, part);
      expect([
        await judged('first'),
        await judged('gone'),
        await judged('second'),
        await judged('rsa'),
      ]).toEqual(['good', 'revoked', 'revocation-unknown', 'revocation-unknown']);
    }
  });

  it('is verified on the command line, from files alone', async () => {
    writeFileSync(join(folder, 'root.crl'), listOf(root, [people.back as Holder]));
    writeFileSync(
      join(folder, 'trust.json'),
      JSON.stringify({ anchors: ['root.pem'], revocationLists: ['root.crl'] }),
    );
    const at = (file: string) => join(folder, file);
    const verify = (...args: string[]) =>
      runAt(folder, ['verify-signature', ...args, '--trust', at('trust.json')], 'en');
    signed('ec');
    const good = await verify(at('content'), at('out.p7s'));
    expect([good.status, good.stdout.split('\n')[0]]).toEqual([0, '✓ The signature is good']);
    expect(good.stdout).toContain('CN=EC');

    run('dgst', '-sha256', '-sign', 'rsa.key', '-out', 'out.sig', 'content');
    const bare = await verify(at('content'), at('out.sig'), '--certificate', at('rsa.pem'), '--json');
    expect([bare.status, JSON.parse(bare.stdout)]).toMatchObject([0, { ok: true, form: 'raw' }]);

    writeFileSync(at('other'), '{"name":"塚本 太郎"}');
    const other = await verify(at('other'), at('out.p7s'), '--json');
    expect([other.status, JSON.parse(other.stdout)]).toMatchObject([1, { fault: 'content-tampered' }]);
    const late = await verify(at('content'), at('out.p7s'), '--at', '2040-01-01T00:00:00Z', '--json');
    expect([late.status, JSON.parse(late.stdout)]).toMatchObject([1, { ok: false, fault: 'expired' }]);
    signed('back');
    const back = await verify(at('content'), at('out.p7s'));
    expect([back.status, back.stdout.split('\n')[0]]).toEqual([1, '✗ The signature is not good (revoked)']);
    expect((await runAt(folder, ['verify-signature', at('content'), at('out.p7s')])).status).toBe(2);
    expect(await verify(at('nothing'), at('out.p7s'))).toMatchObject({
      status: 2,
      stderr: 'nothing cannot be read.\n',
    });
  });

  it('verifies there, too, when it was made here', () => {
    const { raw, key } = people.ec as Holder;
    writeFileSync(join(folder, 'ours.p7s'), makeCms(content, raw, key));
    const files = ['-in', 'ours.p7s', '-content', 'content', '-CAfile', 'root.pem', '-out', 'read'];
    run('cms', '-verify', '-binary', '-inform', 'DER', '-purpose', 'any', '-cades', ...files);
    expect(readFileSync(join(folder, 'read'))).toEqual(content);
  });
});
