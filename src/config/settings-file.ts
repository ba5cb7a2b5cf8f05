import { readFileSync } from 'node:fs';
import type { Static, TSchema } from '@sinclair/typebox';
import { Ajv2020 } from 'ajv/dist/2020.js';
import type { ConfigProblem } from './config-error.js';

/** Reads a JSON file that a setting names, or adds what is wrong with it; says where, never what stands there. */
export function readSettingsFile<T extends TSchema>(
  key: string,
  path: string,
  schema: T,
  problems: ConfigProblem[],
): Static<T> | null {
  let content: unknown;
  try {
    content = JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    problems.push({
      key,
      ja: 'ファイルが読めないか、JSON ではありません',
      en: 'the file cannot be read or is no JSON',
    });
    return null;
  }
  const ajv = new Ajv2020({ strict: true, strictTypes: false, allErrors: true });
  const validate = ajv.compile<Static<T>>(schema);
  if (validate(content)) return content;
  const places = (validate.errors ?? []).map(({ instancePath, params }) => {
    const member: unknown = params.additionalProperty ?? params.missingProperty;
    return `${instancePath.slice(1)}${typeof member === 'string' ? `/${member}` : ''}`.replace(/^\//, '');
  });
  for (const place of new Set(places)) {
    problems.push({
      key,
      ja: `${place || '全体'}: 正しい形ではありません`,
      en: `${place || 'the whole'}: does not have the right shape`,
    });
  }
  return null;
}
