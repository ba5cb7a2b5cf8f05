import { sign } from 'node:crypto';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { der, derOid, tags } from '../../src/signatures/der.js';
import { extensions } from '../../src/signatures/make-certificate.js';
import { makeCms } from '../../src/signatures/make-cms.js';
import { ListsAndResponder } from '../../src/signatures/revocation.js';
import { RevocationList } from '../../src/signatures/revocation-list.js';
import { type GivenSignature, type Trust, verifySignature } from '../../src/signatures/verify-signature.js';
import { cardPolicy, day, type Holder, issue, issueAuthority, listOf, newKey } from './support/pki.js';

const content = Buffer.from('{"name":"塚本 花子"}');
const now = new Date();

let root: Holder;
let sub: Holder;
let lists: RevocationList[];
let trust: Trust;
let signer: Holder;
beforeAll(() => {
  root = issueAuthority('Root', null);
  sub = issueAuthority('Sub', root, 0);
  signer = issue('USER-0001', sub);
  lists = [listOf(root), listOf(sub)].flatMap((raw) => RevocationList.read(raw));
  trust = trusting();
});

function trusting(change: Partial<Trust> = {}): Trust {
  return {
    anchors: [root.certificate],
    intermediates: [sub.certificate],
    revocation: new ListsAndResponder(lists, null),
    revocationRule: 'required',
    policies: [],
    ...change,
  };
}

const cms = (holder: Holder, over = content): GivenSignature => ({
  form: 'cms',
  value: makeCms(over, holder.raw, holder.key),
});
const raw = (holder: Holder, over = content, hash = 'sha256'): GivenSignature => ({
  form: 'raw',
  value: sign(hash, over, holder.key),
  certificate: holder.raw,
});

async function verdict(
  given: GivenSignature,
  change: Partial<Trust> = {},
  over = content,
  at = now,
): Promise<string> {
  const found = await verifySignature(given, over, { ...trust, ...change }, at);
  return found.ok ? 'good' : found.fault;
}

/** The same bytes with one changed. */
function flipped(given: GivenSignature, at: number): GivenSignature {
  const value = Buffer.from(given.value);
  value[at] = (value[at] ?? 0) ^ 1;
  return { ...given, value };
}

describe('a signature that is good', () => {
  it.each(['rsa', 'ec', 'ec-384'] as const)('may be CMS, by a key of the kind %s', async (kind) => {
    const holder = issue('USER', sub, { key: newKey(kind) });
    expect(await verdict(cms(holder))).toBe('good');
  });

  it('may be a bare value with its certificate, as cards make it', async () => {
    expect(await verdict(raw(issue('USER', sub, { key: newKey('rsa') })))).toBe('good');
    expect(await verdict(raw(signer))).toBe('good');
    expect(await verdict(raw(issue('USER', sub, { key: newKey('ec-384') }), content, 'sha384'))).toBe('good');
  });

  it('may leave its lengths open, as tools do that write while they read', async () => {
    const { value } = cms(signer);
    const open = Buffer.concat([Buffer.from([0x30, 0x80]), ...childrenOf(value), Buffer.from([0, 0])]);
    expect(await verdict({ form: 'cms', value: open })).toBe('good');
  });

  it('says who signed, with what the card says of them and where a character stands for another', async () => {
    const arc = '1.2.392.200149.8.5.5';
    const names = {
      [`${arc}.1`]: '高崎　太郎',
      [`${arc}.2`]: '10000',
      [`${arc}.3`]: '1',
      [`${arc}.4`]: '319850315',
      [`${arc}.5`]: '大阪市中央区大手前２',
      [`${arc}.6`]: '0000000000',
    };
    const holder = issue('20261122', sub, {
      extensions: [extensions.keyUsage(0, 1), extensions.otherNames(names)],
    });
    expect(await verifySignature(cms(holder), content, trust, now)).toEqual({
      ok: true,
      signer: {
        subject: 'O=Test, CN=20261122',
        issuer: 'O=Test, CN=Sub',
        serial: holder.certificate.serial,
        certificateSha256: holder.certificate.sha256,
        validUntil: holder.certificate.notAfter.toISOString(),
        card: {
          name: '高崎　太郎',
          birthDate: '1985-03-15',
          sex: '1',
          address: '大阪市中央区大手前２',
          nameSubstituted: true,
          addressSubstituted: false,
        },
      },
    });
  });
});

