import { createPrivateKey, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '../config/config.js';
import { Certificate } from './certificate.js';
import {
  extensions,
  type Issuer,
  makeCertificate,
  makeName,
  makeRevocationList,
} from './make-certificate.js';
import { makeCms } from './make-cms.js';
import { makeTimeStamp } from './make-time-stamp.js';
import { RevocationList } from './revocation-list.js';
import type { SigningKey } from './sign-cms.js';
import type { TimeStamp, TimeStamps } from './time-stamps.js';
import { der, derOid, tags } from './der.js';

const day = 86_400_000;
const arc = '1.2.392.200149.8.5.5';

/** Who a test certificate is made out to. */
export interface TestPerson {
  readonly name: string;
  /** `YYYY-MM-DD`. */
  readonly birthDate: string | null;
  readonly address: string | null;
}

interface Authority extends Issuer {
  readonly certificate: Certificate;
}

/**
 * A certificate authority for the demo: it signs in the visitor's name, with a key made for one signature and thrown
 * away; signs notices in the office's; and states the time of it. Not there outside a demo.
 */
@Injectable()
export class TestAuthority implements TimeStamps {
  private authority: Authority | null = null;
  private readonly offices = new Map<string, SigningKey>();
  private clock: SigningKey | null = null;

  constructor(@Inject(CONFIG) private readonly config: Config) {}

  get isThere(): boolean {
    return this.config.demo;
  }

  anchor(): Certificate {
    return this.open().certificate;
  }

  /** It never calls a certificate back. */
  revocations(now: Date): RevocationList {
    const until = new Date(now.getTime() + day);
    return new RevocationList(makeRevocationList(this.open(), {}, new Date(now.getTime() - day), until));
  }

  /** A detached CMS signature over the content, in somebody's name. */
  sign(content: Buffer, person: TestPerson, now: Date): Buffer {
    const { privateKey } = newKeys();
    const certificate = makeCertificate(this.open(), {
      subject: makeName(`TEST-${randomBytes(6).toString('hex')}`, 'テスト用（効力なし）'),
      publicKey: privateKey,
      serial: newSerial(),
      notBefore: new Date(now.getTime() - 60_000),
      notAfter: new Date(now.getTime() + day),
      extensions: [extensions.keyUsage(0, 1), extensions.otherNames(namesOf(person))],
    });
    return makeCms(content, certificate, privateKey);
  }

  /** A key in the name of an office, for as long as this process runs. */
  officeKey(office: string): SigningKey {
    const known = this.offices.get(office);
    if (known) return known;
    const made = this.keyFor(`${office}（デモ・効力なし）`, [
      extensions.keyUsage(0, 1),
      extensions.any('2.5.29.37', false, purpose('4')),
    ]);
    this.offices.set(office, made);
    return made;
  }

  async stamp(digest: Buffer, at = new Date()): Promise<TimeStamp> {
    this.clock ??= this.keyFor('テスト時刻認証局（効力なし）', [
      extensions.keyUsage(0),
      extensions.any('2.5.29.37', true, purpose('8')),
    ]);
    const moment = new Date(Math.floor(at.getTime() / 1_000) * 1_000);
    return { token: await makeTimeStamp(digest, moment, this.clock), at: moment };
  }

  private keyFor(name: string, more: readonly Buffer[]): SigningKey {
    const { privateKey } = newKeys();
    const now = Date.now();
    const certificate = makeCertificate(this.open(), {
      subject: makeName(name, 'Tetsuzuki demo'),
      publicKey: privateKey,
      serial: newSerial(),
      notBefore: new Date(now - day),
      notAfter: new Date(now + 1_825 * day),
      extensions: more,
    });
    return { certificate, chain: [], sign: async (bytes) => sign('sha256', bytes, privateKey) };
  }

  private open(): Authority {
    if (!this.isThere) throw new Error('The test authority is there in a demo alone.');
    return (this.authority ??= this.read() ?? this.make());
  }

  private get file(): string {
    return join(this.config.dataDir, 'test-authority.json');
  }

  private read(): Authority | null {
    if (!existsSync(this.file)) return null;
    const kept = JSON.parse(readFileSync(this.file, 'utf8')) as { key: string; certificate: string };
    return authorityOf(createPrivateKey(kept.key), Buffer.from(kept.certificate, 'base64'));
  }

  private make(): Authority {
    const { privateKey } = newKeys();
    const name = makeName('テスト認証局（効力なし）', 'Tetsuzuki demo');
    const now = Date.now();
    const raw = makeCertificate(
      { name, key: privateKey },
      {
        subject: name,
        publicKey: privateKey,
        serial: newSerial(),
        notBefore: new Date(now - day),
        notAfter: new Date(now + 3_650 * day),
        extensions: [extensions.authority(0), extensions.keyUsage(5, 6)],
      },
    );
    const key = privateKey.export({ format: 'pem', type: 'pkcs8' });
    mkdirSync(this.config.dataDir, { recursive: true });
    try {
      const kept = JSON.stringify({ key, certificate: raw.toString('base64') });
      writeFileSync(this.file, kept, { flag: 'wx', mode: 0o600 });
    } catch {
      // Another process of the demo was faster; from now on both have the same.
      const theirs = this.read();
      if (theirs) return theirs;
    }
    return authorityOf(privateKey, raw);
  }
}

function authorityOf(key: KeyObject, raw: Buffer): Authority {
  const certificate = new Certificate(raw);
  return { key, name: certificate.subject, certificate };
}

/** Extended key usage: 4 mail, 8 time stamps. */
function purpose(last: string): Buffer {
  return der(tags.sequence, derOid(`1.3.6.1.5.5.7.3.${last}`));
}

function newKeys(): { readonly privateKey: KeyObject } {
  return generateKeyPairSync('ec', { namedCurve: 'prime256v1' });
}

/** Positive, and no two alike. */
function newSerial(): string {
  return `4${randomBytes(8).toString('hex').slice(1)}`;
}

function namesOf({ name, birthDate, address }: TestPerson): Record<string, string> {
  return {
    [`${arc}.1`]: name,
    [`${arc}.2`]: '0'.repeat(Array.from(name).length),
    ...(birthDate === null ? {} : { [`${arc}.4`]: `${eraOf(birthDate)}${birthDate.replaceAll('-', '')}` }),
    ...(address === null
      ? {}
      : { [`${arc}.5`]: address, [`${arc}.6`]: '0'.repeat(Array.from(address).length) }),
  };
}

const eraStarts = ['1868-01-25', '1912-07-30', '1926-12-25', '1989-01-08', '2019-05-01'];

/** 1 明治 … 5 令和. */
function eraOf(date: string): number {
  return eraStarts.filter((start) => start <= date).length;
}
