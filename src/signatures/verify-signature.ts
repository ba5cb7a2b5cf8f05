import { timingSafeEqual } from 'node:crypto';
import { buildChain } from './build-chain.js';
import { Certificate } from './certificate.js';
import { digest, isSignedBy } from './check-signature-value.js';
import { Asn1, der, derOid, Malformed, tags } from './der.js';
import { readCms } from './read-cms.js';
import type { RevocationPort } from './revocation.js';
import { Faulty, type SignatureFault } from './signature-fault.js';
import { readSigner, type Signer } from './signer.js';

/** What an office believes. */
export interface Trust {
  readonly anchors: readonly Certificate[];
  readonly intermediates: readonly Certificate[];
  readonly revocation: RevocationPort;
  /** `required`: a certificate of which nobody knows whether it was called back is refused. */
  readonly revocationRule: 'required' | 'when-known';
  /** Policies of which the signer's certificate must have one; empty: any. */
  readonly policies: readonly string[];
}

/** A signature as it comes in: a CMS message, or the bare value with the signer's certificate. */
export type GivenSignature =
  | { readonly form: 'cms'; readonly value: Buffer }
  | { readonly form: 'raw'; readonly value: Buffer; readonly certificate: Buffer };

export type Verdict =
  { readonly ok: true; readonly signer: Signer } | { readonly ok: false; readonly fault: SignatureFault };

/** Larger than any signature with its certificates. */
const mostBytes = 262_144;

/**
 * Is the signature one over exactly these bytes, by somebody whose certificate is trusted, meant for signing, valid
 * and not called back?
 *
 * @param now moment of the verification, which is taken for the moment of signing
 */
export async function verifySignature(
  given: GivenSignature,
  content: Buffer,
  trust: Trust,
  now: Date,
): Promise<Verdict> {
  try {
    const { signer, others } =
      given.form === 'cms' ? verifyCms(given.value, content) : verifyRaw(given, content);
    const chain = buildChain(signer, [...others, ...trust.intermediates], trust.anchors, now);
    refuseWrongUse(signer, trust.policies);
    await refuseRevoked(chain, trust, now);
    return { ok: true, signer: readSigner(signer) };
  } catch (error) {
    if (error instanceof Faulty) return { ok: false, fault: error.fault };
    if (error instanceof Malformed) return { ok: false, fault: 'malformed' };
    throw error;
  }
}

interface Signed {
  readonly signer: Certificate;
  readonly others: readonly Certificate[];
}

function verifyCms(bytes: Buffer, content: Buffer): Signed {
  if (bytes.length > mostBytes) throw new Malformed('too large');
  const cms = readCms(bytes);
  if (!same(cms.messageDigest, digest(cms.hash, content))) throw new Faulty('content-tampered');
  if (cms.named && !same(cms.named.digest, digest(cms.named.hash, cms.signer.raw))) {
    throw new Faulty('signing-certificate-mismatch');
  }
  const { publicKey } = cms.signer;
  if (!isSignedBy(publicKey, cms.signedBytes, cms.value, cms.algorithm, cms.hash)) {
    throw new Faulty('signature-invalid');
  }
  return { signer: cms.signer, others: cms.certificates };
}

/** Cards sign a SHA-256 hash by RSA, or by ECDSA with the hash of their curve's size. */
function verifyRaw(given: { readonly value: Buffer; readonly certificate: Buffer }, content: Buffer): Signed {
  if (given.certificate.length > mostBytes) throw new Malformed('too large');
  const signer = new Certificate(given.certificate);
  const { asymmetricKeyType, asymmetricKeyDetails } = signer.publicKey;
  const oid =
    asymmetricKeyType !== 'ec'
      ? '1.2.840.113549.1.1.11'
      : asymmetricKeyDetails?.namedCurve === 'secp384r1'
        ? '1.2.840.10045.4.3.3'
        : '1.2.840.10045.4.3.2';
  const algorithm = Asn1.read(der(tags.sequence, derOid(oid)));
  // Without a digest of its own, other bytes and a wrong value look the same.
  if (!isSignedBy(signer.publicKey, content, given.value, algorithm, null)) {
    throw new Faulty('signature-invalid');
  }
  return { signer, others: [] };
}

/** Made for signing, by a person: not for encryption, not for authorities. */
function refuseWrongUse(signer: Certificate, policies: readonly string[]): void {
  const signs = signer.mayBeUsedFor(0) === true || signer.mayBeUsedFor(1) === true;
  if (signer.isAuthority || !signs) throw new Faulty('key-usage');
  if (policies.length > 0 && !signer.policies.some((policy) => policies.includes(policy))) {
    throw new Faulty('policy');
  }
}

async function refuseRevoked(chain: readonly Certificate[], trust: Trust, now: Date): Promise<void> {
  for (const [index, authority] of chain.slice(1).entries()) {
    const certificate = chain[index] as Certificate;
    const { status } = await trust.revocation.statusOf(certificate, authority, now);
    if (status === 'revoked') throw new Faulty('revoked');
    if (status === 'unknown' && trust.revocationRule === 'required') throw new Faulty('revocation-unknown');
  }
}

function same(a: Buffer, b: Buffer): boolean {
  return a.length === b.length && timingSafeEqual(a, b);
}
