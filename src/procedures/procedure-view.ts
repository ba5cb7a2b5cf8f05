import { type EveryYear, type Form, questionsFrom } from '#engine';
import type { ProcedureListItem, ProcedureView } from './procedure.dto.js';
import type { ProcessingTime } from './processing-times.js';
import { documentsIn, purposesIn, type Outline } from './question-outline.js';
import type { CurrentProcedure } from './procedures.queries.js';

export function procedureListItem({
  version,
  window,
  state,
  publishedAt,
  paused,
}: CurrentProcedure): ProcedureListItem {
  const { info, eligibility } = version.procedure;
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
    paused: paused && { ...paused },
    publishedAt: publishedAt.toISOString(),
    titleKana: info.titleKana,
    searchWords: [...info.searchWords],
    signIn: info.signIn,
    fee: info.fee,
    hasCheck: eligibility !== null,
  };
}

export function procedureView(
  current: CurrentProcedure,
  outline: Outline,
  processingTime: ProcessingTime | null,
): ProcedureView {
  const { version, windowExtended } = current;
  const { info, form } = version.procedure;
  return {
    ...procedureListItem(current),
    versionHash: version.hash,
    windowExtended,
    everyYear: yearly(info.acceptanceWindow.everyYear),
    standardProcessingDays: info.standardProcessingDays,
    clock: { ...info.clock },
    processingTime,
    legalBasis: info.legalBasis.map((basis) => ({ ...basis })),
    criteria: info.criteria.map((criterion) => ({ ...criterion })),
    contact: { ...info.contact },
    paperAlternative: info.paperAlternative,
    asksSite: questionsFrom(form, 'site').length > 0,
    themeColor: info.themeColor,
    hasStatistics: info.statistics,
    pages: outline.map(({ name, title }) => ({ name, title })),
    documents: documentsIn(outline),
    oncePer: info.oncePer && titlesOf(form, info.oncePer.key.reads),
    purposes: purposesIn(outline),
    retentionYears: info.retentionYears,
    faq: info.faq.map((one) => ({ ...one })),
  };
}

function yearly(rule: EveryYear | null): ProcedureView['everyYear'] {
  return rule && { opens: rule.opens, closes: rule.closes, lastYear: rule.lastYear };
}

/** In the order of the screen. */
function titlesOf(form: Form, paths: readonly string[]): string[] {
  return [...form.fields.values()].filter(({ path }) => paths.includes(path)).map(({ title }) => title);
}
