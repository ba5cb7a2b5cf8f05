import { isUtf8 } from 'node:buffer';

/** Bytes that are no ASN.1, or not the ASN.1 that was expected. */
export class Malformed extends Error {}

/** Deepest nesting that is followed; nothing that is signed comes near it. */
const deepest = 24;

/** One value in ASN.1, as it stands in its bytes. Reads DER, and BER's indefinite lengths around it, as CMS tools write. */
export class Asn1 {
  private constructor(
    /** Class, constructed bit and number in one: `0x30` is a sequence, `0xa0` is `[0]`. */
    readonly tag: number,
    /** Header and content. */
    readonly raw: Buffer,
    readonly content: Buffer,
    readonly indefinite: boolean,
    private readonly depth: number,
  ) {}

  /** The one value that the bytes are. @throws Malformed when something comes after it */
  static read(bytes: Uint8Array): Asn1 {
    const value = Asn1.first(Buffer.from(bytes), 0);
    if (value.raw.length !== bytes.length) throw new Malformed('trailing bytes');
    return value;
  }

  private static first(bytes: Buffer, depth: number): Asn1 {
    if (depth > deepest) throw new Malformed('too deep');
    const [tag, first] = bytes;
    if (tag === undefined || first === undefined || (tag & 0x1f) === 0x1f) throw new Malformed('tag');
    if (first === 0x80) return Asn1.indefinite(bytes, tag, depth);
    const [length, header] = lengthOf(bytes, first);
    const end = header + length;
    if (end > bytes.length) throw new Malformed('truncated');
    return new Asn1(tag, bytes.subarray(0, end), bytes.subarray(header, end), false, depth);
  }

  private static indefinite(bytes: Buffer, tag: number, depth: number): Asn1 {
    if ((tag & 0x20) === 0) throw new Malformed('indefinite length of a primitive');
    let at = 2;
    while (!(bytes[at] === 0 && bytes[at + 1] === 0)) {
      at += Asn1.first(bytes.subarray(at), depth + 1).raw.length;
    }
    return new Asn1(tag, bytes.subarray(0, at + 2), bytes.subarray(2, at), true, depth);
  }

  get isConstructed(): boolean {
    return (this.tag & 0x20) !== 0;
  }

  /** What is inside. */
  children(): Asn1[] {
    if (!this.isConstructed) throw new Malformed('not constructed');
    const found: Asn1[] = [];
    for (let at = 0; at < this.content.length;) {
      const child = Asn1.first(this.content.subarray(at), this.depth + 1);
      found.push(child);
      at += child.raw.length;
    }
    return found;
  }

  /** The same value, when it is of this kind. @throws Malformed otherwise */
  as(tag: number): this {
    if (this.tag !== tag) throw new Malformed(`tag ${this.tag.toString(16)} for ${tag.toString(16)}`);
    return this;
  }

  oid(): string {
    this.as(tags.oid);
    const parts: number[] = [];
    let value = 0;
    for (const byte of this.content) {
      value = value * 128 + (byte & 0x7f);
      if (value > Number.MAX_SAFE_INTEGER / 128) throw new Malformed('oid');
      if ((byte & 0x80) === 0) {
        parts.push(value);
        value = 0;
      }
    }
    const [first = 0, ...rest] = parts;
    const top = Math.min(Math.floor(first / 40), 2);
    return [top, first - top * 40, ...rest].join('.');
  }

  /** A whole number as hexadecimal digits, without leading zeros. */
  hex(): string {
    return this.as(tags.integer)
      .content.toString('hex')
      .replace(/^(00)+(?=.)/, '');
  }

  small(): number {
    const { content } = this.as(tags.integer);
    if (content.length === 0 || content.length > 4) throw new Malformed('integer');
    return content.readIntBE(0, content.length);
  }

  octets(): Buffer {
    return this.as(tags.octetString).content;
  }

  /** A bit string of whole bytes. */
  bits(): Buffer {
    const { content } = this.as(tags.bitString);
    if (content[0] !== 0) throw new Malformed('bit string');
    return content.subarray(1);
  }

  /** Is the n-th bit set, counted from the left? */
  bit(n: number): boolean {
    const { content } = this.as(tags.bitString);
    return ((content[1 + (n >> 3)] ?? 0) & (0x80 >> (n & 7))) !== 0;
  }

  /** UTCTime or GeneralizedTime, as certificates write them: to the second, in UTC. */
  time(): Date {
    const text = this.content.toString('latin1');
    const short = this.tag === tags.utcTime;
    if (!short) this.as(tags.generalizedTime);
    const [, year = '', month, day, hour, minute, second] =
      /^(\d{2}|\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)Z$/.exec(text) ?? [];
    if (year.length !== (short ? 2 : 4)) throw new Malformed('time');
    const whole = short ? `${Number(year) < 50 ? '20' : '19'}${year}` : year;
    const at = new Date(`${whole}-${month}-${day}T${hour}:${minute}:${second}Z`);
    if (Number.isNaN(at.getTime())) throw new Malformed('time');
    return at;
  }

  /** UTF8String, PrintableString and IA5String. */
  text(): string {
    if (![0x0c, 0x13, 0x16].includes(this.tag)) throw new Malformed('text');
    if (!isUtf8(this.content)) throw new Malformed('text');
    return this.content.toString('utf8');
  }
}

export const tags = {
  boolean: 0x01,
  integer: 0x02,
  bitString: 0x03,
  octetString: 0x04,
  null: 0x05,
  oid: 0x06,
  enumerated: 0x0a,
  utf8: 0x0c,
  utcTime: 0x17,
  generalizedTime: 0x18,
  sequence: 0x30,
  set: 0x31,
} as const;

function lengthOf(bytes: Buffer, first: number): readonly [length: number, header: number] {
  if (first < 0x80) return [first, 2];
  const count = first & 0x7f;
  if (count > 4 || bytes.length < 2 + count) throw new Malformed('length');
  const length = bytes.readUIntBE(2, count);
  if (length < 0x80) throw new Malformed('length');
  return [length, 2 + count];
}

/** Makes a value in DER. Parts are whole values, or the content of a primitive one. */
export function der(tag: number, ...parts: readonly Uint8Array[]): Buffer {
  const content = Buffer.concat(parts);
  const { length } = content;
  if (length < 0x80) return Buffer.concat([Buffer.from([tag, length]), content]);
  const digits = length.toString(16);
  const size = Buffer.from(digits.padStart(digits.length + (digits.length % 2), '0'), 'hex');
  return Buffer.concat([Buffer.from([tag, 0x80 | size.length]), size, content]);
}

export function derOid(oid: string): Buffer {
  const [first = 0, second = 0, ...rest] = oid.split('.').map(Number);
  const bytes = [first * 40 + second, ...rest].flatMap((part) => {
    const groups = [part & 0x7f];
    for (let left = Math.floor(part / 128); left > 0; left = Math.floor(left / 128)) {
      groups.unshift((left & 0x7f) | 0x80);
    }
    return groups;
  });
  return der(tags.oid, Buffer.from(bytes));
}
