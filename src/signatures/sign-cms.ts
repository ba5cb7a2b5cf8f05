import { cmsMessage, digestOf, signedAttributes } from './make-cms.js';
import type { TimeStamps } from './time-stamps.js';

/**
 * A key that signs in the office's name, wherever it is kept: a file, a hardware module (PKCS#11, `CKM_SHA256_RSA_PKCS`
 * or `CKM_ECDSA_SHA256`), a key service in the cloud (message type RAW). It gets few bytes and gives back a signature;
 * the key itself never comes out.
 */
export interface SigningKey {
  /** In DER. */
  readonly certificate: Buffer;
  /** Certificates between it and one that is trusted, in DER. */
  readonly chain: readonly Buffer[];
  /** RSASSA-PKCS1-v1_5 or ECDSA (in DER), as the key is, over the SHA-256 of at most one KiB. */
  sign(bytes: Buffer): Promise<Buffer>;
}

/** CAdES of a digest: B-B, and B-T with a time stamp authority. */
export async function signCms(
  digest: Buffer,
  key: SigningKey,
  stamps: TimeStamps | null,
): Promise<{ readonly cms: Buffer; readonly stampedAt: Date | null }> {
  const { certificate, chain } = key;
  const attributes = signedAttributes('data', digest, certificate);
  const value = await key.sign(attributes);
  const stamp = stamps ? await stamps.stamp(digestOf(value)) : null;
  const cms = cmsMessage({
    type: 'data',
    attributes,
    certificate,
    chain,
    value,
    ...(stamp ? { timeStamp: stamp.token } : {}),
  });
  return { cms, stampedAt: stamp?.at ?? null };
}
