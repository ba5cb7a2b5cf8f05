import { type AuthoredField, outlineForm, type ProcedureFiles, type Thing } from '#engine';
import type { WorkflowTexts } from '../texts/workflow.js';
import { titleIn } from '../letters/titles.js';
import { type DraftWorkflow, isMembers, listOf, ORIGIN, textOf } from './draft-workflow.js';

export interface NameChoice {
  readonly value: string;
  readonly label: string;
}

export type NameKind = Thing['kind'] | 'question' | 'column';

/** What may be named at a place, to be chosen and never typed. Null for a kind that is written freely. */
export function choicesOf(
  kind: NameKind,
  files: ProcedureFiles,
  workflow: DraftWorkflow,
  texts: WorkflowTexts,
  pointer: string,
): readonly NameChoice[] | null {
  switch (kind) {
    case 'stage': {
      const stages = workflow.stages.map(({ name, title }) => ({ value: name, label: title }));
      const inCorrection = workflow.stages.some(
        (stage) => stage.kind === 'correction' && pointer.startsWith(`/stages/${stage.name}/`),
      );
      return inCorrection && pointer.endsWith('/to')
        ? [{ value: ORIGIN, label: texts.origin }, ...stages]
        : stages;
    }
    case 'role': {
      const roles = workflow.roles.map(({ name, title }) => ({ value: name, label: title }));
      return roles;
    }
    case 'team':
      return isMembers(workflow.value['teams'])
        ? Object.entries(workflow.value['teams']).map(([value, team]) => ({
            value,
            label: (isMembers(team) && textOf(team['title'])) || value,
          }))
        : [];
    case 'table':
      return filesIn(files, 'tables', 'csv').map((value) => ({ value, label: value }));
    case 'message':
    case 'notice':
      return templatesIn(files, `${kind}s`);
    case 'criterion':
      return criteriaIn(files);
    case 'action': {
      const stage = workflow.stages.find(({ name }) => pointer.startsWith(`/stages/${name}/`));
      return (stage?.actions ?? []).map(({ name, title }) => ({ value: name, label: title }));
    }
    case 'question':
      return questionsIn(files);
    case 'check':
    case 'column':
    case 'field':
    case 'page':
    case 'reason':
    case 'staff-field':
    case 'stage-check':
    case 'timer':
      return null;
  }
}

/** Mails or notices by their subject or title. */
export function templatesIn(files: ProcedureFiles, of: string): readonly NameChoice[] {
  return filesIn(files, of, 'md').map((value) => ({
    value,
    label: titleIn(files[`${of}/${value}.md`] ?? '') || value,
  }));
}

export function filesIn(files: ProcedureFiles, folder: string, ending: string): readonly string[] {
  return Object.keys(files).flatMap((file) =>
    file.startsWith(`${folder}/`) && file.endsWith(`.${ending}`)
      ? [file.slice(folder.length + 1, -ending.length - 1)]
      : [],
  );
}

function criteriaIn(files: ProcedureFiles): readonly NameChoice[] {
  try {
    const info: unknown = JSON.parse(files['procedure.json'] ?? '{}');
    const criteria = typeof info === 'object' && info !== null && 'criteria' in info ? info.criteria : [];
    return listOf(criteria as never).flatMap((one) =>
      isMembers(one) ? [{ value: textOf(one['id']), label: textOf(one['title']) }] : [],
    );
  } catch {
    return [];
  }
}

let outlined: { readonly form: string | undefined; readonly choices: readonly NameChoice[] } = {
  form: undefined,
  choices: [],
};

/** Pages and questions, each by the titles that lead to it. */
export function questionsIn(files: ProcedureFiles): readonly NameChoice[] {
  const form = files['form.schema.json'];
  if (form !== outlined.form) {
    const inside = (field: AuthoredField, above: string): readonly NameChoice[] => {
      const title = typeof field.schema['title'] === 'string' ? field.schema['title'] : field.name;
      const label = above === '' ? title : `${above} ＞ ${title}`;
      return [{ value: field.path, label }, ...field.fields.flatMap((one) => inside(one, label))];
    };
    outlined = { form, choices: (outlineForm(files) ?? []).flatMap((page) => inside(page, '')) };
  }
  return outlined.choices;
}
