import { createHash } from 'node:crypto';
import { type Answers, canonicalJson, withoutRowIds } from '#engine';
import type { AttachmentView } from '../drafts/draft.dto.js';
import type { Language } from '../http/language.js';
import type { CompiledVersion } from '../procedures/procedure-library.js';

/** Answers that arrived, with everything that a paper about them says. All of it stands in rows that never change. */
export interface Submitted {
  readonly application: { readonly id: string; readonly procedure_id: string };
  readonly version: CompiledVersion;
  /** Number of the procedure's version. */
  readonly versionNumber: number;
  readonly language: Language;
  readonly number: string;
  readonly subject: string;
  readonly applicantName: string;
  /** 1 for the application itself, then the corrections. */
  readonly n: number;
  readonly at: Date;
  readonly answers: Answers;
  /** Every file that the application has had up to then, those of this submission marked. */
  readonly files: readonly (AttachmentView & { readonly arrivedNow: boolean })[];
}

/** SHA-256 of the answers in their one text form (RFC 8785), without the marks by which rows are told apart. */
export function answersHash(answers: Answers): string {
  return createHash('sha256')
    .update(canonicalJson(withoutRowIds(answers)))
    .digest('hex');
}
