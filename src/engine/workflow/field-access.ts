import type { Answers } from '../answers/answers.js';
import { isUnanswered } from '../answers/is-unanswered.js';
import type { Field, Procedure } from '../procedure/procedure.js';
import type { FieldAccess, Sight } from './workflow.js';

/** Who looks, and where the application stands: the two sides of the matrix stage × field. */
export interface Viewer {
  readonly stage: string;
  /** Names of roles in the procedure, and of roles for the whole office as `office:auditor`. */
  readonly roles: readonly string[];
}

/** An answer that is there and is not shown. */
export interface ConcealedAnswer {
  /** JSON Pointer, rows by number. */
  readonly path: string;
  readonly see: Exclude<Sight, 'plain'>;
}

/** What somebody sees of a question: the first rule that fits says so; without one, what is sensitive is masked. */
export function sightOf(procedure: Procedure, viewer: Viewer, field: Field): Sight {
  const rule = procedure.workflow.access.find((candidate) => fits(candidate, viewer, field.path));
  return rule?.see ?? (field.sensitive ? 'masked' : 'plain');
}

function fits({ fields, stages, roles }: FieldAccess, viewer: Viewer, path: string): boolean {
  return (
    fields.some((name) => isWithin(path, name)) &&
    (stages.length === 0 || stages.includes(viewer.stage)) &&
    (roles.length === 0 || roles.some((role) => viewer.roles.includes(role)))
  );
}

/** `sales.rows[].amount` lies within `sales`, `sales.rows` and itself. */
function isWithin(path: string, name: string): boolean {
  const [inner, outer] = [path.replaceAll('[]', ''), name.replaceAll('[]', '')];
  return inner === outer || inner.startsWith(`${outer}.`);
}

/** The answers without those that the viewer does not see at once, and where these stood. */
export function concealAnswers(
  procedure: Procedure,
  viewer: Viewer,
  answers: Answers,
): { readonly answers: Answers; readonly concealed: readonly ConcealedAnswer[] } {
  const concealed: ConcealedAnswer[] = [];
  const pages = procedure.form.pages.map(
    (page) => [page.name, inFields(page.fields, answers[page.name], `/${page.name}`)] as const,
  );
  const seen = Object.fromEntries(pages.filter(([, value]) => value !== undefined));
  return { answers: { ...answers, ...seen }, concealed };

  function inFields(fields: readonly Field[], value: unknown, parent: string): unknown {
    if (!isObject(value)) return value;
    const shown = { ...value };
    for (const field of fields) {
      if (!Object.hasOwn(value, field.name)) continue;
      const within = inField(field, value[field.name], `${parent}/${field.name}`);
      if (within === undefined) Reflect.deleteProperty(shown, field.name);
      else shown[field.name] = within;
    }
    return shown;
  }

  function inField(field: Field, value: unknown, path: string): unknown {
    if (field.kind === 'group') return inFields(field.fields, value, path);
    if (field.kind === 'rows') {
      if (!Array.isArray(value)) return value;
      return value.map((row, index) => inFields(field.fields, row, `${path}/${index}`));
    }
    const see = sightOf(procedure, viewer, field);
    if (see === 'plain' || isUnanswered(value)) return value;
    concealed.push({ path, see });
    return undefined;
  }
}

/**
 * Does something that was read by an expression (`sales.rows`, `bank.account_no`) touch what the viewer does not see at
 * once? What explains it would tell the value.
 */
export function readsConcealed(procedure: Procedure, viewer: Viewer, reads: readonly string[]): boolean {
  return [...procedure.form.fields.values()].some(
    (field) =>
      field.kind !== 'group' &&
      field.kind !== 'rows' &&
      sightOf(procedure, viewer, field) !== 'plain' &&
      reads.some((read) => isWithin(field.path, read) || isWithin(read, field.path)),
  );
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
