import type { Locator } from 'playwright-core';

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
  count(): number;
}

type Kind = 'presses' | 'texts' | 'choices';
interface Step extends Record<Kind, number> {
  readonly title: string;
}

type Way = Pick<Hands, 'press' | 'write' | 'pick'>;

export function mouseHands(): Hands {
  const counter = new Counter('押す');
  return counter.hands({
    async press(what) {
      await what.click();
      counter.add('presses');
    },
    async write(where, text) {
      await where.fill(text);
      counter.add('texts');
    },
    async pick(where, option) {
      await where.selectOption({ label: await labelOf(where, option) });
      counter.add('choices');
    },
  });
}

/** The word of an option, which may be told by how it ends. */
export async function labelOf(list: Locator, option: string | RegExp): Promise<string> {
  if (typeof option === 'string') return option;
  return list.locator('option', { hasText: option }).innerText();
}

export class Counter {
  private readonly steps: Step[] = [];

  /** @param pressing what a press is called here: 押す, or キー */
  constructor(private readonly pressing: string) {}

  add(kind: Kind): void {
    const step = this.steps.at(-1);
    if (step) step[kind] += 1;
  }

  hands(way: Way): Hands {
    const { steps, pressing } = this;
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
      ...way,
      begin: (title) => void steps.push({ title, presses: 0, texts: 0, choices: 0 }),
      told: () =>
        [...steps, all()]
          .map((step) => {
            const { title, presses, texts, choices } = step;
            return `${String(sum(step)).padStart(4)}  ${title}（${pressing} ${presses}、書く ${texts}、選ぶ ${choices}）`;
          })
          .join('\n'),
      count: () => sum(all()),
    };
  }
}
