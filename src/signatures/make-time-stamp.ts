import { randomBytes } from 'node:crypto';
import type { SigningKey } from './sign-cms.js';
import { der, derOid, tags } from './der.js';
import { cmsMessage, digestOf, signedAttributes } from './make-cms.js';

const sha256 = der(tags.sequence, derOid('2.16.840.1.101.3.4.2.1'));
/** anyPolicy: what a test authority promises. */
const policy = derOid('2.5.29.32.0');

/** A time stamp over a digest, by a key of ours. For trials alone: whoever signs must not state the time. */
export async function makeTimeStamp(
  digest: Buffer,
  at: Date,
  key: SigningKey,
  nonce: Buffer | null = null,
): Promise<Buffer> {
  const moment = `${at.toISOString().slice(0, 19).replace(/[-T:]/g, '')}Z`;
  const content = der(
    tags.sequence,
    der(tags.integer, Buffer.from([1])),
    policy,
    der(tags.sequence, sha256, der(tags.octetString, digest)),
    der(tags.integer, Buffer.concat([Buffer.from([0x40]), randomBytes(7)])),
    der(tags.generalizedTime, Buffer.from(moment, 'latin1')),
    ...(nonce ? [der(tags.integer, nonce)] : []),
  );
  const attributes = signedAttributes('timeStamp', digestOf(content), key.certificate);
  const { certificate, chain } = key;
  const value = await key.sign(attributes);
  return cmsMessage({ type: 'timeStamp', attributes, certificate, chain, value, content });
}
