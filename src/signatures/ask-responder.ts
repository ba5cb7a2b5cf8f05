import { createHash, randomBytes } from 'node:crypto';
import { certifies } from './build-chain.js';
import { Certificate } from './certificate.js';
import { isSignedBy } from './check-signature-value.js';
import { Asn1, der, derOid, Malformed, tags } from './der.js';
import { Faulty } from './signature-fault.js';

const oids = {
  basic: '1.3.6.1.5.5.7.48.1.1',
  nonce: '1.3.6.1.5.5.7.48.1.2',
  ocspSigning: '1.3.6.1.5.5.7.3.9',
  sha1: '1.3.14.3.2.26',
};
const patienceMs = 5_000;
const skewMs = 300_000;

/**
 * Asks a responder whether a certificate was called back (RFC 6960).
 *
 * @returns when it was; null: it was not; undefined: there is no answer that can be believed
 */
export async function askResponder(
  url: string,
  certificate: Certificate,
  authority: Certificate,
  now: Date,
): Promise<Date | null | undefined> {
  const nonce = randomBytes(16);
  const id = certificateId(certificate, authority);
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/ocsp-request' },
      body: new Uint8Array(requestFor(id, nonce)),
      signal: AbortSignal.timeout(patienceMs),
    });
    return readAnswer(Buffer.from(await response.arrayBuffer()), id, nonce, authority, now);
  } catch {
    // No network, no answer, or something that is no answer: nothing is known, which is what the caller hears.
    return undefined;
  }
}

/** CertID with SHA-1, the only hash that every responder knows; it names a certificate and protects nothing. */
function certificateId(certificate: Certificate, authority: Certificate): Buffer {
  const sha1 = (bytes: Uint8Array) => createHash('sha1').update(bytes).digest();
  const publicKey = Asn1.read(authority.publicKey.export({ format: 'der', type: 'spki' })).children()[1];
  const serial = Buffer.from(
    certificate.serial.padStart(certificate.serial.length + (certificate.serial.length % 2), '0'),
    'hex',
  );
  const positive = (serial[0] ?? 0) & 0x80 ? Buffer.concat([Buffer.from([0]), serial]) : serial;
  return der(
    tags.sequence,
    der(tags.sequence, derOid(oids.sha1), der(tags.null)),
    der(tags.octetString, sha1(certificate.issuer)),
    der(tags.octetString, sha1(publicKey?.bits() ?? Buffer.alloc(0))),
    der(tags.integer, positive),
  );
}

function requestFor(id: Buffer, nonce: Buffer): Buffer {
  const extension = der(
    tags.sequence,
    derOid(oids.nonce),
    der(tags.octetString, der(tags.octetString, nonce)),
  );
  const list = der(tags.sequence, der(tags.sequence, id));
  return der(tags.sequence, der(tags.sequence, list, der(0xa2, der(tags.sequence, extension))));
}

function readAnswer(
  bytes: Buffer,
  id: Buffer,
  nonce: Buffer,
  authority: Certificate,
  now: Date,
): Date | null | undefined {
  const [status, wrapped] = Asn1.read(bytes).as(tags.sequence).children();
  const [type, body] = wrapped?.children()[0]?.children() ?? [];
  if (status?.as(tags.enumerated).content[0] !== 0 || type?.oid() !== oids.basic || !body) return undefined;
  const [data, algorithm, signature, certificates] = Asn1.read(body.octets()).children();
  if (!data || !algorithm || !signature) throw new Malformed('response');
  const given = (certificates?.children()[0]?.children() ?? []).map(
    ({ raw }) => new Certificate(Buffer.from(raw)),
  );
  const believed = [authority, ...given.filter((one) => maySpeakFor(one, authority, now))].some(
    ({ publicKey }) => isSignedBySafely(publicKey, data, signature.bits(), algorithm),
  );
  if (!believed || !repeats(data, nonce)) return undefined;
  const answers =
    data
      .children()
      .find(({ tag }) => tag === tags.sequence)
      ?.children() ?? [];
  const own = answers.find((answer) => sameCertificate(answer.children()[0], id));
  return own && readStatus(own, now);
}

/** The authority itself, or somebody whom it made its responder. */
function maySpeakFor(one: Certificate, authority: Certificate, now: Date): boolean {
  return (
    one.issuer.equals(authority.subject) &&
    one.purposes.includes(oids.ocspSigning) &&
    one.notBefore <= now &&
    now <= one.notAfter &&
    certifies(authority, one)
  );
}

function isSignedBySafely(
  key: Certificate['publicKey'],
  data: Asn1,
  signature: Buffer,
  algorithm: Asn1,
): boolean {
  try {
    return isSignedBy(key, data.raw, signature, algorithm, null);
  } catch (error) {
    if (error instanceof Faulty) return false;
    throw error;
  }
}

/** A responder may leave the nonce out; another one is the answer to another question. */
function repeats(data: Asn1, nonce: Buffer): boolean {
  // The last member; the responder's name, before, may have the same tag.
  const last = data.children().at(-1);
  const extensions = last?.tag === 0xa1 ? (last.children()[0]?.children() ?? []) : [];
  const found = extensions.find((extension) => extension.children()[0]?.oid() === oids.nonce);
  const value = found?.children().at(-1)?.octets();
  return value === undefined || Asn1.read(value).octets().equals(nonce);
}

function sameCertificate(given: Asn1 | undefined, id: Buffer): boolean {
  const asked = Asn1.read(id).children();
  const [, name, key, serial] = given?.children() ?? [];
  return (
    name?.content.equals(asked[1]?.content ?? Buffer.alloc(0)) === true &&
    key?.content.equals(asked[2]?.content ?? Buffer.alloc(0)) === true &&
    serial?.hex() === asked[3]?.hex()
  );
}

function readStatus(answer: Asn1, now: Date): Date | null | undefined {
  const [, status, thisUpdate, next] = answer.children();
  const from = thisUpdate?.time().getTime() ?? Infinity;
  const until = next?.tag === 0xa0 ? (next.children()[0]?.time().getTime() ?? 0) : from + skewMs;
  if (from > now.getTime() + skewMs || until < now.getTime() - skewMs) return undefined;
  if (status?.tag === 0x80) return null;
  return status?.tag === 0xa1 ? status.children()[0]?.time() : undefined;
}
