import type { AttachmentRule, Field } from '../../engine.js';

const ENDINGS: Readonly<Record<string, readonly string[]>> = {
  'image/jpeg': ['.jpg', '.jpeg'],
  'image/png': ['.png'],
  'image/heic': ['.heic', '.heif'],
  'image/heif': ['.heic', '.heif'],
  'image/webp': ['.webp'],
  'application/pdf': ['.pdf'],
  'text/csv': ['.csv'],
  'text/plain': ['.txt'],
};

/** For the file picker. Endings too: many systems do not know HEIC by its media type. */
export function pickerAccept(rule: Pick<AttachmentRule, 'accept'>): string {
  return [...new Set(rule.accept.flatMap((type) => [type, ...(ENDINGS[type] ?? [])]))].join(',');
}

export type Refusal = 'too-large' | 'wrong-kind' | 'too-many';

/** What can be known before sending; the server looks at the content itself. */
export function refusalOf(
  file: { name: string; type: string; size: number },
  rule: AttachmentRule,
): Refusal | null {
  const ending = /\.[^.]+$/.exec(file.name.toLowerCase())?.[0] ?? '';
  const known = rule.accept.some((type) => file.type === type || (ENDINGS[type] ?? []).includes(ending));
  if (!known) return 'wrong-kind';
  return file.size > rule.maxBytes && !maySendSmaller(file, rule) ? 'too-large' : null;
}

/** Below this a photograph goes as fast as it is. */
const LARGE_PICTURE = 1_000_000;

/** Whether a copy of it, still legible, may go in its place. */
export function maySendSmaller(file: { type: string; size: number }, rule: AttachmentRule): boolean {
  return file.type === 'image/jpeg' && file.size > LARGE_PICTURE && !rule.original;
}

export function takesPictures(rule: AttachmentRule): boolean {
  return rule.accept.some((type) => type.startsWith('image/'));
}

/** The ids of an answer. */
export function idsOf(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : [];
}

export function ruleOf(field: Field): AttachmentRule {
  return (
    field.attachment ?? { accept: [], maxBytes: 0, maxCount: 1, example: null, reuse: false, original: false }
  );
}
