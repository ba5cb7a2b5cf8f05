import { createPublicKey, type KeyObject, sign } from 'node:crypto';
import { der, derOid, tags } from './der.js';

/** What signs: a name and its key. */
export interface Issuer {
  readonly name: Buffer;
  readonly key: KeyObject;
}

export interface CertificateRequest {
  readonly subject: Buffer;
  readonly publicKey: KeyObject;
  /** Hexadecimal, an even number of digits, the first below 8. */
  readonly serial: string;
  readonly notBefore: Date;
  readonly notAfter: Date;
  readonly extensions: readonly Buffer[];
}

/** A certificate in DER, signed by SHA-256 with the issuer's RSA or EC key. For trials alone: nothing here protects a key. */
export function makeCertificate(issuer: Issuer, request: CertificateRequest): Buffer {
  const tbs = der(
    tags.sequence,
    der(0xa0, der(tags.integer, Buffer.from([2]))),
    der(tags.integer, Buffer.from(request.serial, 'hex')),
    signatureAlgorithm(issuer.key),
    issuer.name,
    der(tags.sequence, derTime(request.notBefore), derTime(request.notAfter)),
    request.subject,
    createPublicKeyDer(request.publicKey),
    der(0xa3, der(tags.sequence, ...request.extensions)),
  );
  return signed(issuer, tbs);
}

/** A list of called back certificates, hexadecimal serial → when. */
export function makeRevocationList(
  issuer: Issuer,
  revoked: Readonly<Record<string, Date>>,
  thisUpdate: Date,
  nextUpdate: Date,
): Buffer {
  const entries = Object.entries(revoked).map(([serial, at]) =>
    der(tags.sequence, der(tags.integer, Buffer.from(serial, 'hex')), derTime(at)),
  );
  const tbs = der(
    tags.sequence,
    der(tags.integer, Buffer.from([1])),
    signatureAlgorithm(issuer.key),
    issuer.name,
    derTime(thisUpdate),
    derTime(nextUpdate),
    ...(entries.length === 0 ? [] : [der(tags.sequence, ...entries)]),
  );
  return signed(issuer, tbs);
}

function signed({ key }: Issuer, tbs: Buffer): Buffer {
  const value = sign('sha256', tbs, key);
  return der(tags.sequence, tbs, signatureAlgorithm(key), derBits(value));
}

/** sha256WithRSAEncryption or ecdsa-with-SHA256. */
export function signatureAlgorithm({ asymmetricKeyType }: KeyObject): Buffer {
  return asymmetricKeyType === 'ec'
    ? der(tags.sequence, derOid('1.2.840.10045.4.3.2'))
    : der(tags.sequence, derOid('1.2.840.113549.1.1.11'), der(tags.null));
}

function createPublicKeyDer(key: KeyObject): Buffer {
  const publicKey = key.type === 'private' ? createPublicKey(key) : key;
  return publicKey.export({ format: 'der', type: 'spki' });
}

/** A name of common name and organization. */
export function makeName(commonName: string, organization: string): Buffer {
  const part = (oid: string, text: string): Buffer =>
    der(tags.set, der(tags.sequence, derOid(oid), der(tags.utf8, Buffer.from(text, 'utf8'))));
  return der(tags.sequence, part('2.5.4.10', organization), part('2.5.4.3', commonName));
}

function derBits(bytes: Uint8Array): Buffer {
  return der(tags.bitString, Buffer.from([0]), bytes);
}

function derTime(at: Date): Buffer {
  const digits = `${at.toISOString().slice(0, 19).replace(/[-T:]/g, '')}Z`;
  return at.getUTCFullYear() < 2050
    ? der(tags.utcTime, Buffer.from(digits.slice(2), 'latin1'))
    : der(tags.generalizedTime, Buffer.from(digits, 'latin1'));
}

function extension(oid: string, critical: boolean, value: Buffer): Buffer {
  const flag = critical ? [der(tags.boolean, Buffer.from([0xff]))] : [];
  return der(tags.sequence, derOid(oid), ...flag, der(tags.octetString, value));
}

export const extensions = {
  authority: (pathLength?: number): Buffer =>
    extension(
      '2.5.29.19',
      true,
      der(
        tags.sequence,
        der(tags.boolean, Buffer.from([0xff])),
        ...(pathLength === undefined ? [] : [der(tags.integer, Buffer.from([pathLength]))]),
      ),
    ),
  /** Bits as in RFC 5280: 0 digitalSignature, 1 nonRepudiation, 2 keyEncipherment, 5 keyCertSign, 6 cRLSign. */
  keyUsage: (...bits: readonly number[]): Buffer => {
    const byte = bits.reduce((sum, bit) => sum | (0x80 >> bit), 0);
    return extension('2.5.29.15', true, der(tags.bitString, Buffer.from([0, byte])));
  },
  policies: (...oids: readonly string[]): Buffer =>
    extension('2.5.29.32', false, der(tags.sequence, ...oids.map((oid) => der(tags.sequence, derOid(oid))))),
  /** Other names, object identifier → text. */
  otherNames: (names: Readonly<Record<string, string>>): Buffer =>
    extension(
      '2.5.29.17',
      false,
      der(
        tags.sequence,
        ...Object.entries(names).map(([oid, text]) =>
          der(0xa0, derOid(oid), der(0xa0, der(tags.utf8, Buffer.from(text, 'utf8')))),
        ),
      ),
    ),
  any: extension,
};
