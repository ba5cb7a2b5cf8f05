import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import type { NoticeSigningSettings } from '../../src/config/notice-signing.js';
import { FileSigner } from '../../src/notices/signing/file-signer.js';
import { NoticeUnsignable } from '../../src/notices/signing/notice-signer.js';
import { day, type Holder, issue, issueAuthority, pemOf } from './support/pki.js';

const hasOpenssl = spawnSync('openssl', ['version']).status === 0;

describe('keys in files', () => {
  const folder = mkdtempSync(join(tmpdir(), 'tetsuzuki-keys-'));
  const root = issueAuthority('認証局', null);
  afterAll(() => rmSync(folder, { recursive: true }));

  const settings = (change: Partial<NoticeSigningSettings> = {}): NoticeSigningSettings => ({
    required: true,
    anchors: [],
    revocationLists: [],
    timeStamp: null,
    keys: [],
    ...change,
  });
  const pemFiles = (name: string, holder: Holder) => {
    const files = { certificate: join(folder, `${name}.pem`), key: join(folder, `${name}.key`) };
    writeFileSync(files.certificate, pemOf(holder.raw));
    writeFileSync(files.key, holder.key.export({ format: 'pem', type: 'pkcs8' }));
    return { kind: 'pem' as const, ...files };
  };
  const own = { departments: null, passphraseFile: null, seal: null };

  it('sign for the departments they name; one that names none signs for all others', async () => {
    const [shoko, others] = ['商工労働部', '危機管理室'].map((name) => issue(name, root));
    const signer = new FileSigner(
      settings({
        keys: [
          { ...own, files: pemFiles('others', others as Holder) },
          { ...own, departments: ['商工労働部'], files: pemFiles('shoko', shoko as Holder) },
        ],
      }),
    );
    expect((await signer.meansOf('商工労働部')).key?.certificate).toEqual(shoko?.raw);
    expect((await signer.meansOf('危機管理室')).key?.certificate).toEqual(others?.raw);
  });

  it('let a notice wait that must be signed and cannot be, and say why', async () => {
    const past = issue('古い鍵', root, { notAfter: new Date(Date.now() - day / 2) });
    const wrong = { ...pemFiles('wrong', issue('大阪府', root)), key: pemFiles('past', past).key };
    const of = (files: ReturnType<typeof pemFiles>) =>
      new FileSigner(settings({ keys: [{ ...own, files }] })).meansOf('商工労働部');
    await expect(new FileSigner(settings()).meansOf('商工労働部')).rejects.toThrow(NoticeUnsignable);
    await expect(of(pemFiles('past', past))).rejects.toThrow('its certificate expired');
    await expect(of(wrong)).rejects.toThrow('no certificate is of the key');
    await expect(of({ ...wrong, key: join(folder, 'nowhere') })).rejects.toThrow(NoticeUnsignable);
    const free = new FileSigner(settings({ required: false }));
    expect(await free.meansOf('商工労働部')).toEqual({ key: null, stamps: null, seal: null });
  });

  it('count as soon as a file is another one, and are opened once until then', async () => {
    const [first, second] = ['前の鍵', '次の鍵'].map((name) => issue(name, root));
    const files = pemFiles('changing', first as Holder);
    const signer = new FileSigner(settings({ keys: [{ ...own, files }] }));
    const before = (await signer.meansOf('商工労働部')).key;
    expect(before?.certificate).toEqual(first?.raw);
    expect((await signer.meansOf('商工労働部')).key).toBe(before);
    pemFiles('changing', second as Holder);
    expect((await signer.meansOf('商工労働部')).key?.certificate).toEqual(second?.raw);
  });

  (hasOpenssl ? it : it.skip)('may be PKCS#12, encrypted by AES (needs openssl)', async () => {
    const { certificate, key } = pemFiles('shoko', issue('商工労働部', root));
    const [file, passphraseFile] = [join(folder, 'shoko.p12'), join(folder, 'shoko.txt')];
    spawnSync('openssl', [
      'pkcs12',
      '-export',
      '-in',
      certificate,
      '-inkey',
      key,
      '-out',
      file,
      '-passout',
      'pass:秘密 1',
    ]);
    writeFileSync(passphraseFile, '秘密 1\n');
    const means = (passphrase: string | null) =>
      new FileSigner(
        settings({ keys: [{ ...own, files: { kind: 'pkcs12', file }, passphraseFile: passphrase }] }),
      ).meansOf('商工労働部');
    const { key: signing } = await means(passphraseFile);
    const pem = readFileSync(certificate, 'latin1').replace(/-----[A-Z ]+-----|\s/g, '');
    expect(signing?.certificate.toString('base64')).toBe(pem);
    await expect(means(null)).rejects.toThrow('its passphrase is wrong');
  });
});
