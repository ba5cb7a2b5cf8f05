import { createHash, type KeyObject, X509Certificate } from 'node:crypto';
import { Asn1, Malformed, tags } from './der.js';

/** Extensions that are looked at here, or that say nothing against a signature. */
const understood = new Set([
  '2.5.29.14',
  '2.5.29.15',
  '2.5.29.17',
  '2.5.29.18',
  '2.5.29.19',
  '2.5.29.31',
  '2.5.29.32',
  '2.5.29.35',
  '2.5.29.37',
]);

const read = new WeakMap<Buffer, Certificate>();

/** A certificate as it matters for a signature (RFC 5280). */
export class Certificate {
  readonly sha256: string;
  readonly publicKey: KeyObject;
  /** The names in DER; compared byte by byte. */
  readonly subject: Buffer;
  readonly issuer: Buffer;
  /** Hexadecimal. */
  readonly serial: string;
  readonly notBefore: Date;
  readonly notAfter: Date;
  readonly tbs: Buffer;
  readonly algorithm: Asn1;
  readonly signature: Buffer;
  /** The subject as people read it. */
  readonly subjectText: string;
  readonly issuerText: string;
  private readonly extensions: ReadonlyMap<string, { readonly critical: boolean; readonly value: Buffer }>;

  /** @throws Malformed */
  constructor(readonly raw: Buffer) {
    const [tbs, algorithm, signature] = Asn1.read(raw).as(tags.sequence).children();
    if (!tbs || !algorithm || !signature) throw new Malformed('certificate');
    const parts = tbs.as(tags.sequence).children();
    if (parts[0]?.tag === 0xa0) parts.shift();
    const [serial, , issuer, validity, subject] = parts;
    const [notBefore, notAfter] = validity?.children() ?? [];
    if (!serial || !issuer || !subject || !notBefore || !notAfter) throw new Malformed('certificate');
    this.sha256 = createHash('sha256').update(raw).digest('hex');
    this.tbs = tbs.raw;
    this.algorithm = algorithm;
    this.signature = signature.bits();
    this.serial = serial.hex();
    this.issuer = issuer.raw;
    this.subject = subject.raw;
    this.notBefore = notBefore.time();
    this.notAfter = notAfter.time();
    this.extensions = readExtensions(parts.find(({ tag }) => tag === 0xa3)?.children()[0]);
    const parsed = parsedByNode(raw);
    this.publicKey = parsed.publicKey;
    this.subjectText = parsed.subject.replaceAll('\n', ', ');
    this.issuerText = parsed.issuer.replaceAll('\n', ', ');
  }

  /** Read once for each buffer: for who signs with it again and again, OpenSSL takes longer to read it than to sign. */
  static of(raw: Buffer): Certificate {
    const known = read.get(raw);
    if (known) return known;
    const made = new Certificate(raw);
    read.set(raw, made);
    return made;
  }

  /** Every certificate of a PEM text. */
  static ofPem(pem: string): Certificate[] {
    return pemBlocks(pem, 'CERTIFICATE').map((raw) => new Certificate(raw));
  }

  extension(oid: string): Asn1 | null {
    const found = this.extensions.get(oid);
    return found ? Asn1.read(found.value) : null;
  }

  /** Bits of the key usage (0 digitalSignature, 1 nonRepudiation, 5 keyCertSign, 6 cRLSign); null: none is said. */
  mayBeUsedFor(bit: number): boolean | null {
    return this.extension('2.5.29.15')?.bit(bit) ?? null;
  }

  get isAuthority(): boolean {
    return this.constraints()[0]?.tag === tags.boolean && this.constraints()[0]?.content[0] === 0xff;
  }

  /** Most authorities that may stand between this one and a signer. */
  get pathLength(): number {
    const length = this.constraints().find(({ tag }) => tag === tags.integer);
    return length ? length.small() : Infinity;
  }

  private constraints(): Asn1[] {
    return this.extension('2.5.29.19')?.children() ?? [];
  }

  get policies(): string[] {
    const list = this.extension('2.5.29.32')?.children() ?? [];
    return list.flatMap((policy) => policy.children()[0]?.oid() ?? []);
  }

  get purposes(): string[] {
    return (this.extension('2.5.29.37')?.children() ?? []).map((purpose) => purpose.oid());
  }

  get keyIdentifier(): Buffer | null {
    return this.extension('2.5.29.14')?.octets() ?? null;
  }

  /** Object identifiers of extensions that must be understood and are not. */
  get notUnderstood(): string[] {
    return [...this.extensions].flatMap(([oid, { critical }]) =>
      critical && !understood.has(oid) ? oid : [],
    );
  }
}

function readExtensions(list: Asn1 | undefined): Map<string, { critical: boolean; value: Buffer }> {
  const found = new Map<string, { critical: boolean; value: Buffer }>();
  for (const extension of list?.children() ?? []) {
    const [oid, second, third] = extension.children();
    const value = third ?? second;
    if (!oid || !value || found.has(oid.oid())) throw new Malformed('extension');
    found.set(oid.oid(), {
      critical: third !== undefined && second?.content[0] === 0xff,
      value: value.octets(),
    });
  }
  return found;
}

function parsedByNode(raw: Buffer): X509Certificate {
  try {
    const parsed = new X509Certificate(raw);
    // A key of a kind that OpenSSL does not know is found out here.
    void parsed.publicKey.asymmetricKeyType;
    return parsed;
  } catch {
    throw new Malformed('certificate');
  }
}

export function pemBlocks(pem: string, label: string): Buffer[] {
  const block = new RegExp(`-----BEGIN ${label}-----([^-]*)-----END ${label}-----`, 'g');
  return [...pem.matchAll(block)].map(([, body = '']) => Buffer.from(body.replace(/\s/g, ''), 'base64'));
}
