import type { Answers } from '../answers/answers.js';
import { isMembers, ownValue } from '../answers/members.js';

/** Every pointer that a pointer with `*` for a row stands for in these answers. */
export function pointersOf(answers: Answers, template: string): readonly string[] {
  const at = template.indexOf('/*');
  if (at === -1) return [template];
  const rows = valueAt(answers, template.slice(0, at));
  return Array.isArray(rows)
    ? rows.map((_, row) => template.slice(0, at) + `/${row}` + template.slice(at + 2))
    : [];
}

export function valueAt(answers: unknown, pointer: string): unknown {
  return pointer
    .split('/')
    .slice(1)
    .reduce<unknown>(
      (value, name) => (Array.isArray(value) ? (value[Number(name)] as unknown) : ownValue(value, name)),
      answers,
    );
}

/** The same answers with one of them changed; undefined takes it away. */
export function withValue(answers: Answers, pointer: string, value: unknown): Answers {
  return changed(answers, pointer.split('/').slice(1), value) as Answers;
}

function changed(container: unknown, [name = '', ...rest]: readonly string[], value: unknown): unknown {
  const inside = (old: unknown) => (rest.length === 0 ? value : changed(old, rest, value));
  if (Array.isArray(container)) {
    return container.map((item: unknown, index) => (String(index) === name ? inside(item) : item));
  }
  const members = isMembers(container) ? container : {};
  const made = inside(ownValue(members, name));
  if (made !== undefined) return { ...members, [name]: made };
  const { [name]: _gone, ...others } = members;
  return others;
}
