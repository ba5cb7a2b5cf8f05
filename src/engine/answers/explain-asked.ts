import type { Language } from '../problem-text/words.js';
import type { Form } from '../procedure/procedure.js';
import type { Evaluation } from './answers.js';
import { because, conditionInWords } from './condition-in-words.js';
import { explainedPlace } from './explained-place.js';
import { locateStep } from './locate-step.js';
import { fieldPathAt } from './resolve-pointer.js';

/** Why a question is asked, or is not. */
export interface ExplainedAsking {
  readonly title: string;
  readonly isAsked: boolean;
  /** The parts of the condition that decided: 「事業の形」が「法人」. Empty where there is no condition. */
  readonly reasons: readonly string[];
  readonly sentence: string;
}

const SENTENCES = {
  ja: {
    always: (title: string) => `「${title}」は、すべての方に聞いています。`,
    asked: (title: string, why: string) => `${why}、「${title}」を聞いています。`,
    notAsked: (title: string, why: string) => `${why}、「${title}」は聞いていません。`,
  },
  en: {
    always: (title: string) => `“${title}” is asked of everybody.`,
    asked: (title: string, why: string) => `“${title}” is asked ${why}.`,
    notAsked: (title: string, why: string) => `“${title}” is not asked ${why}.`,
  },
} as const;

/**
 * Why the page, group, repeat or question at a pointer is asked. Of what it stands in, the outermost that is not asked
 * decides; if all is asked, the innermost condition is the reason. Null for a place that the form does not have.
 *
 * @param pointer JSON Pointer, rows by number: `/store/karaoke`, `/sales/rows/0/reason`
 */
export function explainAsked(
  form: Form,
  pointer: string,
  evaluation: Evaluation,
  language: Language,
): ExplainedAsking | null {
  const at = locateStep(form.plan, pointer);
  if (at?.pointer !== pointer) return null;
  // The plan has the form's own words; a form in another language has them in its pages and fields.
  const named =
    form.fields.get(fieldPathAt(pointer)) ?? form.pages.find(({ name }) => pointer === `/${name}`);
  const title = named?.title ?? '';
  const isAsked = evaluation.asked.has(pointer);
  const chain = containersOf(pointer).flatMap((place) => {
    const found = locateStep(form.plan, place);
    return found?.pointer === place && found.step.askWhen ? [{ place, askWhen: found.step.askWhen }] : [];
  });
  const decided = isAsked ? chain.at(-1) : chain.find(({ place }) => !evaluation.asked.has(place));
  const words = SENTENCES[language];
  if (!decided) return { title, isAsked, reasons: [], sentence: words.always(title) };
  const { fieldOf, explain } = explainedPlace(form, decided.place, evaluation);
  const explanation = explain(decided.askWhen);
  const reasons = explanation ? conditionInWords(explanation, fieldOf, language) : [];
  const why = because(reasons, language);
  return {
    title,
    isAsked,
    reasons,
    sentence: isAsked ? words.asked(title, why) : words.notAsked(title, why),
  };
}

/** `/a/b/c` → `/a`, `/a/b`, `/a/b/c`. */
function containersOf(pointer: string): readonly string[] {
  const steps = pointer.split('/').slice(1);
  return steps.map((_step, index) => `/${steps.slice(0, index + 1).join('/')}`);
}
