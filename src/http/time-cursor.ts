import { Refused, refuse } from './refusal.js';

/** Sort key of the last row of a page that is ordered by time, newest first. */
export interface TimeCursor {
  readonly at: string;
  readonly id: string;
}

export function writeTimeCursor(at: string, id: string): string {
  return Buffer.from(`${at}/${id}`).toString('base64url');
}

/** Null for the first page. @throws Refused for what is no cursor of ours */
export function readTimeCursor(text: string | undefined): TimeCursor | null {
  if (text === undefined) return null;
  const plain = Buffer.from(text, 'base64url').toString();
  const [, at = '', id = ''] = /^(\d{4}-[\d:T.-]+Z)\/([0-9a-f-]{36})$/.exec(plain) ?? [];
  if (id === '' || Number.isNaN(Date.parse(at)))
    throw new Refused(refuse('request-invalid', { params: { field: 'cursor' } }));
  return { at, id };
}
