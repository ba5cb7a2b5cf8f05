import { createPrivateKey, createPublicKey, type KeyObject, sign } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { NoticeSigningSettings, OfficeKeySettings } from '../../config/notice-signing.js';
import { Certificate } from '../../signatures/certificate.js';
import { refuseWeakKey } from '../../signatures/check-signature-value.js';
import { readPkcs12 } from '../../signatures/read-pkcs12.js';
import type { SigningKey } from '../../signatures/sign-cms.js';
import { HttpTimeStamps } from '../../signatures/time-stamps.js';
import { NoticeSigner, NoticeUnsignable, type OfficeMeans } from './notice-signer.js';

/** Keys in files, as `NOTICE_SIGNING_FILE` names them. */
export class FileSigner extends NoticeSigner {
  constructor(private readonly settings: NoticeSigningSettings) {
    super();
  }

  async meansOf(department: string): Promise<OfficeMeans> {
    const { keys, timeStamp, required } = this.settings;
    const own =
      keys.find(({ departments }) => departments?.includes(department)) ??
      keys.find(({ departments }) => departments === null);
    if (required && !own?.files) throw new NoticeUnsignable(`No key signs for ${department}.`);
    try {
      return {
        key: own?.files ? await readKey(own) : null,
        stamps: timeStamp === null ? null : new HttpTimeStamps(timeStamp),
        seal: own?.seal ? await readSeal(own.seal) : null,
      };
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      throw new NoticeUnsignable(`The key of ${department} cannot be used: ${reason}`, { cause: error });
    }
  }
}

async function readKey({ files, passphraseFile }: OfficeKeySettings): Promise<SigningKey | null> {
  if (!files) return null;
  const passphrase = passphraseFile === null ? '' : (await readFile(passphraseFile, 'utf8')).trimEnd();
  const { key, certificates } =
    files.kind === 'pkcs12'
      ? readPkcs12(await readFile(files.file), passphrase)
      : {
          key: createPrivateKey({ key: await readFile(files.key, 'utf8'), passphrase }),
          certificates: Certificate.ofPem(await readFile(files.certificate, 'latin1')),
        };
  return signingKey(key, certificates);
}

function signingKey(key: KeyObject, certificates: readonly Certificate[]): SigningKey {
  const spki = (one: KeyObject): Buffer => one.export({ format: 'der', type: 'spki' });
  const own = certificates.find(({ publicKey }) => spki(publicKey).equals(spki(createPublicKey(key))));
  if (!own) throw new Error('no certificate is of the key');
  refuseWeakKey(own.publicKey);
  const now = Date.now();
  if (own.notAfter.getTime() < now)
    throw new Error(`its certificate expired on ${own.notAfter.toISOString()}`);
  if (own.notBefore.getTime() > now) throw new Error('its certificate is not valid yet');
  return {
    certificate: own.raw,
    // Whoever verifies has the last one, which signs itself.
    chain: certificates.filter((one) => one !== own && !one.subject.equals(one.issuer)).map(({ raw }) => raw),
    sign: async (bytes) => sign('sha256', bytes, key),
  };
}

async function readSeal(path: string): Promise<Buffer> {
  const image = await readFile(path);
  const isPng = image.subarray(0, 8).equals(Buffer.from('89504e470d0a1a0a', 'hex'));
  if (!isPng || image.length > 500_000) throw new Error('the seal is no PNG of at most 500 kB');
  return image;
}
