import {
  type DocumentModel,
  EvaluationError,
  type Facts,
  fillTemplate,
  noticeFacts,
  type Procedure,
  type Template,
  translateTemplate,
  UnprintableTextError,
} from '#engine';
import type { Language } from '../http/language.js';
import type { OwedNotice } from './owed-notices.js';

export type WrittenDocument =
  | { readonly ok: true; readonly model: DocumentModel; readonly language: Language }
  /** It cannot be written from what is there, now or later. The reason names placeholders, not values. */
  | { readonly ok: false; readonly reason: string };

/**
 * The document as it must read: from the answers and the review of that moment, whatever has happened since. Notices are
 * Japanese for everybody: they are what the law knows. A mail is English for whoever wants that, where all of it has English.
 */
export function writeDocument(kind: 'message' | 'notice', owed: OwedNotice): WrittenDocument {
  const { procedure, english, link } = owed;
  const template = (kind === 'message' ? procedure.messages : procedure.notices).get(owed.template);
  if (!template) return { ok: false, reason: `The procedure has no ${kind} ${owed.template}` };
  const translated = kind === 'message' && english ? translateTemplate(template, english.find) : null;
  try {
    if (english && translated)
      return { ok: true, model: fill(translated, owed, english.procedure, 'en'), language: 'en' };
    const model = fill(template, owed, procedure, 'ja');
    const stays = kind === 'message' && english !== undefined;
    return { ok: true, model: stays ? withoutEnglish(model, link) : model, language: 'ja' };
  } catch (error) {
    if (error instanceof EvaluationError || error instanceof UnprintableTextError)
      return { ok: false, reason: error.message };
    throw error;
  }
}

function fill(template: Template, owed: OwedNotice, procedure: Procedure, language: Language): DocumentModel {
  const { context, facts, documentNumber, issuedOn, link, account } = owed;
  const document = { documentNumber, issuedOn, link, account };
  const known: Facts = noticeFacts(procedure, context.state, facts, document, context.at, language);
  return fillTemplate(template, known, language);
}

/** Says first, to whoever asked for English, what the mail is and where the same stands in English. */
function withoutEnglish(model: DocumentModel, link: string): DocumentModel {
  const words = `This mail is about your application and has no English text. Your application is shown in English here: ${link}`;
  return {
    ...model,
    blocks: [{ kind: 'paragraph', text: words }, { kind: 'blank', text: '' }, ...model.blocks],
  };
}
