import { EvaluationError } from '../expression/index.js';
import type { IsoInstant, Procedure } from '../procedure/procedure.js';
import type { ApplicationFacts } from '../workflow/workflow-facts.js';
import { workflowFacts } from '../workflow/workflow-facts.js';
import type { Highlight } from '../workflow/workflow.js';
import type { WorkflowState } from '../workflow/review-state.js';
import { choiceTitles } from './choice-titles.js';
import { printedText, UnprintableTextError } from './printed-text.js';

export interface PrintedHighlight {
  readonly title: string;
  readonly text: string;
  readonly public: boolean;
}

/**
 * The highlights that hold now, in the order of the file, with their values as a notice prints them. One without a
 * value is left out. So is one that cannot be evaluated or printed: a line in a nutshell never keeps a case from opening.
 */
export function printHighlights(
  procedure: Procedure,
  state: WorkflowState,
  application: ApplicationFacts,
  now: IsoInstant,
): readonly PrintedHighlight[] {
  const facts = workflowFacts(procedure, state, application, now);
  const textOf = ({ value, when }: Highlight): string => {
    if (when && when.evaluate(facts) !== true) return '';
    const named = value.reads[0] === value.source;
    const titles = named ? choiceTitles(procedure.form, procedure.workflow, value.source) : undefined;
    return printedText(value.evaluate(facts), value.source, titles);
  };
  return procedure.workflow.highlights
    .filter(({ stages }) => stages.length === 0 || stages.includes(state.stage))
    .map((highlight) => ({
      title: highlight.title,
      text: orNothing(() => textOf(highlight)),
      public: highlight.public,
    }))
    .filter(({ text }) => text !== '');
}

function orNothing(print: () => string): string {
  try {
    return print();
  } catch (error) {
    if (error instanceof EvaluationError || error instanceof UnprintableTextError) return '';
    throw error;
  }
}
