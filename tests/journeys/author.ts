import type { Locator, Page } from 'playwright-core';

/** What an author does with their hands, counted: the fewer, the better the builder. */
export interface Hands {
  press(what: Locator): Promise<void>;
  /** Writes over whatever stands there. */
  write(where: Locator, text: string): Promise<void>;
  pick(where: Locator, option: string | RegExp): Promise<void>;
  /** What follows belongs to this step. */
  begin(step: string): void;
  /** One line for each step, and the sum. */
  told(): string;
  readonly count: number;
}

type Kind = 'presses' | 'texts' | 'choices';
interface Step extends Record<Kind, number> {
  readonly title: string;
}

export function mouseHands(page: Page): Hands {
  const steps: Step[] = [];
  const done = (kind: Kind): void => {
    const step = steps.at(-1);
    if (step) step[kind] += 1;
  };
  const sum = ({ presses, texts, choices }: Step): number => presses + texts + choices;
  const all = (): Step =>
    steps.reduce(
      (before, step) => ({
        title: '合計',
        presses: before.presses + step.presses,
        texts: before.texts + step.texts,
        choices: before.choices + step.choices,
      }),
      { title: '合計', presses: 0, texts: 0, choices: 0 },
    );
  return {
    begin: (title) => void steps.push({ title, presses: 0, texts: 0, choices: 0 }),
    async press(what) {
      await what.click();
      done('presses');
    },
    async write(where, text) {
      await where.fill(text);
      done('texts');
    },
    async pick(where, option) {
      const label =
        typeof option === 'string' ? option : await where.locator('option', { hasText: option }).innerText();
      await where.selectOption({ label });
      done('choices');
    },
    told: () =>
      [...steps, all()]
        .map((step) => {
          const { title, presses, texts, choices } = step;
          return `${String(sum(step)).padStart(4)}  ${title}（押す ${presses}、書く ${texts}、選ぶ ${choices}）`;
        })
        .join('\n'),
    get count() {
      return sum(all());
    },
  };
}
