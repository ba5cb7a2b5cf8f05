import type { Certificate } from './certificate.js';
import { pemBlocks } from './certificate.js';
import { isSignedBy } from './check-signature-value.js';
import { Asn1, Malformed, tags } from './der.js';
import { Faulty } from './signature-fault.js';

const distributionPoint = '2.5.29.28';

/** A list of certificates that were called back (RFC 5280, CRL). */
export class RevocationList {
  private readonly tbs: Asn1;
  private readonly algorithm: Asn1;
  private readonly signature: Buffer;
  private readonly issuer: Buffer;
  private readonly thisUpdate: Date;
  private readonly nextUpdate: Date | null;
  private readonly revoked: ReadonlyMap<string, Date>;
  private readonly conditions: ReadonlyMap<string, Asn1>;

  /** @throws Malformed */
  constructor(raw: Buffer) {
    const [tbs, algorithm, signature] = Asn1.read(raw).as(tags.sequence).children();
    if (!tbs || !algorithm || !signature) throw new Malformed('list');
    const parts = tbs.as(tags.sequence).children();
    if (parts[0]?.tag === tags.integer) parts.shift();
    const [, issuer, thisUpdate, next, entries] = parts;
    if (!issuer || !thisUpdate) throw new Malformed('list');
    const hasNext = next?.tag === tags.utcTime || next?.tag === tags.generalizedTime;
    const list = hasNext ? entries : next;
    this.tbs = tbs;
    this.algorithm = algorithm;
    this.signature = signature.bits();
    this.issuer = issuer.raw;
    this.thisUpdate = thisUpdate.time();
    this.nextUpdate = hasNext ? next.time() : null;
    this.revoked = new Map(
      (list?.tag === tags.sequence ? list.children() : []).map((entry) => {
        const [serial, at] = entry.children();
        if (!serial || !at) throw new Malformed('entry');
        return [serial.hex(), at.time()];
      }),
    );
    this.conditions = conditionsOf(parts.find(({ tag }) => tag === 0xa0));
  }

  /** One list in DER, or those of a PEM text. */
  static read(bytes: Buffer): RevocationList[] {
    if (bytes[0] === tags.sequence) return [new RevocationList(bytes)];
    return pemBlocks(bytes.toString('latin1'), 'X509 CRL').map((raw) => new RevocationList(raw));
  }

  /**
   * What the list says of a certificate: when it was called back, null when it was not, undefined when this list
   * cannot say it: another authority's, out of date, or for other certificates.
   */
  revocationOf(certificate: Certificate, authority: Certificate, now: Date): Date | null | undefined {
    if (!this.issuer.equals(certificate.issuer) || !this.isFor(certificate)) return undefined;
    if (this.thisUpdate > now || this.nextUpdate === null || this.nextUpdate < now) return undefined;
    if (!this.isSignedBy(authority)) return undefined;
    return this.revoked.get(certificate.serial) ?? null;
  }

  /** A list may be cut into parts; the certificate says which part it is in. */
  private isFor(certificate: Certificate): boolean {
    for (const [oid, value] of this.conditions) {
      if (oid !== distributionPoint) return false;
      const points = certificate.extension('2.5.29.31')?.children() ?? [];
      const theirs = new Set(points.flatMap((point) => namesOf(point.children()[0])));
      for (const part of value.children()) {
        if (part.tag === 0xa0) {
          if (!namesOf(part).some((name) => theirs.has(name))) return false;
        } else if (!(part.tag === 0x81 && !certificate.isAuthority)) return false;
      }
    }
    return true;
  }

  private isSignedBy(authority: Certificate): boolean {
    if (authority.mayBeUsedFor(6) === false) return false;
    try {
      return isSignedBy(authority.publicKey, this.tbs.raw, this.signature, this.algorithm, null);
    } catch (error) {
      if (error instanceof Faulty) return false;
      throw error;
    }
  }
}

/** DistributionPointName with full names → the names in DER. */
function namesOf(point: Asn1 | undefined): string[] {
  const full = point?.tag === 0xa0 ? point.children()[0] : undefined;
  return full?.tag === 0xa0 ? full.children().map(({ raw }) => raw.toString('hex')) : [];
}

/** What must be understood before the list is believed; its part, too, where its maker did not mark it critical. */
function conditionsOf(extensions: Asn1 | undefined): ReadonlyMap<string, Asn1> {
  const all = extensions?.children()[0]?.children() ?? [];
  return new Map(
    all.flatMap((extension) => {
      const [oid, second, third] = extension.children();
      const value = third ?? second;
      if (!oid || !value) throw new Malformed('extension');
      const isCritical = third !== undefined && second?.content[0] === 0xff;
      if (!isCritical && oid.oid() !== distributionPoint) return [];
      return [[oid.oid(), Asn1.read(value.octets())] as const];
    }),
  );
}
