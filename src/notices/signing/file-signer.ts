import { createHash, createPrivateKey, createPublicKey, type KeyObject, sign } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { NoticeSigningSettings, OfficeKeySettings } from '../../config/notice-signing.js';
import { Certificate } from '../../signatures/certificate.js';
import { refuseWeakKey } from '../../signatures/check-signature-value.js';
import { readPkcs12 } from '../../signatures/read-pkcs12.js';
import type { SigningKey } from '../../signatures/sign-cms.js';
import { HttpTimeStamps } from '../../signatures/time-stamps.js';
import { NoticeSigner, NoticeUnsignable, type OfficeMeans } from './notice-signer.js';

interface OfficeKey {
  readonly key: SigningKey;
  readonly own: Certificate;
}

/** Keys in files, as `NOTICE_SIGNING_FILE` names them. */
export class FileSigner extends NoticeSigner {
  /** As last opened, with the bytes it came from: what protects a file makes opening it slow. */
  private readonly opened = new Map<OfficeKeySettings, OfficeKey & { readonly from: Buffer }>();

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
        key: own?.files ? await this.readKey(own) : null,
        stamps: timeStamp === null ? null : new HttpTimeStamps(timeStamp),
        seal: own?.seal ? await readSeal(own.seal) : null,
      };
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      throw new NoticeUnsignable(`The key of ${department} cannot be used: ${reason}`, { cause: error });
    }
  }

  /** The files are read each time, so that a new key counts at once. */
  private async readKey(settings: OfficeKeySettings): Promise<SigningKey | null> {
    const { files, passphraseFile } = settings;
    if (!files) return null;
    const passphrase = passphraseFile === null ? '' : (await readFile(passphraseFile, 'utf8')).trimEnd();
    const names = files.kind === 'pkcs12' ? [files.file] : [files.key, files.certificate];
    const contents = await Promise.all(names.map((name) => readFile(name)));
    const read = [passphrase, ...contents.map((content) => content.toString('base64'))];
    const from = createHash('sha256').update(read.join('\n')).digest();
    let known = this.opened.get(settings);
    if (!known?.from.equals(from)) {
      known = { ...openKey(files.kind, contents, passphrase), from };
      this.opened.set(settings, known);
    }
    refuseOutOfTime(known.own);
    return known.key;
  }
}

function openKey(kind: 'pkcs12' | 'pem', files: readonly Buffer[], passphrase: string): OfficeKey {
  const [first = Buffer.alloc(0), second = Buffer.alloc(0)] = files;
  const { key, certificates } =
    kind === 'pkcs12'
      ? readPkcs12(first, passphrase)
      : {
          key: createPrivateKey({ key: first.toString('utf8'), passphrase }),
          certificates: Certificate.ofPem(second.toString('latin1')),
        };
  const spki = (one: KeyObject): Buffer => one.export({ format: 'der', type: 'spki' });
  const own = certificates.find(({ publicKey }) => spki(publicKey).equals(spki(createPublicKey(key))));
  if (!own) throw new Error('no certificate is of the key');
  refuseWeakKey(own.publicKey);
  return {
    own,
    key: {
      certificate: own.raw,
      // Whoever verifies has the last one, which signs itself.
      chain: certificates
        .filter((one) => one !== own && !one.subject.equals(one.issuer))
        .map(({ raw }) => raw),
      sign: async (bytes) => sign('sha256', bytes, key),
    },
  };
}

function refuseOutOfTime({ notBefore, notAfter }: Certificate): void {
  const now = Date.now();
  if (notAfter.getTime() < now) throw new Error(`its certificate expired on ${notAfter.toISOString()}`);
  if (notBefore.getTime() > now) throw new Error('its certificate is not valid yet');
}

async function readSeal(path: string): Promise<Buffer> {
  const image = await readFile(path);
  const isPng = image.subarray(0, 8).equals(Buffer.from('89504e470d0a1a0a', 'hex'));
  if (!isPng || image.length > 500_000) throw new Error('the seal is no PNG of at most 500 kB');
  return image;
}
