import type { Problem } from '#engine';
import { describeProblems } from '../procedures/describe-problems.js';
import type { CompiledVersion } from '../procedures/procedure-library.js';
import type { AttachmentView, Receipt } from './draft.dto.js';
import { attachmentView } from './drafts.queries.js';

export interface Submitted {
  /** False when this is the answer to a repeated request. */
  readonly isNew: boolean;
  readonly receipt: Receipt;
}

/** The same for the first request and every repetition, from what is recorded. */
export function receiptOf(
  version: CompiledVersion,
  arrived: { readonly applicationId: string; readonly number: string; readonly submittedAt: Date },
  attachments: readonly AttachmentView[],
  warnings: readonly Problem[],
): Receipt {
  return {
    applicationId: arrived.applicationId,
    number: arrived.number,
    procedureTitle: version.procedure.info.title,
    submittedAt: arrived.submittedAt.toISOString(),
    attachments: attachments.map(attachmentView),
    warnings: describeProblems(version, warnings),
  };
}
