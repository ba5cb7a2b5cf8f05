const buttonIn = (answer: Element | null | undefined, mark: string): HTMLElement | null =>
  answer?.querySelector<HTMLElement>(`[data-mark="${mark}"]`) ?? null;

/**
 * By the keyboard: marks the answer in which the focus is, and goes on to the next once it is checked. Where the focus is
 * elsewhere, it goes to the first answer that is not marked.
 */
export function markAnswer(mark: 'checked' | 'defect'): void {
  const answers = [...document.querySelectorAll('.desk-answer:has(.desk-annotate)')];
  const here = document.activeElement?.closest('.desk-answer');
  if (!here) {
    const next = answers.find((answer) => !answer.querySelector('[data-mark][aria-pressed="true"]'));
    buttonIn(next, mark)?.focus();
    return;
  }
  const button = buttonIn(here, mark);
  if (button?.ariaPressed !== 'true' || mark === 'defect') button?.click();
  if (mark === 'checked') buttonIn(answers[answers.indexOf(here) + 1], mark)?.focus();
}
