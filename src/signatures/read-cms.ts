import { Certificate } from './certificate.js';
import { type Hash, hashOf } from './check-signature-value.js';
import { Asn1, Malformed, tags } from './der.js';
import { Faulty } from './signature-fault.js';

const oids = {
  data: '1.2.840.113549.1.7.1',
  timeStamp: '1.2.840.113549.1.9.16.1.4',
  signedData: '1.2.840.113549.1.7.2',
  contentType: '1.2.840.113549.1.9.3',
  messageDigest: '1.2.840.113549.1.9.4',
  signingCertificateV2: '1.2.840.113549.1.9.16.2.47',
};

/** One signature in a CMS message (RFC 5652), with what it needs to be verified. */
export interface CmsSignature {
  readonly certificates: readonly Certificate[];
  readonly signer: Certificate;
  readonly hash: Hash;
  readonly algorithm: Asn1;
  readonly value: Buffer;
  /** What the value is over: the signed attributes as a SET. */
  readonly signedBytes: Buffer;
  readonly messageDigest: Buffer;
  /** The signer's certificate by its hash, where the attributes name it (RFC 5035). */
  readonly named: { readonly hash: Hash; readonly digest: Buffer } | null;
  /** What is attached; null where it is detached. */
  readonly content: Buffer | null;
  /** The message in its parts, for those who look at how it is written. */
  readonly parts: readonly Asn1[];
  readonly signerParts: readonly Asn1[];
}

/**
 * Reads a CMS signature with exactly one signer and signed attributes: a detached one, or a time stamp, which brings
 * along what it says.
 *
 * @throws Malformed, or Faulty `not-detached`, `signer-certificate-missing`, `weak-algorithm`
 */
export function readCms(bytes: Uint8Array, kind: 'data' | 'timeStamp' = 'data'): CmsSignature {
  const [type, wrapped, ...after] = Asn1.read(bytes).as(tags.sequence).children();
  if (type?.oid() !== oids.signedData) throw new Malformed('not signed data');
  const [whole, ...more] = wrapped?.as(0xa0).children() ?? [];
  if (after.length > 0 || more.length > 0) throw new Malformed('more than signed data');
  const signedData = whole?.as(tags.sequence).children() ?? [];
  const [version, digests, content, ...rest] = signedData;
  if (![1, 3, 4, 5].includes(version?.small() ?? 0)) throw new Malformed('version');
  const [contentType, attached] = content?.as(tags.sequence).children() ?? [];
  if (contentType?.oid() !== oids[kind]) throw new Malformed('content type');
  // An attached content could be another than the one that is meant; only what was shown here counts.
  if (attached && kind === 'data') throw new Faulty('not-detached');
  const inside = attached?.as(0xa0).children()[0]?.octets() ?? null;
  const certificates = (rest.find(({ tag }) => tag === 0xa0)?.children() ?? [])
    .filter(({ tag }) => tag === tags.sequence)
    .map(({ raw }) => new Certificate(Buffer.from(raw)));
  const signers = rest.at(-1)?.as(tags.set).children() ?? [];
  if (signers.length !== 1) throw new Malformed('exactly one signer');
  const signerInfo = signers[0] as Asn1;
  const found = readSigner(signerInfo, certificates, kind);
  const announced = digests?.as(tags.set).children().map(hashOf) ?? [];
  if (!announced.includes(found.hash)) throw new Malformed('digest algorithms');
  return { ...found, content: inside, parts: signedData, signerParts: signerInfo.children() };
}

function readSigner(
  signer: Asn1,
  certificates: readonly Certificate[],
  kind: 'data' | 'timeStamp',
): Omit<CmsSignature, 'content' | 'parts' | 'signerParts'> {
  const [version, sid, digestAlgorithm, attributes, algorithm, value] = signer.as(tags.sequence).children();
  if (!sid || !digestAlgorithm || !attributes) throw new Malformed('signer');
  if (version?.small() !== (sid.tag === 0x80 ? 3 : 1)) throw new Malformed('version');
  const hash = hashOf(digestAlgorithm);
  // Without them the same value could be read as one over other bytes.
  if (attributes.tag !== 0xa0 || attributes.indefinite) throw new Malformed('signed attributes');
  if (!algorithm || !value) throw new Malformed('signer');
  const signedBytes = Buffer.from(attributes.raw);
  signedBytes[0] = tags.set;
  const one = (oid: string): Asn1 | null => {
    const found = attributes.children().filter((attribute) => attribute.children()[0]?.oid() === oid);
    if (found.length === 0) return null;
    const values = found[0]?.children()[1]?.as(tags.set).children() ?? [];
    if (found.length > 1 || values.length !== 1) throw new Malformed('attribute');
    return values[0] ?? null;
  };
  if (one(oids.contentType)?.oid() !== oids[kind]) throw new Malformed('content type');
  const messageDigest = one(oids.messageDigest)?.octets();
  if (!messageDigest) throw new Malformed('message digest');
  const certificate = certificates.find((candidate) => isNamedBy(sid, candidate));
  if (!certificate) throw new Faulty('signer-certificate-missing');
  return {
    certificates,
    signer: certificate,
    hash,
    algorithm,
    value: value.octets(),
    signedBytes,
    messageDigest,
    named: readNamed(one(oids.signingCertificateV2)),
  };
}

/** By issuer and serial number, or by the key's identifier. */
function isNamedBy(sid: Asn1, certificate: Certificate): boolean {
  if (sid.tag === 0x80) return certificate.keyIdentifier?.equals(sid.content) ?? false;
  const [issuer, serial] = sid.as(tags.sequence).children();
  return issuer?.raw.equals(certificate.issuer) === true && serial?.hex() === certificate.serial;
}

/** SigningCertificateV2 → its first ESSCertIDv2; SHA-256 where no hash is named. */
function readNamed(attribute: Asn1 | null): CmsSignature['named'] {
  const first = attribute?.children()[0]?.children()[0]?.children();
  if (!first) return null;
  const algorithm = first[0]?.tag === tags.sequence ? first[0] : null;
  const value = algorithm ? first[1] : first[0];
  if (!value) throw new Malformed('signing certificate');
  return { hash: algorithm ? hashOf(algorithm) : 'sha256', digest: value.octets() };
}
