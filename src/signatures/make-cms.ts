import { createHash, type KeyObject, sign } from 'node:crypto';
import { Certificate } from './certificate.js';
import { der, derOid, tags } from './der.js';
import { signatureAlgorithm } from './make-certificate.js';

export const cmsTypes = { data: '1.2.840.113549.1.7.1', timeStamp: '1.2.840.113549.1.9.16.1.4' } as const;
export type CmsType = keyof typeof cmsTypes;

const sha256 = der(tags.sequence, derOid('2.16.840.1.101.3.4.2.1'));

/** A detached CMS signature over the content (RFC 5652), with the signer's certificate named by its hash (RFC 5035). */
export function makeCms(content: Uint8Array, certificate: Buffer, key: KeyObject): Buffer {
  const attributes = signedAttributes('data', digestOf(content), certificate);
  return cmsMessage({ type: 'data', attributes, certificate, value: sign('sha256', attributes, key) });
}

export function digestOf(bytes: Uint8Array): Buffer {
  return createHash('sha256').update(bytes).digest();
}

/** What is signed, as the SET that the signature is over. */
export function signedAttributes(type: CmsType, digest: Buffer, certificate: Buffer): Buffer {
  const named = der(tags.sequence, der(tags.octetString, digestOf(certificate)));
  return der(
    tags.set,
    attribute('1.2.840.113549.1.9.3', derOid(cmsTypes[type])),
    attribute('1.2.840.113549.1.9.4', der(tags.octetString, digest)),
    attribute('1.2.840.113549.1.9.16.2.47', der(tags.sequence, der(tags.sequence, named))),
  );
}

interface CmsParts {
  readonly type: CmsType;
  /** As `signedAttributes` makes them. */
  readonly attributes: Buffer;
  readonly certificate: Buffer;
  /** Certificates between the signer's and one that is trusted. */
  readonly chain?: readonly Buffer[];
  /** The signature over `attributes`, by SHA-256. */
  readonly value: Buffer;
  /** Attached; left out where it stays outside. */
  readonly content?: Buffer;
  /** A time stamp over `value` (RFC 3161), which makes a B-T of a B-B. */
  readonly timeStamp?: Buffer;
}

export function cmsMessage(parts: CmsParts): Buffer {
  const { certificate, chain = [], content, timeStamp } = parts;
  const { issuer, serial, publicKey } = Certificate.of(certificate);
  const even = serial.padStart(serial.length + (serial.length % 2), '0');
  const bytes = Buffer.from(even, 'hex');
  const positive = (bytes[0] ?? 0) & 0x80 ? Buffer.concat([Buffer.from([0]), bytes]) : bytes;
  const attributes = Buffer.from(parts.attributes);
  attributes[0] = 0xa0;
  const signer = der(
    tags.sequence,
    der(tags.integer, Buffer.from([1])),
    der(tags.sequence, issuer, der(tags.integer, positive)),
    sha256,
    attributes,
    signatureAlgorithm(publicKey),
    der(tags.octetString, parts.value),
    ...(timeStamp ? [der(0xa1, attribute('1.2.840.113549.1.9.16.2.14', timeStamp))] : []),
  );
  const signedData = der(
    tags.sequence,
    der(tags.integer, Buffer.from([parts.type === 'data' ? 1 : 3])),
    der(tags.set, sha256),
    der(
      tags.sequence,
      derOid(cmsTypes[parts.type]),
      ...(content ? [der(0xa0, der(tags.octetString, content))] : []),
    ),
    der(0xa0, certificate, ...chain),
    der(tags.set, signer),
  );
  return der(tags.sequence, derOid('1.2.840.113549.1.7.2'), der(0xa0, signedData));
}

function attribute(oid: string, value: Buffer): Buffer {
  return der(tags.sequence, derOid(oid), der(tags.set, value));
}
