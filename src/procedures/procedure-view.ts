import { type Field, type Page, questionsFrom } from '#engine';
import type { ProcedureListItem, ProcedureView } from './procedure.dto.js';
import type { CurrentProcedure } from './procedures.queries.js';

export function procedureListItem({ version, window, state }: CurrentProcedure): ProcedureListItem {
  const { info } = version.procedure;
  return {
    id: info.id,
    title: info.title,
    summary: info.summary,
    audience: [...info.audience],
    category: info.category,
    department: info.department,
    opensAt: window.opensAt,
    closesAt: window.closesAt,
    state,
  };
}

export function procedureView(current: CurrentProcedure): ProcedureView {
  const { version, windowExtended } = current;
  const { info, form } = version.procedure;
  return {
    ...procedureListItem(current),
    versionHash: version.hash,
    windowExtended,
    standardProcessingDays: info.standardProcessingDays,
    fee: info.fee,
    legalBasis: info.legalBasis.map((basis) => ({ ...basis })),
    criteria: info.criteria.map((criterion) => ({ ...criterion })),
    contact: { ...info.contact },
    paperAlternative: info.paperAlternative,
    asksSite: questionsFrom(form, 'site').length > 0,
    themeColor: info.themeColor,
    pages: form.pages.map(({ name, title }) => ({ name, title })),
    attachments: form.pages.flatMap(attachmentsOf),
  };
}

/** What to have at hand; `conditional` when it, or what it stands in, is asked only sometimes. */
function attachmentsOf(page: Page): ProcedureView['attachments'] {
  const inside = (field: Field, conditional: boolean): ProcedureView['attachments'] => {
    const sometimes = conditional || field.askWhen !== null || !field.required;
    if (field.kind === 'attachment') {
      return [{ title: field.title, description: field.description, conditional: sometimes }];
    }
    const within = conditional || field.askWhen !== null;
    return field.fields.flatMap((child) => inside(child, within));
  };
  return page.fields.flatMap((field) => inside(field, page.askWhen !== null));
}
