import { createDecipheriv, createPrivateKey, type KeyObject, pbkdf2Sync } from 'node:crypto';
import { Certificate } from './certificate.js';
import { Asn1, Malformed, tags } from './der.js';

const oids = {
  data: '1.2.840.113549.1.7.1',
  encrypted: '1.2.840.113549.1.7.6',
  keyBag: '1.2.840.113549.1.12.10.1.2',
  certificateBag: '1.2.840.113549.1.12.10.1.3',
  pbes2: '1.2.840.113549.1.5.13',
} as const;
const ciphers: Readonly<Record<string, string>> = {
  '2.16.840.1.101.3.4.1.2': 'aes-128-cbc',
  '2.16.840.1.101.3.4.1.42': 'aes-256-cbc',
};
const hashes: Readonly<Record<string, string>> = {
  '1.2.840.113549.2.7': 'sha1',
  '1.2.840.113549.2.9': 'sha256',
  '1.2.840.113549.2.11': 'sha512',
};

/**
 * Key and certificates of a PKCS#12 file (RFC 7292) that is encrypted by PBES2 and AES, as OpenSSL 3 and Windows write
 * it today. A wrong passphrase does not decrypt.
 *
 * @throws Error in words for administrators
 */
export function readPkcs12(
  bytes: Buffer,
  passphrase: string,
): { readonly key: KeyObject; readonly certificates: readonly Certificate[] } {
  try {
    const [, safe] = Asn1.read(bytes).as(tags.sequence).children();
    const bags = Asn1.read(dataOf(safe))
      .children()
      .flatMap((part) => Asn1.read(contentOf(part, passphrase)).children());
    const certificates: Certificate[] = [];
    let key: KeyObject | null = null;
    for (const bag of bags) {
      const [type, value] = bag.children();
      const inside = value?.as(0xa0).children()[0];
      if (type?.oid() === oids.keyBag && inside) {
        key = createPrivateKey({ key: Buffer.from(inside.raw), format: 'der', type: 'pkcs8', passphrase });
      } else if (type?.oid() === oids.certificateBag) {
        const raw = inside?.children()[1]?.as(0xa0).children()[0]?.octets();
        if (raw) certificates.push(new Certificate(Buffer.from(raw)));
      }
    }
    if (!key) throw new Error('the file holds no encrypted key');
    return { key, certificates };
  } catch (error) {
    if (error instanceof Malformed)
      throw new Error('the file is no PKCS#12 file, or its passphrase is wrong');
    throw error;
  }
}

function dataOf(info: Asn1 | undefined): Buffer {
  const [type, content] = info?.as(tags.sequence).children() ?? [];
  if (type?.oid() !== oids.data) throw new Malformed('pkcs12');
  return content?.as(0xa0).children()[0]?.octets() ?? Buffer.alloc(0);
}

function contentOf(info: Asn1, passphrase: string): Buffer {
  const [type, content] = info.as(tags.sequence).children();
  if (type?.oid() !== oids.encrypted) return dataOf(info);
  const [, encrypted] = content?.as(0xa0).children()[0]?.children() ?? [];
  const [, algorithm, bytes] = encrypted?.children() ?? [];
  const [scheme, parameters] = algorithm?.children() ?? [];
  if (scheme?.oid() !== oids.pbes2) {
    throw new Error('the file is encrypted in an old way; write it anew with AES-256');
  }
  const [derivation, cipher] = parameters?.children() ?? [];
  const [salt, rounds, ...more] = derivation?.children()[1]?.children() ?? [];
  const [name, iv] = cipher?.children() ?? [];
  const pseudoRandom = more.find(({ tag }) => tag === tags.sequence)?.children()[0];
  const hash = hashes[pseudoRandom?.oid() ?? '1.2.840.113549.2.7'];
  const method = ciphers[name?.oid() ?? ''];
  if (!salt || !rounds || !iv || !hash || !method || bytes?.tag !== 0x80) throw new Malformed('pkcs12');
  const length = method === 'aes-128-cbc' ? 16 : 32;
  const secret = pbkdf2Sync(passphrase, salt.octets(), Math.min(rounds.small(), 10_000_000), length, hash);
  const decipher = createDecipheriv(method, secret, iv.octets());
  try {
    return Buffer.concat([decipher.update(bytes.content), decipher.final()]);
  } catch {
    throw new Malformed('passphrase');
  }
}
