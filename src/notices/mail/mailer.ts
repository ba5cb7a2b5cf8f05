/** One mail to one person. All text is plain; nothing in it is ever read as a header or an address list. */
export interface Mail {
  /** Without angle brackets. The same id again is the same mail, so that a reader can drop the copy. */
  readonly messageId: string;
  readonly to: string;
  /** Who also gets it, unseen by each other. That one of them cannot be reached does not matter to the mail. */
  readonly copies?: readonly string[];
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** An iCalendar file that goes with it. */
  readonly calendar?: string;
  /** Where a mail program ends such mails with one press (RFC 8058: a POST without a body); left out where it may not. */
  readonly stopAddress?: string;
}

export type MailOutcome =
  /** Those of the copies that the server refused at once are named. */
  | { readonly kind: 'sent'; readonly refusedCopies?: readonly string[] }
  /** The receiving side will not have it, or it is no address: trying again does not help. */
  | { readonly kind: 'refused'; readonly reason: string }
  /** Not now; a later attempt may succeed. */
  | { readonly kind: 'failed'; readonly reason: string }
  /** The recipient's provider takes only so many at a time: nothing was tried. `pause` in milliseconds. */
  | { readonly kind: 'later'; readonly pause: number };

export abstract class Mailer {
  /** Does not throw for what a mail server may do. `sent` means that the server has taken the mail over. */
  abstract send(mail: Mail): Promise<MailOutcome>;
  /** The name behind the @ of message ids. */
  abstract readonly domain: string;
  abstract close(): void;
}
