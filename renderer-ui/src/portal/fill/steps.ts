import type { Evaluation, Form, Page, Problem } from '../../form/index.js';
import { pageHasErrors } from '../../form/index.js';
import type { Step, StepState } from '../../ui/index.js';

export const CONFIRM = 'confirm';

/** Pages that are asked now, in the order of the form. In a correction: those with something to change or to mend. */
export function askedPages(
  form: Form,
  asked: Evaluation['asked'],
  problems: readonly Problem[],
  isOpen: ((page: Page) => boolean) | null,
): readonly Page[] {
  return form.pages.filter(
    (page) =>
      asked.has(`/${page.name}`) && (isOpen === null || isOpen(page) || pageHasErrors(problems, page.name)),
  );
}

interface StepsInput {
  readonly draftId: string;
  readonly pages: readonly Page[];
  readonly current: string;
  readonly problems: readonly Problem[];
  readonly visited: ReadonlySet<string>;
  /** Names of pages on which something is answered. */
  readonly given: ReadonlySet<string>;
  readonly confirmTitle: string;
}

export function stepsOf(input: StepsInput): Step[] {
  const steps = input.pages.map((page) => ({
    key: page.name,
    title: page.title,
    state: stateOf(page.name, input),
    current: page.name === input.current,
    to: `/drafts/${input.draftId}/${page.name}`,
  }));
  const confirm: Step = {
    key: CONFIRM,
    title: input.confirmTitle,
    state: 'todo',
    current: input.current === CONFIRM,
    to: `/drafts/${input.draftId}/${CONFIRM}`,
  };
  return [...steps, confirm];
}

/** A page somebody has been to is done or needs attention; another one is done only if its answers already hold. */
function stateOf(page: string, { problems, visited, given }: StepsInput): StepState {
  const wrong = pageHasErrors(problems, page);
  if (visited.has(page)) return wrong ? 'attention' : 'done';
  return !wrong && given.has(page) ? 'done' : 'todo';
}
