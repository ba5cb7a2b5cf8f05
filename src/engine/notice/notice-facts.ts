import type { Answers } from '../answers/answers.js';
import { targetLabel } from '../answers/target-label.js';
import type { Facts } from '../expression/index.js';
import type { Language } from '../problem-text/words.js';
import type { IsoDate, IsoInstant, Procedure } from '../procedure/procedure.js';
import type { ApplicationFacts } from '../workflow/workflow-facts.js';
import { workflowFacts } from '../workflow/workflow-facts.js';
import type { WorkflowState } from '../workflow/review-state.js';

/** What a document needs to know that neither the answers nor the review hold. */
export interface DocumentFacts {
  /** 文書番号; null for a message and for a notice that is not numbered. */
  readonly documentNumber: string | null;
  readonly issuedOn: IsoDate;
  /** Address of the application in the portal. */
  readonly link: string;
  readonly account: { readonly name: string; readonly mail: string };
}

/**
 * Facts for a message or notice, to be taken at the moment of the action that sends it: the state afterwards may have
 * moved on when it is printed.
 *
 * @param language of the procedure's words
 */
export function noticeFacts(
  procedure: Procedure,
  state: WorkflowState,
  application: ApplicationFacts,
  document: DocumentFacts,
  now: IsoInstant,
  language: Language = 'ja',
): Facts {
  const { info } = procedure;
  return {
    ...workflowFacts(procedure, state, application, now),
    notice: { document_number: document.documentNumber, issued_on: document.issuedOn },
    action: { reason: state.reason, public_reason: state.publicReason },
    correction: correctionFacts(procedure, state, application.answers, language),
    procedure: {
      title: info.title,
      department: info.department,
      contact_name: info.contact.name,
      contact_phone: info.contact.phone,
      contact_mail: info.contact.mail,
      contact_hours: info.contact.hours,
      legal_basis: info.legalBasis.map(({ title, article }) => `${title}${article}`).join('、'),
    },
    link: document.link,
    account: document.account,
  };
}

function correctionFacts(
  { form }: Procedure,
  { correction }: WorkflowState,
  answers: Answers,
  language: Language,
): unknown {
  if (!correction) return null;
  return {
    items: correction.targets.map(({ path, comment }) => ({
      label: targetLabel(form, path, answers, language),
      comment,
    })),
    due_on: correction.dueOn,
    note: correction.note === '' ? null : correction.note,
  };
}
