import {
  type DocumentModel,
  EvaluationError,
  fillTemplate,
  noticeFacts,
  type Template,
  UnprintableTextError,
} from '#engine';
import type { OwedNotice } from './owed-notices.js';

export type WrittenDocument =
  | { readonly ok: true; readonly model: DocumentModel }
  /** It cannot be written from what is there, now or later. The reason names placeholders, not values. */
  | { readonly ok: false; readonly reason: string };

/** The document as it must read: from the answers and the review of that moment, whatever has happened since. */
export function writeDocument(kind: 'message' | 'notice', owed: OwedNotice): WrittenDocument {
  const { procedure, context, facts, documentNumber, issuedOn, link, account } = owed;
  const template = templateOf(kind, owed);
  if (!template) return { ok: false, reason: `The procedure has no ${kind} ${owed.template}` };
  const document = { documentNumber, issuedOn, link, account };
  try {
    return {
      ok: true,
      model: fillTemplate(template, noticeFacts(procedure, context.state, facts, document, context.at)),
    };
  } catch (error) {
    if (error instanceof EvaluationError || error instanceof UnprintableTextError)
      return { ok: false, reason: error.message };
    throw error;
  }
}

function templateOf(kind: 'message' | 'notice', { procedure, template }: OwedNotice): Template | undefined {
  return (kind === 'message' ? procedure.messages : procedure.notices).get(template);
}
