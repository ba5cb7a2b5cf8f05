import { type Form, targetLabel } from '#engine';
import type { Language } from '../http/language.js';
import type { CorrectionView } from './draft.dto.js';
import type { DraftRow } from './drafts.queries.js';

/** What the applicant was asked to correct; null once the request is answered or withdrawn. */
export function correctionView(form: Form, row: DraftRow, language: Language): CorrectionView | null {
  const correction = row.application_state?.correction;
  if (!correction || row.application_id === null) return null;
  return {
    applicationId: row.application_id,
    number: row.application_number ?? '',
    note: correction.note,
    dueOn: correction.dueOn,
    targets: correction.targets.map(({ path, comment }) => ({
      path,
      label: targetLabel(form, path, row.answers, language),
      comment,
    })),
  };
}