describe('a signature that is not', () => {
  it('over other content', async () => {
    const other = Buffer.from('{"name":"塚本 太郎"}');
    expect(await verdict(cms(signer), {}, other)).toBe('content-tampered');
    expect(await verdict(raw(signer), {}, other)).toBe('signature-invalid');
  });

  it('with one bit changed, wherever it is', async () => {
    const given = cms(signer);
    expect(await verdict(flipped(given, given.value.length - 5))).toBe('signature-invalid');
    const inName = given.value.indexOf('USER-0001');
    expect(await verdict(flipped(given, inName))).toBe('signing-certificate-mismatch');
    for (let at = 0; at < given.value.length; at++) {
      expect([at, await verdict(flipped(given, at))]).not.toEqual([at, 'good']);
    }
  });

  it('with a certificate of an authority that only has the same name', async () => {
    const forged = issueAuthority('Sub', null);
    expect(await verdict(cms(issue('USER-0001', forged)))).toBe('untrusted');
    expect(await verdict(cms(issue('USER', issueAuthority('Below', sub))))).toBe('untrusted');
    expect(await verdict(cms(issue('USER', signer)))).toBe('untrusted');
  });

  it('with a certificate that is no longer, or not yet, valid', async () => {
    const at = (notBefore: number, notAfter: number) =>
      issue('USER', sub, {
        notBefore: new Date(now.getTime() + notBefore * day),
        notAfter: new Date(now.getTime() + notAfter * day),
      });
    expect(await verdict(cms(at(-30, -1)))).toBe('expired');
    expect(await verdict(cms(at(1, 30)))).toBe('not-yet-valid');
  });

  it('with a certificate that was called back', async () => {
    const revocation = new ListsAndResponder(
      [listOf(root), listOf(sub, [signer])].flatMap((list) => RevocationList.read(list)),
      null,
    );
    expect(await verdict(cms(signer), { revocation })).toBe('revoked');
    expect(await verdict(raw(signer), { revocation })).toBe('revoked');
  });

  it('when nobody knows whether it was called back: no list, an old one, one of somebody else', async () => {
    const with_ = (...raws: Buffer[]): Partial<Trust> => ({
      revocation: new ListsAndResponder(
        raws.flatMap((list) => RevocationList.read(list)),
        null,
      ),
    });
    const old = listOf(sub, [], new Date(now.getTime() - 30 * day));
    const forged = listOf(issueAuthority('Sub', null));
    expect(await verdict(cms(signer), with_())).toBe('revocation-unknown');
    expect(await verdict(cms(signer), with_(listOf(root), old))).toBe('revocation-unknown');
    expect(await verdict(cms(signer), with_(listOf(root), forged))).toBe('revocation-unknown');
    expect(await verdict(cms(signer), { ...with_(), revocationRule: 'when-known' })).toBe('good');
  });

  it('with a certificate that is not made for signing', async () => {
    const encrypting = issue('USER', sub, { extensions: [extensions.keyUsage(2)] });
    expect(await verdict(cms(encrypting))).toBe('key-usage');
    expect(await verdict(cms(issue('USER', sub, { extensions: [] })))).toBe('key-usage');
    expect(await verdict(cms(sub))).toBe('key-usage');
  });

  it('with a certificate of another policy than the office asks for', async () => {
    expect(await verdict(cms(signer), { policies: [cardPolicy] })).toBe('good');
    expect(await verdict(cms(signer), { policies: ['1.2.3.4'] })).toBe('policy');
  });

  it('with a certificate that demands something unknown', async () => {
    const strange = extensions.any('1.2.3.4.5', true, der(tags.null));
    const holder = issue('USER', sub, { extensions: [extensions.keyUsage(0), strange] });
    expect(await verdict(cms(holder))).toBe('unsupported-extension');
  });

  it('by an algorithm or a key that is too weak', async () => {
    expect(await verdict(cms(issue('USER', sub, { key: newKey('weak') })))).toBe('weak-algorithm');
    const given = cms(signer);
    const sha256 = derOid('2.16.840.1.101.3.4.2.1');
    const md = derOid('2.16.840.1.101.3.4.2.9');
    const value = Buffer.from(given.value);
    for (let at = value.indexOf(sha256); at >= 0; at = value.indexOf(sha256, at + 1)) md.copy(value, at);
    expect(await verdict({ ...given, value })).toBe('weak-algorithm');
  });

  it('that brings its own content along, even the right one', async () => {
    const given = cms(signer);
    const plain = der(tags.sequence, derOid('1.2.840.113549.1.7.1'));
    const attached = der(
      tags.sequence,
      derOid('1.2.840.113549.1.7.1'),
      der(0xa0, der(tags.octetString, content)),
    );
    expect(await verdict({ ...given, value: swapped(given.value, plain, attached) })).toBe('not-detached');
  });

  it('without the signer’s certificate', async () => {
    const given = cms(signer);
    const value = swapped(given.value, signer.raw, sub.raw);
    expect(await verdict({ ...given, value })).toBe('signer-certificate-missing');
  });

  it('that is cut short, longer than it says, empty, or nothing of the kind', async () => {
    const given = cms(signer);
    const as = (value: Buffer): GivenSignature => ({ form: 'cms', value });
    for (const value of [
      given.value.subarray(0, 300),
      Buffer.concat([given.value, Buffer.from([0])]),
      Buffer.alloc(0),
      Buffer.from('%PDF-1.7'),
      Buffer.alloc(300_000, 0x30),
      Buffer.alloc(60_000, 0xa0),
      signer.raw,
    ]) {
      expect(await verdict(as(Buffer.from(value)))).toBe('malformed');
    }
    expect(await verdict({ form: 'raw', value: Buffer.alloc(64), certificate: Buffer.from('x') })).toBe(
      'malformed',
    );
  });
});

/** The message with one part put in another's place, all lengths made right again. */
function swapped(message: Buffer, part: Buffer, other: Buffer): Buffer {
  const rebuild = (bytes: Buffer): Buffer => {
    if (bytes.equals(part)) return other;
    const constructed = ((bytes[0] ?? 0) & 0x20) !== 0;
    if (!constructed || !bytes.includes(part)) return bytes;
    return der(bytes[0] ?? 0, ...childrenOf(bytes).map(rebuild));
  };
  return rebuild(message);
}

function childrenOf(bytes: Buffer): Buffer[] {
  const sized = (at: number): readonly [header: number, length: number] => {
    const first = bytes[at + 1] ?? 0;
    const count = first < 0x80 ? 0 : first & 0x7f;
    return [2 + count, count === 0 ? first : bytes.readUIntBE(at + 2, count)];
  };
  const found: Buffer[] = [];
  for (let at = sized(0)[0]; at < bytes.length;) {
    const [header, length] = sized(at);
    found.push(bytes.subarray(at, at + header + length));
    at += header + length;
  }
  return found;
}
