import { dirname, resolve } from 'node:path';
import { Type } from '@sinclair/typebox';
import type { ConfigProblem } from './config-error.js';
import { isSecureUrl } from './identity-providers.js';
import { readSettingsFile } from './settings-file.js';

const key = 'SIGNATURE_TRUST_FILE';
const paths = (minItems: number) =>
  Type.Array(Type.String({ minLength: 1, maxLength: 1_000 }), { minItems, maxItems: 100 });
const TrustFile = Type.Object(
  {
    $schema: Type.Optional(Type.String()),
    anchors: paths(1),
    intermediates: Type.Optional(paths(0)),
    revocationLists: Type.Optional(paths(0)),
    responder: Type.Optional(Type.String({ maxLength: 500 })),
    revocation: Type.Optional(Type.Union([Type.Literal('required'), Type.Literal('when-known')])),
    policies: Type.Optional(Type.Array(Type.String({ pattern: '^[0-2](\\.\\d+)+$' }), { maxItems: 50 })),
  },
  { additionalProperties: false },
);

/** Whose certificates applicants may sign with. Files are read at each signature, so that a new list needs no restart. */
export interface SignatureTrustSettings {
  /** Absolute paths of PEM files. */
  readonly anchors: readonly string[];
  readonly intermediates: readonly string[];
  /** Absolute paths of lists in PEM or DER. */
  readonly revocationLists: readonly string[];
  readonly responder: string | null;
  readonly revocation: 'required' | 'when-known';
  readonly policies: readonly string[];
}

/** Null when nothing is set: signatures cannot be given, or only those of the demo. */
export function readSignatureTrust(
  path: string | undefined,
  problems: ConfigProblem[],
): SignatureTrustSettings | null {
  if (path === undefined) return null;
  const file = readSettingsFile(key, path, TrustFile, problems);
  if (file === null) return null;
  // Answers of a responder are signed, so plain HTTP is as good there.
  const { responder } = file;
  if (responder !== undefined && !/^http:\/\//.test(responder) && !isSecureUrl(responder, false)) {
    problems.push({ key, ja: 'responder: URL にしてください', en: 'responder: must be a URL' });
  }
  const found = (paths: readonly string[] = []) => paths.map((one) => resolve(dirname(path), one));
  return {
    anchors: found(file.anchors),
    intermediates: found(file.intermediates),
    revocationLists: found(file.revocationLists),
    responder: responder ?? null,
    revocation: file.revocation ?? 'required',
    policies: file.policies ?? [],
  };
}
