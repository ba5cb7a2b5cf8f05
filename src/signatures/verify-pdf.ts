import { timingSafeEqual } from 'node:crypto';
import { buildChain } from './build-chain.js';
import type { Certificate } from './certificate.js';
import { digest, isSignedBy } from './check-signature-value.js';
import { Malformed, tags } from './der.js';
import type { PdfFault } from './pdf-fault.js';
import { findSignature } from './pdf-signature.js';
import { type CmsSignature, readCms } from './read-cms.js';
import { readTimeStamp } from './read-time-stamp.js';
import { Faulty } from './signature-fault.js';
import { readSigner, type Signer } from './signer.js';
import { refuseLoose } from './strictly-written.js';
import type { Trust } from './verify-signature.js';

export interface PdfSignature {
  readonly signer: Signer;
  readonly level: 'B-B' | 'B-T';
  /** When it was signed, as a time stamp authority states; null where none does. */
  readonly stampedAt: Date | null;
}

export type PdfVerdict =
  | { readonly ok: true; readonly signature: PdfSignature }
  /** `original`: how many bytes of the file are the signed one, where something was appended. */
  | { readonly ok: false; readonly fault: PdfFault; readonly original?: number };

const oids = { timeStamp: '1.2.840.113549.1.9.16.2.14', stamping: '1.3.6.1.5.5.7.3.8' };

/**
 * Is the PDF signed by one whose certificate is trusted, from its first byte to its last, and as it was then? Whatever
 * byte was changed since is found, those around the signature's own value included.
 *
 * @param trust anchors of the signer's and of the time stamp's authorities
 */
export async function verifyPdf(pdf: Buffer, trust: Trust, now: Date): Promise<PdfVerdict> {
  const found = findSignature(pdf);
  if ('fault' in found) return { ok: false, ...found };
  try {
    const cms = readCms(found.cms);
    if (!same(cms.messageDigest, digest(cms.hash, found.covered))) throw new Faulty('content-tampered');
    if (!cms.named) throw new Malformed('the certificate is not named');
    refuseUnproved(cms);
    const token = stampOf(cms);
    const stampedAt = token ? verifyStamp(token, cms, trust) : null;
    const at = stampedAt ?? now;
    const chain = buildChain(cms.signer, [...cms.certificates, ...trust.intermediates], trust.anchors, at);
    refuseLoose(cms, chain);
    if (cms.signer.isAuthority || !maySign(cms.signer)) throw new Faulty('key-usage');
    await refuseRevoked(chain, trust, at, now);
    return {
      ok: true,
      signature: { signer: readSigner(cms.signer), level: stampedAt ? 'B-T' : 'B-B', stampedAt },
    };
  } catch (error) {
    if (error instanceof Faulty) return { ok: false, fault: asPdfFault(error.fault) };
    if (error instanceof Malformed) return { ok: false, fault: 'changed' };
    throw error;
  }
}

/** For whoever holds the paper it is one and the same: this is not what was issued. */
function asPdfFault(fault: Faulty['fault']): PdfFault {
  const changed = ['content-tampered', 'signature-invalid', 'signing-certificate-mismatch', 'malformed'];
  return changed.includes(fault) ? 'changed' : fault;
}

function refuseUnproved(cms: CmsSignature): void {
  if (cms.named && !same(cms.named.digest, digest(cms.named.hash, cms.signer.raw))) {
    throw new Faulty('signing-certificate-mismatch');
  }
  if (!isSignedBy(cms.signer.publicKey, cms.signedBytes, cms.value, cms.algorithm, cms.hash)) {
    throw new Faulty('signature-invalid');
  }
}

/** The time stamp, the only thing that may stand beside the signature unsigned: it is signed itself. */
function stampOf({ signerParts }: CmsSignature): Buffer | null {
  const [unsigned, ...more] = signerParts.slice(6);
  if (!unsigned) return null;
  const [attribute, ...others] = unsigned.as(0xa1).children();
  const [type, values, ...rest] = attribute?.as(tags.sequence).children() ?? [];
  const [token, ...second] = values?.as(tags.set).children() ?? [];
  const extra = [...more, ...others, ...rest, ...second];
  if (type?.oid() !== oids.timeStamp || !token || extra.length > 0)
    throw new Malformed('unsigned attributes');
  return Buffer.from(token.raw);
}

/** @returns the moment that the stamp states */
function verifyStamp(token: Buffer, stamped: CmsSignature, trust: Trust): Date {
  const { cms, content, digest: imprint, at } = readTimeStamp(token);
  if (!same(imprint, digest('sha256', stamped.value))) throw new Faulty('content-tampered');
  if (!same(cms.messageDigest, digest(cms.hash, content))) throw new Faulty('content-tampered');
  refuseUnproved(cms);
  const { signer } = cms;
  if (!signer.purposes.includes(oids.stamping)) throw new Faulty('key-usage');
  const chain = buildChain(signer, [...cms.certificates, ...trust.intermediates], trust.anchors, at);
  refuseLoose(cms, chain);
  return at;
}

function maySign(signer: Certificate): boolean {
  return signer.mayBeUsedFor(0) === true || signer.mayBeUsedFor(1) === true;
}

/** Called back by the time it signed. What was called back later had signed in good order. */
async function refuseRevoked(
  chain: readonly Certificate[],
  trust: Trust,
  at: Date,
  now: Date,
): Promise<void> {
  for (const [index, authority] of chain.slice(1).entries()) {
    const certificate = chain[index] as Certificate;
    const known = await trust.revocation.statusOf(certificate, authority, now);
    if (known.status === 'revoked' && known.at <= at) throw new Faulty('revoked');
    if (known.status === 'unknown' && trust.revocationRule === 'required')
      throw new Faulty('revocation-unknown');
  }
}

function same(a: Buffer, b: Buffer): boolean {
  return a.length === b.length && timingSafeEqual(a, b);
}
