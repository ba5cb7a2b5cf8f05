import type { Certificate } from './certificate.js';
import { Asn1, der, derOid, Malformed, tags } from './der.js';
import type { CmsSignature } from './read-cms.js';

const nothing = der(tags.null);
const withNull = (oid: string) => der(tags.sequence, derOid(oid), nothing);

/** Each way of naming what may sign here. An authority of time stamps may leave the hash to the message. */
const algorithms = {
  data: [der(tags.sequence, derOid('1.2.840.10045.4.3.2')), withNull('1.2.840.113549.1.1.11')],
  timeStamp: [
    ...['2', '3', '4'].map((last) => der(tags.sequence, derOid(`1.2.840.10045.4.3.${last}`))),
    ...['1', '11', '12', '13'].map((last) => withNull(`1.2.840.113549.1.1.${last}`)),
  ],
};

/**
 * A signature does not cover all of the message that carries it. What it leaves out could be written in another way
 * and still be read the same: such a message was changed by somebody, and is refused.
 *
 * @param chain the signer's, up to one that is trusted
 * @throws Malformed
 */
export function refuseLoose(cms: CmsSignature, chain: readonly Certificate[]): void {
  const kind = cms.content ? 'timeStamp' : 'data';
  const [version, digests, , certificates, signers, ...more] = cms.parts;
  if (version?.small() !== (kind === 'data' ? 1 : 3) || !signers || more.length > 0) loose('parts');
  const hash = cms.signerParts[2];
  const [, parameters] = hash?.children() ?? [];
  if (parameters && !parameters.raw.equals(nothing)) loose('hash');
  const announced = digests?.children() ?? [];
  if (announced.length !== 1 || !hash || announced[0]?.raw.equals(hash.raw) !== true) loose('hashes');
  if (!algorithms[kind].some((one) => one.equals(cms.algorithm.raw))) loose('algorithm');
  const there = certificates?.as(0xa0).children().length;
  const known = new Set(chain.map(({ sha256 }) => sha256));
  const used = cms.certificates.every((one) => known.has(one.sha256) && saysItsAlgorithmTwice(one));
  if (
    there !== cms.certificates.length ||
    !used ||
    new Set(cms.certificates.map((one) => one.sha256)).size !== there
  ) {
    loose('certificates');
  }
}

/** Once outside of what is signed and once inside. */
function saysItsAlgorithmTwice({ tbs, algorithm }: Certificate): boolean {
  const parts = Asn1.read(tbs).children();
  return parts.slice(0, 3).some(({ raw }) => raw.equals(algorithm.raw));
}

function loose(what: string): never {
  throw new Malformed(what);
}
