import { Asn1, Malformed, tags } from './der.js';
import { type CmsSignature, readCms } from './read-cms.js';
import { hashOf } from './check-signature-value.js';

/** What a time stamp states (RFC 3161): these bytes were there at that moment. Nothing here is verified yet. */
export interface StatedTime {
  readonly cms: CmsSignature;
  readonly content: Buffer;
  /** SHA-256 of what was stamped. */
  readonly digest: Buffer;
  readonly at: Date;
  readonly nonce: Buffer | null;
}

/** @throws Malformed, Faulty */
export function readTimeStamp(token: Uint8Array): StatedTime {
  const cms = readCms(token, 'timeStamp');
  const { content } = cms;
  if (!content) throw new Malformed('time stamp');
  const [version, policy, imprint, serial, at, ...rest] = Asn1.read(content).as(tags.sequence).children();
  if (version?.small() !== 1) throw new Malformed('time stamp');
  policy?.oid();
  serial?.as(tags.integer);
  const [algorithm, digest] = imprint?.as(tags.sequence).children() ?? [];
  if (!algorithm || !digest || !at || hashOf(algorithm) !== 'sha256') throw new Malformed('time stamp');
  const nonce = rest.find(({ tag }) => tag === tags.integer);
  return { cms, content, digest: digest.octets(), at: momentOf(at), nonce: nonce?.content ?? null };
}

/** GeneralizedTime with parts of a second, as authorities write it. */
function momentOf(value: Asn1): Date {
  const text = value.as(tags.generalizedTime).content.toString('latin1');
  const found = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(\.\d{1,9})?Z$/.exec(text);
  if (!found) throw new Malformed('time');
  const [, year, month, day, hour, minute, second, part = ''] = found;
  const at = new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}${part.slice(0, 4)}Z`);
  if (Number.isNaN(at.getTime())) throw new Malformed('time');
  return at;
}
