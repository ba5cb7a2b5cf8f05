import { accountsRefusals } from './refusals/accounts.js';
import { announcementsRefusals } from './refusals/announcements.js';
import { applicationsRefusals } from './refusals/applications.js';
import { batchesRefusals } from './refusals/batches.js';
import { builderRefusals } from './refusals/builder.js';
import { deliveryRefusals } from './refusals/deliveries.js';
import { draftsRefusals } from './refusals/drafts.js';
import { exportsRefusals } from './refusals/exports.js';
import { mandatesRefusals } from './refusals/mandates.js';
import { opinionsRefusals } from './refusals/opinions.js';
import { proofsRefusals } from './refusals/proofs.js';
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
  ...announcementsRefusals,
  ...deliveryRefusals,
  ...draftsRefusals,
  ...applicationsRefusals,
  ...batchesRefusals,
  ...builderRefusals,
  ...exportsRefusals,
  ...mandatesRefusals,
  ...opinionsRefusals,
  ...proofsRefusals,
  ...paperRefusals,
  ...paymentsRefusals,
  ...inspectionsRefusals,
  ...staffRefusals,
} as const satisfies Record<string, RefusalText>;

export type RefusalCode = keyof typeof refusalTexts;

export function refusalText(code: RefusalCode): RefusalText {
  return refusalTexts[code];
}
