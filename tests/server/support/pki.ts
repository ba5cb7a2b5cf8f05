import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { Certificate } from '../../../src/signatures/certificate.js';
import {
  type CertificateRequest,
  extensions,
  type Issuer,
  makeCertificate,
  makeName,
  makeRevocationList,
} from '../../../src/signatures/make-certificate.js';
import type { SigningKey } from '../../../src/signatures/sign-cms.js';

export const day = 86_400_000;
export const cardPolicy = '1.2.392.200149.8.5.1.1.10';

/** Somebody with a key and a certificate for it. */
export interface Holder {
  readonly key: KeyObject;
  readonly raw: Buffer;
  readonly certificate: Certificate;
}

export type Kind = 'rsa' | 'ec' | 'ec-384' | 'weak';

export function newKey(kind: Kind = 'ec'): KeyObject {
  if (kind === 'rsa') return generateKeyPairSync('rsa', { modulusLength: 2_048 }).privateKey;
  if (kind === 'weak') return generateKeyPairSync('rsa', { modulusLength: 1_024 }).privateKey;
  const namedCurve = kind === 'ec' ? 'prime256v1' : 'secp384r1';
  return generateKeyPairSync('ec', { namedCurve }).privateKey;
}

let serials = 0x1000;

/** A certificate by an authority, or by itself; for signing by a person unless said otherwise. */
export function issue(
  name: string,
  by: Holder | null,
  change: Partial<CertificateRequest> & { readonly key?: KeyObject } = {},
): Holder {
  const key = change.key ?? newKey();
  const subject = makeName(name, 'Test');
  const issuer: Issuer = { name: by?.certificate.subject ?? subject, key: by?.key ?? key };
  const now = Date.now();
  const raw = makeCertificate(issuer, {
    subject,
    publicKey: key,
    serial: (serials++).toString(16),
    notBefore: new Date(now - day),
    notAfter: new Date(now + 365 * day),
    extensions: [extensions.keyUsage(0, 1), extensions.policies(cardPolicy)],
    ...change,
  });
  return { key, raw, certificate: new Certificate(raw) };
}

export function issueAuthority(name: string, by: Holder | null, pathLength?: number): Holder {
  return issue(name, by, { extensions: [extensions.authority(pathLength), extensions.keyUsage(5, 6)] });
}

/** What an authority has called back, good for a week from `from`. */
export function listOf(
  by: Holder,
  revoked: readonly Holder[] = [],
  from = new Date(Date.now() - day),
): Buffer {
  const entries = revoked.map(({ certificate }) => [certificate.serial, from] as const);
  return makeRevocationList(
    { name: by.certificate.subject, key: by.key },
    Object.fromEntries(entries),
    from,
    new Date(from.getTime() + 7 * day),
  );
}

/** As a file of the product would hold it. */
export function pemOf(raw: Buffer): string {
  const lines = raw.toString('base64').replace(/.{64}/g, '$&\n');
  return `-----BEGIN CERTIFICATE-----\n${lines}\n-----END CERTIFICATE-----\n`;
}

/** Signs with a test key as the product's keys do. */
export function signingKeyOf({ raw, key }: Holder, chain: readonly Buffer[] = []): SigningKey {
  return { certificate: raw, chain, sign: async (bytes) => sign('sha256', bytes, key) };
}
