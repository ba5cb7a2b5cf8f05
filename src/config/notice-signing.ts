import { dirname, resolve } from 'node:path';
import { Type } from '@sinclair/typebox';
import type { ConfigProblem } from './config-error.js';
import { isSecureUrl } from './identity-providers.js';
import { readSettingsFile } from './settings-file.js';

const key = 'NOTICE_SIGNING_FILE';
const path = Type.String({ minLength: 1, maxLength: 1_000 });
const paths = Type.Array(path, { maxItems: 100 });
const SigningFile = Type.Object(
  {
    $schema: Type.Optional(Type.String()),
    required: Type.Optional(Type.Boolean()),
    anchors: Type.Array(path, { minItems: 1, maxItems: 100 }),
    revocationLists: Type.Optional(paths),
    timeStamp: Type.Optional(Type.String({ maxLength: 500 })),
    keys: Type.Array(
      Type.Object(
        {
          departments: Type.Optional(
            Type.Array(Type.String({ minLength: 1, maxLength: 200 }), { minItems: 1 }),
          ),
          certificate: Type.Optional(path),
          key: Type.Optional(path),
          pkcs12: Type.Optional(path),
          passphraseFile: Type.Optional(path),
          seal: Type.Optional(path),
        },
        { additionalProperties: false },
      ),
      { minItems: 1, maxItems: 200 },
    ),
  },
  { additionalProperties: false },
);

/** A key that signs the notices of some departments, and their seal. Absolute paths. */
export interface OfficeKeySettings {
  /** As procedures name them; null: of every department that no other key names. */
  readonly departments: readonly string[] | null;
  readonly files:
    | { readonly kind: 'pem'; readonly certificate: string; readonly key: string }
    | { readonly kind: 'pkcs12'; readonly file: string }
    /** No signature, a seal alone. */
    | null;
  readonly passphraseFile: string | null;
  /** PNG; null: none is printed. */
  readonly seal: string | null;
}

/** How notices are signed. Files are read at each notice, so that a new key needs no restart. */
export interface NoticeSigningSettings {
  /** A notice that cannot be signed waits. Otherwise those of departments without a key leave unsigned. */
  readonly required: boolean;
  readonly anchors: readonly string[];
  readonly revocationLists: readonly string[];
  /** Address of the time stamp authority; null: signatures say no time that others vouch for. */
  readonly timeStamp: string | null;
  readonly keys: readonly OfficeKeySettings[];
}

/** Null when nothing is set: notices are not signed, but in a demo. */
export function readNoticeSigning(
  file: string | undefined,
  problems: ConfigProblem[],
): NoticeSigningSettings | null {
  if (file === undefined) return null;
  const read = readSettingsFile(key, file, SigningFile, problems);
  if (read === null) return null;
  const found = (one: string): string => resolve(dirname(file), one);
  const { timeStamp } = read;
  // Time stamps are signed, so plain HTTP is as good there; most authorities have nothing else.
  if (timeStamp !== undefined && !/^http:\/\//.test(timeStamp) && !isSecureUrl(timeStamp, false)) {
    problems.push({ key, ja: 'timeStamp: URL にしてください', en: 'timeStamp: must be a URL' });
  }
  const keys = read.keys.map((one, index): OfficeKeySettings => {
    const isPem = one.certificate !== undefined && one.key !== undefined && one.pkcs12 === undefined;
    const isPkcs12 = one.pkcs12 !== undefined && one.certificate === undefined && one.key === undefined;
    const isSeal = [one.certificate, one.key, one.pkcs12].every((part) => part === undefined);
    if (!isPem && !isPkcs12 && !(isSeal && one.seal !== undefined)) {
      problems.push({
        key,
        ja: `keys/${index}: certificate と key、または pkcs12 を書いてください`,
        en: `keys/${index}: must have certificate and key, or pkcs12`,
      });
    }
    return {
      departments: one.departments ?? null,
      files: isPkcs12
        ? { kind: 'pkcs12', file: found(one.pkcs12 ?? '') }
        : isPem
          ? { kind: 'pem', certificate: found(one.certificate ?? ''), key: found(one.key ?? '') }
          : null,
      passphraseFile: one.passphraseFile === undefined ? null : found(one.passphraseFile),
      seal: one.seal === undefined ? null : found(one.seal),
    };
  });
  return {
    required: read.required ?? true,
    anchors: read.anchors.map(found),
    revocationLists: (read.revocationLists ?? []).map(found),
    timeStamp: timeStamp ?? null,
    keys,
  };
}
