/** Names of the files of an exported log. */
export const EVENTS_FILE = 'events.jsonl';
export const SEALS_FILE = 'seals.jsonl';
export const KEYS_FILE = 'public-keys.pem';

/** One line of `events.jsonl`, as canonical JSON; sorted by seal and place, what is not sealed yet at the end. */
export interface ExportedEvent {
  readonly event: Readonly<Record<string, unknown>>;
  /** Hash of the event as it was when it was sealed, in hexadecimal; null before. */
  readonly leaf: string | null;
  /** From 0. */
  readonly pos: number | null;
  readonly seal: number | null;
}

/** The line, from the stored body: what somebody did to it in the database must be seen in the export. */
export function eventLine(body: string, place: Omit<ExportedEvent, 'event'>): string {
  const { leaf, pos, seal } = place;
  return `{"event":${body},"leaf":${JSON.stringify(leaf)},"pos":${pos ?? 'null'},"seal":${seal ?? 'null'}}`;
}

/** One line of `seals.jsonl`: the body of a `Seal` and, in hexadecimal, the signature over its bytes. */
export function sealLine(body: string, signature: string): string {
  return `{"seal":${body},"signature":${JSON.stringify(signature)}}`;
}
