import { createHash, type KeyObject, sign } from 'node:crypto';
import { Certificate } from './certificate.js';
import { der, derOid, tags } from './der.js';
import { signatureAlgorithm } from './make-certificate.js';

/** A detached CMS signature over the content (RFC 5652), with the signer's certificate named by its hash (RFC 5035). */
export function makeCms(content: Uint8Array, certificate: Buffer, key: KeyObject): Buffer {
  const { issuer, serial } = new Certificate(certificate);
  const sha256 = der(tags.sequence, derOid('2.16.840.1.101.3.4.2.1'));
  const attribute = (oid: string, value: Buffer): Buffer =>
    der(tags.sequence, derOid(oid), der(tags.set, value));
  const digest = (bytes: Uint8Array): Buffer => createHash('sha256').update(bytes).digest();
  const named = der(tags.sequence, der(tags.octetString, digest(certificate)));
  const attributes = [
    attribute('1.2.840.113549.1.9.3', derOid('1.2.840.113549.1.7.1')),
    attribute('1.2.840.113549.1.9.4', der(tags.octetString, digest(content))),
    attribute('1.2.840.113549.1.9.16.2.47', der(tags.sequence, der(tags.sequence, named))),
  ];
  const value = sign('sha256', der(tags.set, ...attributes), key);
  const even = serial.padStart(serial.length + (serial.length % 2), '0');
  const signer = der(
    tags.sequence,
    der(tags.integer, Buffer.from([1])),
    der(tags.sequence, issuer, der(tags.integer, Buffer.from(even, 'hex'))),
    sha256,
    der(0xa0, ...attributes),
    signatureAlgorithm(key),
    der(tags.octetString, value),
  );
  const signedData = der(
    tags.sequence,
    der(tags.integer, Buffer.from([1])),
    der(tags.set, sha256),
    der(tags.sequence, derOid('1.2.840.113549.1.7.1')),
    der(0xa0, certificate),
    der(tags.set, signer),
  );
  return der(tags.sequence, derOid('1.2.840.113549.1.7.2'), der(0xa0, signedData));
}
