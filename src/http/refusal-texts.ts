import { accountsRefusals } from './refusals/accounts.js';
import { applicationsRefusals } from './refusals/applications.js';
import { batchesRefusals } from './refusals/batches.js';
import { draftsRefusals } from './refusals/drafts.js';
import { exportsRefusals } from './refusals/exports.js';
import { mandatesRefusals } from './refusals/mandates.js';
import { paperRefusals } from './refusals/paper.js';
import { paymentsRefusals } from './refusals/payments.js';
import { inspectionsRefusals } from './refusals/inspections.js';
import type { RefusalText } from './refusals/refusal-text.js';
import { requestRefusals } from './refusals/request.js';
import { staffRefusals } from './refusals/staff.js';

/** Every refusal there is. */
export const refusalTexts = {
  ...requestRefusals,
  ...accountsRefusals,
  ...draftsRefusals,
  ...applicationsRefusals,
  ...batchesRefusals,
  ...exportsRefusals,
  ...mandatesRefusals,
  ...paperRefusals,
  ...paymentsRefusals,
  ...inspectionsRefusals,
  ...staffRefusals,
} as const satisfies Record<string, RefusalText>;

export type RefusalCode = keyof typeof refusalTexts;

export function refusalText(code: RefusalCode): RefusalText {
  return refusalTexts[code];
}
