import type { DocumentModel, IsoDate } from '#engine';

export interface NoticeInput {
  readonly model: DocumentModel;
  /** Written into the PDF as its date; the same input gives the same bytes. */
  readonly issuedOn: IsoDate;
  readonly author: string;
  /** Short words that name the application, printed at the foot of every page. */
  readonly reference: string;
  /** Language of the words; Japanese where it is left out. */
  readonly language?: 'ja' | 'en';
  /** Printed across every page as 案: it has not been decided. */
  readonly isDraft?: true;
  /** Address of the page that says whether it is genuine; printed as a code. */
  readonly proof?: string;
  /** Image of the seal (公印), as PNG; printed at the sender. */
  readonly seal?: Uint8Array;
  /** Of a proof: what its reader should look at, printed at the top. */
  readonly mark?: string;
}

/** Turns a filled notice into the bytes of a tagged PDF/A-2a. */
export abstract class NoticeRenderer {
  /** @throws NoticeUnprintable when a character has no glyph in the fonts; never a box instead of a name. */
  abstract render(input: NoticeInput): Promise<Buffer>;
  /**
   * Proofs of many in one file, each from a page of its own.
   * @throws NoticeUnprintable when a character of any of them has no glyph
   */
  abstract bind(inputs: readonly NoticeInput[]): Promise<Buffer>;
  abstract close(): Promise<void>;
}

/** The notice holds something that cannot be printed. A person must look at it: trying again does not help. */
export class NoticeUnprintable extends Error {}

/** The renderer was stopped because it took too long or died. Trying again may help. */
export class NoticeRendererStopped extends Error {}
