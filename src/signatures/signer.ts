import type { Certificate } from './certificate.js';
import { type Asn1, tags } from './der.js';

/** Who signed, as the certificate says. A card of the Public Individual Number service says more than a name. */
export interface Signer {
  /** The certificate's subject; on a card a number without meaning. */
  readonly subject: string;
  readonly issuer: string;
  readonly serial: string;
  readonly certificateSha256: string;
  readonly validUntil: string;
  readonly card: SignerCard | null;
}

/** 基本4情報 as a card's certificate has them. */
export interface SignerCard {
  readonly name: string;
  /** `YYYY-MM-DD`; null where the certificate has another form. */
  readonly birthDate: string | null;
  readonly sex: string | null;
  readonly address: string | null;
  /** Characters of the name or address stand for others that a card cannot write (代替文字). */
  readonly nameSubstituted: boolean;
  readonly addressSubstituted: boolean;
}

/** Source: certificate profile of the Japanese Public Key Infrastructure, subjectAltName.otherName. */
const arc = '1.2.392.200149.8.5.5';

export function readSigner(certificate: Certificate): Signer {
  return {
    subject: certificate.subjectText,
    issuer: certificate.issuerText,
    serial: certificate.serial,
    certificateSha256: certificate.sha256,
    validUntil: certificate.notAfter.toISOString(),
    card: readCard(certificate),
  };
}

/** A name in a certificate as people know it: the common name first, the organisation after it; no country. */
export function readableName(distinguished: string): string {
  const parts = [...distinguished.matchAll(/(?:^|, )([A-Za-z][\w.]*)=(.*?)(?=, [A-Za-z][\w.]*=|$)/g)];
  const known = ['CN', 'OU', 'O'].flatMap((key) =>
    parts.filter(([, name]) => name === key).map(([, , value = '']) => value),
  );
  return known.length === 0 ? distinguished : known.join(' / ');
}

function readCard(certificate: Certificate): SignerCard | null {
  const names = certificate.extension('2.5.29.17')?.children() ?? [];
  const found = new Map(
    names.flatMap((name) => {
      if (name.tag !== 0xa0) return [];
      const [oid, value] = name.children();
      const text = value?.children()[0];
      return oid && text ? [[oid.oid(), textOf(text)] as const] : [];
    }),
  );
  const of = (last: number): string | null => found.get(`${arc}.${last}`) ?? null;
  const name = of(1);
  if (name === null) return null;
  return {
    name,
    birthDate: readEraDate(of(4)),
    sex: of(3),
    address: of(5),
    nameSubstituted: isMarked(of(2)),
    addressSubstituted: isMarked(of(6)),
  };
}

function textOf(value: Asn1): string {
  return value.tag === tags.octetString ? value.content.toString('utf8') : value.text();
}

/** As many digits as characters; one that is not 0 marks a character that stands for another. */
function isMarked(flags: string | null): boolean {
  return flags !== null && /[1-9]/.test(flags);
}

/** The era's number (1 明治 … 5 令和) and eight digits of the Western date: `319850315` is 昭和, 1985-03-15. */
function readEraDate(text: string | null): string | null {
  const [, year, month, day] = /^[1-5](\d{4})(\d{2})(\d{2})$/.exec(text ?? '') ?? [];
  return year === undefined ? null : `${year}-${month}-${day}`;
}
