import type { Answers } from '#engine';

/** The answer to a question outside of repeats, by its dotted path; undefined where there is none. */
export function valueAt(answers: Answers, path: string): unknown {
  return path.split('.').reduce<unknown>((inside, name) => {
    const members = typeof inside === 'object' && inside !== null ? inside : {};
    return Object.hasOwn(members, name) ? (members as Answers)[name] : undefined;
  }, answers);
}
