import { because, conditionInWords } from '../answers/condition-in-words.js';
import { type ExplainedInput, inputsOf } from '../answers/explain-computed.js';
import { explainOrNull, fieldNamer } from '../answers/explained-place.js';
import type { FieldOf, Named } from '../answers/formula-in-words.js';
import type { Language } from '../problem-text/words.js';
import type { FieldKind, IsoInstant, JsonSchema, Option, Procedure } from '../procedure/procedure.js';
import { isObject } from './object-reader.js';
import { routeFor } from './route-for.js';
import { staffFieldsOf } from './staff-fields.js';
import { type ApplicationFacts, workflowFacts } from './workflow-facts.js';
import type { Route, TableRoute, WorkflowState } from './workflow.js';

/** Why an application goes where it goes. */
export interface ExplainedRoute {
  /** A stage name, or `@origin`. */
  readonly to: string;
  readonly title: string;
  /** What decided: parts of the condition that held, or the values that a row of a routing table fitted. */
  readonly reasons: readonly string[];
  /** Automatic checks that failed, by title. */
  readonly failedChecks: readonly string[];
  readonly sentence: string;
}

/** Facts beside the answers, as people call them. */
const FACTS: Readonly<Record<string, readonly [ja: string, en: string, kind: FieldKind]>> = {
  today: ['今日の日付', 'Today', 'date'],
  corrections: ['補正を求めた回数', 'Corrections asked for', 'number'],
  warnings: ['提出したときの注意の数', 'Warnings at submission', 'number'],
  'application.number': ['申込番号', 'Application number', 'text'],
  'application.submitted_on': ['提出した日', 'Day of submission', 'date'],
  'application.entered_on': ['この段階に入った日', 'Day this stage began', 'date'],
  'application.team': ['担当の班', 'Team', 'text'],
  'checks.all_passed': ['自動チェックにすべて合格', 'All automatic checks passed', 'boolean'],
  'checks.failed_count': ['不合格の自動チェックの数', 'Failed automatic checks', 'number'],
};

const SENTENCES = {
  ja: {
    origin: '補正を求めた段階',
    to: (title: string, why: string, failed: readonly string[]) =>
      `${why}、「${title}」へ進みます。${failed.length > 0 ? `不合格の自動チェック：${failed.join('、')}。` : ''}`,
    otherwise: 'ほかの行き先の条件に当てはまらないから',
  },
  en: {
    origin: 'the stage that asked for the correction',
    to: (title: string, why: string, failed: readonly string[]) =>
      `It goes to “${title}” ${why}.${failed.length > 0 ? ` Automatic checks that failed: ${failed.join(', ')}.` : ''}`,
    otherwise: 'because no other condition holds',
  },
} as const;

/**
 * Which of these routes is taken and why: the condition that held, the row of the routing table that fitted, or that
 * no other held. Failed automatic checks are named, because conditions see only how many there are.
 *
 * @param routes of a stage or of an action of it; the last has no condition
 * @param now the instant of the move; `today` of the conditions is its day
 */
export function explainRoute(
  procedure: Procedure,
  routes: readonly Route[],
  state: WorkflowState,
  application: ApplicationFacts,
  now: IsoInstant,
  language: Language,
): ExplainedRoute {
  const facts = workflowFacts(procedure, state, application, now);
  const { to, route, row } = routeFor(routes, facts);
  const words = SENTENCES[language];
  const fieldOf = workflowNamer(procedure, language);
  const condition = route.when && explainOrNull(route.when, facts);
  const reasons = condition ? [...conditionInWords(condition, fieldOf, language)] : [];
  if (route.kind === 'table' && row) {
    const fitted = inputsMatched(route, row.cells, (expression) => {
      const explanation = explainOrNull(expression, facts);
      return explanation ? inputsOf(explanation, fieldOf, language) : [];
    });
    reasons.push(
      ...fitted.map(({ title, value }) =>
        language === 'ja' ? `「${title}」が「${value}」` : `“${title}” is “${value}”`,
      ),
    );
  }
  const title = procedure.workflow.stages.get(to)?.title ?? words.origin;
  const failedChecks = state.checks.filter((check) => !check.passed).map((check) => check.title);
  const why = reasons.length > 0 ? because(reasons, language) : words.otherwise;
  return { to, title, reasons, failedChecks, sentence: words.to(title, why, failedChecks) };
}

/** The answers that a row of a routing table asks for; a blank cell asks for nothing. */
function inputsMatched(
  { match }: TableRoute,
  cells: readonly unknown[],
  read: (expression: TableRoute['match'][number]['value']) => readonly ExplainedInput[],
): readonly ExplainedInput[] {
  return match.flatMap(({ value }, index) => (cells[index] === null ? [] : read(value)));
}

/** Names of the answers, of the facts beside them, and of what staff filled in. */
function workflowNamer({ form, workflow }: Procedure, language: Language): FieldOf {
  const answers = fieldNamer(form, null);
  const actions = new Map([...workflow.stages.values()].flatMap((stage) => [...stage.actions]));
  return (name) => answers(name) ?? fact(name) ?? staffField(name);

  function fact(name: string): Named | null {
    const known = Object.hasOwn(FACTS, name) ? FACTS[name] : undefined;
    if (!known) return null;
    const [ja, en, kind] = known;
    return { path: name, title: language === 'ja' ? ja : en, kind, options: null, unit: null };
  }

  function staffField(name: string): Named | null {
    const [root, action = '', fieldName] = name.split('.');
    const schema = root === 'staff' ? actions.get(action)?.requires.fields : null;
    const found = schema ? staffFieldsOf(schema).find((one) => one.name === fieldName) : undefined;
    if (!found) return null;
    const kind = found.type === 'boolean' || found.type === 'number' ? found.type : 'text';
    const title = String(found.schema['title'] ?? name);
    return { path: name, title, kind, options: optionsOf(found.schema), unit: null };
  }
}

function optionsOf({ oneOf }: JsonSchema): readonly Option[] | null {
  if (!Array.isArray(oneOf)) return null;
  return oneOf.flatMap((option: unknown) =>
    isObject(option) ? [{ value: String(option['const']), title: String(option['title']) }] : [],
  );
}
