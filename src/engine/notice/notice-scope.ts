import type { FeelType, Scope } from '../expression/index.js';
import type { Workflow } from '../workflow/workflow.js';
import { workflowScope } from '../workflow/workflow-scope.js';

const text = { kind: 'string' } as const;
const date = { kind: 'date' } as const;
const context = (fields: Readonly<Record<string, FeelType>>): FeelType => ({ kind: 'context', fields });

/**
 * What messages and notices may read: the workflow's facts, and those of the document itself.
 *
 * @param answers root names of the answers, with `today` and `tables`
 * @param workflow undefined when workflow.json itself has problems; staff fields are then not checked
 */
export function noticeScope(answers: Scope, workflow: Workflow | undefined): Scope {
  const staffFields = [...(workflow?.stages.values() ?? [])].flatMap((stage) =>
    [...stage.actions.values()].flatMap(({ name, requires }) =>
      requires.fields ? [[name, requires.fields] as const] : [],
    ),
  );
  const known = workflow && {
    teams: [...workflow.teams.keys()],
    overridden: workflow.overrides.map(({ field }) => field),
  };
  const review = workflowScope(answers, staffFields, known);
  return {
    ...review,
    ...(workflow ? {} : { staff: { kind: 'any' } as const }),
    notice: context({ document_number: text, issued_on: date }),
    action: context({ reason: text, public_reason: text }),
    correction: context({
      items: { kind: 'list', of: context({ label: text, comment: text }) },
      due_on: date,
      note: text,
    }),
    procedure: context({
      title: text,
      department: text,
      contact_name: text,
      contact_phone: text,
      contact_mail: text,
      contact_hours: text,
      legal_basis: text,
    }),
    link: text,
    account: context({ name: text, mail: text }),
  };
}
