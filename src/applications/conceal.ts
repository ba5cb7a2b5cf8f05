import { fieldPathAt, type Form, type Procedure, readsConcealed, sightOf, type Viewer } from '#engine';
import type { DeskApplicationView } from './desk.dto.js';
import type { ApplicationRecord } from './applications.queries.js';

type Change = DeskApplicationView['changes'][number];

/** The same changes without what stood and stands in answers that the viewer does not see at once. */
export function concealChanges(procedure: Procedure, viewer: Viewer, changes: readonly Change[]): Change[] {
  const isPlain = (path: string): boolean => {
    const field = procedure.form.fields.get(path);
    return field === undefined || sightOf(procedure, viewer, field) === 'plain';
  };
  const rowOf = (value: unknown, repeat: string): unknown =>
    typeof value === 'object' && value !== null
      ? Object.fromEntries(Object.entries(value).filter(([name]) => isPlain(`${repeat}[].${name}`)))
      : value;
  return changes.map((change) => {
    const path = fieldPathAt(change.path);
    if (change.kind.startsWith('row-')) {
      const repeat = path.replace(/\[\]$/, '');
      return { ...change, before: rowOf(change.before, repeat), after: rowOf(change.after, repeat) };
    }
    return isPlain(path) ? change : { ...change, before: null, after: null, concealed: true };
  });
}

/** Files that stand in answers which the viewer sees at once. */
export function filesSeen(
  procedure: Procedure,
  viewer: Viewer,
  { attachments }: ApplicationRecord,
): DeskApplicationView['attachments'] {
  return attachments.filter((file) => {
    const field = procedure.form.fields.get(file.field);
    return field === undefined || sightOf(procedure, viewer, field) === 'plain';
  });
}

/** The procedure without highlights that would tell what the viewer does not see at once. */
export function withoutTellingHighlights(procedure: Procedure, viewer: Viewer): Procedure {
  const { workflow } = procedure;
  const highlights = workflow.highlights.filter(
    ({ value }) => !readsConcealed(procedure, viewer, value.reads),
  );
  return { ...procedure, workflow: { ...workflow, highlights } };
}

/** Would the reasons of a check of the form or of a stage tell what the viewer does not see at once? */
export function checkTells(procedure: Procedure, viewer: Viewer, checkId: string): boolean {
  const ofStages = [...procedure.workflow.stages.values()].flatMap(({ checks }) => checks);
  const stageCheck = ofStages.find(({ id }) => id === checkId);
  const reads = stageCheck ? stageCheck.expression.reads : formReads(procedure.form, checkId);
  return readsConcealed(procedure, viewer, reads);
}

/** A check of each row reads the row as `row`. */
function formReads({ checks }: Form, checkId: string): readonly string[] {
  return checks
    .filter(({ id }) => id === checkId)
    .flatMap(({ expression, perRow }) =>
      expression.reads.map((read) => (perRow === null ? read : read.replace(/^row\b/, perRow))),
    );
}
