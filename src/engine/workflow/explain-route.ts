import { because, conditionInWords } from '../answers/condition-in-words.js';
import { type ExplainedInput, inputsOf } from '../answers/explain-computed.js';
import { explainOrNull } from '../answers/explained-place.js';
import type { Language } from '../problem-text/words.js';
import type { IsoInstant, Procedure } from '../procedure/procedure.js';
import { routeFor, targetsOf } from './route-for.js';
import { type ApplicationFacts, workflowFacts } from './workflow-facts.js';
import { workflowNamer } from './workflow-namer.js';
import type { Route, TableRoute } from './workflow.js';
import type { WorkflowState } from './review-state.js';

/** Where an application might have gone, and why it did not. */
export interface PassedOver {
  /** Titles of the stages, where a routing table has several. */
  readonly titles: readonly string[];
  readonly reasons: readonly string[];
}

/** Why an application goes where it goes. */
export interface ExplainedRoute {
  /** A stage name, or `@origin`. */
  readonly to: string;
  readonly title: string;
  /** What decided: parts of the condition that held, or the values that a row of a routing table fitted. */
  readonly reasons: readonly string[];
  /** Routes before it that led elsewhere, each with the part of its condition that did not hold. */
  readonly passedOver: readonly PassedOver[];
  /** Automatic checks that failed, by title. */
  readonly failedChecks: readonly string[];
  readonly sentence: string;
}

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
  const titleOf = (stage: string) => procedure.workflow.stages.get(stage)?.title ?? words.origin;
  const title = titleOf(to);
  const passedOver = routes.slice(0, routes.indexOf(route)).flatMap((before): readonly PassedOver[] => {
    const failed = before.when && explainOrNull(before.when, facts);
    const targets = targetsOf(before);
    if (!failed || failed.value === true || targets.includes(to)) return [];
    return [{ titles: targets.map(titleOf), reasons: conditionInWords(failed, fieldOf, language) }];
  });
  const failedChecks = state.checks.filter((check) => !check.passed).map((check) => check.title);
  const why = reasons.length > 0 ? because(reasons, language) : words.otherwise;
  return { to, title, reasons, passedOver, failedChecks, sentence: words.to(title, why, failedChecks) };
}

/** The answers that a row of a routing table asks for; a blank cell asks for nothing. */
function inputsMatched(
  { match }: TableRoute,
  cells: readonly unknown[],
  read: (expression: TableRoute['match'][number]['value']) => readonly ExplainedInput[],
): readonly ExplainedInput[] {
  return match.flatMap(({ value }, index) => (cells[index] === null ? [] : read(value)));
}
