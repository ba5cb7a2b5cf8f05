import type { Eligibility } from '../eligibility/eligibility.js';
import { FrozenMap } from '../procedure/freeze.js';
import type { Procedure, ProcedureInfo } from '../procedure/procedure.js';
import type { Action, Stage, Workflow } from '../workflow/workflow.js';
import { orNull, type Translate, translateForm } from './translate-form.js';

/**
 * The same procedure in other words, wherever applicants read them. What officials read stays, and so do
 * notices: they are documents in Japanese. Mails are translated one by one, by `translateTemplate`.
 */
export function translateProcedure(procedure: Procedure, translate: Translate): Procedure {
  return {
    ...procedure,
    info: translateInfo(procedure.info, translate),
    form: translateForm(procedure.form, translate),
    workflow: translateWorkflow(procedure.workflow, translate),
    eligibility: procedure.eligibility && translateEligibility(procedure.eligibility, translate),
  };
}

export function translateInfo(info: ProcedureInfo, translate: Translate): ProcedureInfo {
  return {
    ...info,
    title: translate(info.title),
    summary: translate(info.summary),
    category: translate(info.category),
    department: translate(info.department),
    contact: {
      ...info.contact,
      name: translate(info.contact.name),
      hours: translate(info.contact.hours),
    },
    legalBasis: info.legalBasis.map(({ title, article }) => ({
      title: translate(title),
      article: translate(article),
    })),
    criteria: info.criteria.map(({ id, title, text }) => ({
      id,
      title: translate(title),
      text: translate(text),
    })),
    oncePer: info.oncePer && { ...info.oncePer, message: translate(info.oncePer.message) },
    fee: orNull(info.fee, translate),
    paperAlternative: orNull(info.paperAlternative, translate),
    faq: info.faq.map(({ question, answer }) => ({
      question: translate(question),
      answer: translate(answer),
    })),
  };
}

function translateEligibility(eligibility: Eligibility, translate: Translate): Eligibility {
  return {
    ...eligibility,
    lead: orNull(eligibility.lead, translate),
    questions: eligibility.questions.map((question) => ({
      ...question,
      title: translate(question.title),
      help: orNull(question.help, translate),
      options:
        question.options && question.options.map(({ value, title }) => ({ value, title: translate(title) })),
    })),
    reasons: eligibility.reasons.map((reason) => ({
      ...reason,
      text: translate(reason.text),
      instead: reason.instead && { ...reason.instead, text: translate(reason.instead.text) },
    })),
    needs: eligibility.needs.map((need) => ({ ...need, text: translate(need.text) })),
  };
}

function translateWorkflow(workflow: Workflow, translate: Translate): Workflow {
  return {
    ...workflow,
    roles: new FrozenMap(
      [...workflow.roles].map(([name, role]) => [name, { ...role, title: translate(role.title) }] as const),
    ),
    highlights: workflow.highlights.map((line) =>
      line.public ? { ...line, title: translate(line.title) } : line,
    ),
    stages: new FrozenMap(
      [...workflow.stages].map(([name, stage]) => [name, translateStage(stage, translate)] as const),
    ),
  };
}

function translateStage(stage: Stage, translate: Translate): Stage {
  const { label, explanation, tone } = stage.publicStatus;
  return {
    ...stage,
    publicStatus: { label: translate(label), explanation: translate(explanation), tone },
    actions: new FrozenMap(
      [...stage.actions].map(([name, action]) => [name, translateAction(action, translate)] as const),
    ),
  };
}

/** Applicants read what they do themselves; what an official did they read as the status that it led to. */
function translateAction(action: Action, translate: Translate): Action {
  if (action.by !== 'applicant') return action;
  return { ...action, title: translate(action.title), pastTitle: orNull(action.pastTitle, translate) };
}
