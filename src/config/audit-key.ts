import { createPrivateKey } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { ConfigProblem } from './config-error.js';

const key = 'AUDIT_KEY_FILE';

/** @returns absolute path of the key that seals are signed with; null for one of the product's own */
export function readAuditKey(path: string | undefined, problems: ConfigProblem[]): string | null {
  if (path === undefined) return null;
  if (!holdsKey(path)) {
    problems.push({
      key,
      ja: 'ファイルが読めないか、Ed25519 の秘密鍵（PEM）ではありません',
      en: 'the file cannot be read or holds no Ed25519 private key in PEM',
    });
  }
  return resolve(path);
}

function holdsKey(path: string): boolean {
  try {
    return createPrivateKey(readFileSync(path, 'utf8')).asymmetricKeyType === 'ed25519';
  } catch {
    return false;
  }
}
