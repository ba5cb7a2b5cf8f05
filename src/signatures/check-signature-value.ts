import { constants, createHash, type KeyObject, verify } from 'node:crypto';
import { type Asn1, Malformed, tags } from './der.js';
import { Faulty } from './signature-fault.js';

export type Hash = 'sha256' | 'sha384' | 'sha512';

/** What is strong enough; SHA-1 and MD5 are not here. */
const hashes: Readonly<Record<string, Hash>> = {
  '2.16.840.1.101.3.4.2.1': 'sha256',
  '2.16.840.1.101.3.4.2.2': 'sha384',
  '2.16.840.1.101.3.4.2.3': 'sha512',
};

interface Scheme {
  readonly kind: 'rsa' | 'pss' | 'ec';
  /** Null: said elsewhere. */
  readonly hash: Hash | null;
}

const schemes: Readonly<Record<string, Scheme>> = {
  '1.2.840.113549.1.1.1': { kind: 'rsa', hash: null },
  '1.2.840.113549.1.1.11': { kind: 'rsa', hash: 'sha256' },
  '1.2.840.113549.1.1.12': { kind: 'rsa', hash: 'sha384' },
  '1.2.840.113549.1.1.13': { kind: 'rsa', hash: 'sha512' },
  '1.2.840.113549.1.1.10': { kind: 'pss', hash: null },
  '1.2.840.10045.4.3.2': { kind: 'ec', hash: 'sha256' },
  '1.2.840.10045.4.3.3': { kind: 'ec', hash: 'sha384' },
  '1.2.840.10045.4.3.4': { kind: 'ec', hash: 'sha512' },
};
const curves = new Set(['prime256v1', 'secp384r1', 'secp521r1']);
const leastRsaBits = 2_048;

/** @param algorithm AlgorithmIdentifier of a digest */
export function hashOf(algorithm: Asn1): Hash {
  const oid = algorithm.as(tags.sequence).children()[0]?.oid() ?? '';
  const hash = Object.hasOwn(hashes, oid) ? hashes[oid] : undefined;
  if (!hash) throw new Faulty('weak-algorithm', oid);
  return hash;
}

export function digest(hash: Hash, bytes: Uint8Array): Buffer {
  return createHash(hash).update(bytes).digest();
}

/**
 * Is the value a signature over the bytes by the key?
 *
 * @param algorithm AlgorithmIdentifier of the signature
 * @param otherwise hash where the algorithm names none
 * @throws Faulty `weak-algorithm`
 */
export function isSignedBy(
  key: KeyObject,
  bytes: Uint8Array,
  value: Uint8Array,
  algorithm: Asn1,
  otherwise: Hash | null,
): boolean {
  const [oid, parameters] = algorithm.as(tags.sequence).children();
  const name = oid?.oid() ?? '';
  const scheme = Object.hasOwn(schemes, name) ? schemes[name] : undefined;
  if (!scheme) throw new Faulty('weak-algorithm', name);
  refuseWeakKey(key);
  if (scheme.kind === 'ec') {
    return key.asymmetricKeyType === 'ec' && holds(scheme.hash, bytes, { key }, value);
  }
  if (key.asymmetricKeyType !== 'rsa' && key.asymmetricKeyType !== 'rsa-pss') return false;
  if (scheme.kind === 'pss') {
    const { hash, saltLength } = readPss(parameters);
    const padding = constants.RSA_PKCS1_PSS_PADDING;
    return holds(hash, bytes, { key, padding, saltLength }, value);
  }
  const padding = constants.RSA_PKCS1_PADDING;
  return holds(scheme.hash ?? otherwise, bytes, { key, padding }, value);
}

function holds(
  hash: Hash | null,
  bytes: Uint8Array,
  key: Parameters<typeof verify>[2],
  value: Uint8Array,
): boolean {
  if (hash === null) throw new Faulty('weak-algorithm');
  try {
    return verify(hash, bytes, key, value);
  } catch {
    return false;
  }
}

export function refuseWeakKey(key: KeyObject): void {
  const { asymmetricKeyType: type, asymmetricKeyDetails: details } = key;
  const strong =
    type === 'ec'
      ? curves.has(details?.namedCurve ?? '')
      : (type === 'rsa' || type === 'rsa-pss') && (details?.modulusLength ?? 0) >= leastRsaBits;
  if (!strong) throw new Faulty('weak-algorithm', type);
}

/** RSASSA-PSS-params (RFC 4055); a hash that is left out would be SHA-1. */
function readPss(parameters: Asn1 | undefined): { readonly hash: Hash; readonly saltLength: number } {
  if (!parameters) throw new Malformed('pss');
  const parts = new Map(parameters.children().map((part) => [part.tag, part.children()[0]]));
  const hash = parts.get(0xa0);
  if (!hash) throw new Faulty('weak-algorithm', 'pss');
  return { hash: hashOf(hash), saltLength: parts.get(0xa2)?.small() ?? 20 };
}
