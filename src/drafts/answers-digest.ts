import { createHash } from 'node:crypto';
import type { Answers } from '#engine';

/** SHA-256 of answers, the same whatever the order of their members: the database does not keep the order. */
export function answersDigest(answers: Answers): Buffer {
  return createHash('sha256').update(canonical(answers)).digest();
}

function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join()}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  const members = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${members.map(([key, member]) => `${JSON.stringify(key)}:${canonical(member)}`).join()}}`;
}
