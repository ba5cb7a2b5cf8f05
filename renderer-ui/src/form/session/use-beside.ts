import { useEffect, useRef } from 'react';
import { type Field, isUnanswered } from '../engine.js';
import { fieldPathOf, valueAt, withValueAt, type Pointer } from '../pointer.js';
import { useFormSession, useFormState, type FormSession } from './form-session.js';

/** The questions that stand beside one: in the same page, group or row. */
export interface Beside {
  readonly field: (name: string) => Field | null;
  readonly fields: () => readonly Field[];
  readonly value: (name: string) => unknown;
  readonly fill: (name: string, value: unknown) => void;
  /**
   * Fills in what is empty, or still as it was filled in here before. What somebody wrote is left alone.
   * @returns names of the questions that were left alone although they say something else
   */
  readonly propose: (values: ReadonlyMap<string, unknown>, replace?: boolean) => readonly string[];
}

/** Looks at the answers as they are when it is called, also from an answer that comes later. */
export function useBeside(pointer: Pointer): Beside {
  const session = useFormSession();
  const latest = useRef<FormSession>(session);
  useEffect(() => {
    latest.current = session;
  });
  const filled = useRef(new Map<string, unknown>());
  const container = pointer.slice(0, pointer.lastIndexOf('/'));
  const at = (name: string): Pointer => `${container}/${name}`;
  const field = (name: string): Field | null => session.form.fields.get(fieldPathOf(at(name))) ?? null;
  const value = (name: string): unknown => valueAt(latest.current.inHand.state.answers, at(name));
  const mayFill = (name: string): boolean =>
    field(name) !== null &&
    latest.current.inHand.state.evaluation.asked.has(at(name)) &&
    latest.current.correction?.isOpen(at(name)) !== false;
  const fill = (name: string, to: unknown): void => {
    if (mayFill(name)) latest.current.inHand.setAnswer(at(name), to);
  };
  return {
    field,
    fields: () => {
      const parent = fieldPathOf(container);
      const group = session.form.fields.get(parent);
      return group?.fields ?? session.form.pages.find((page) => page.name === parent)?.fields ?? [];
    },
    value,
    fill,
    propose(values, replace = false) {
      const left: string[] = [];
      const proposed: (readonly [Pointer, unknown])[] = [];
      for (const [name, to] of values) {
        if (!mayFill(name)) continue;
        const now = value(name);
        if (replace || isUnanswered(now) || now === filled.current.get(name)) {
          proposed.push([at(name), to]);
          filled.current.set(name, to);
        } else if (now !== to && !beginsWith(now, to)) left.push(name);
      }
      latest.current.inHand.update((answers) =>
        proposed.reduce((given, [place, to]) => withValueAt(given, place, to), answers),
      );
      return left;
    },
  };
}

/** The answer to a question beside one; the caller is drawn again when it becomes another. */
export function useAnswerBeside(pointer: Pointer, name: string | null): unknown {
  const container = pointer.slice(0, pointer.lastIndexOf('/'));
  return useFormState(({ answers }) =>
    name === null ? undefined : valueAt(answers, `${container}/${name}`),
  );
}

/** 「大手前1-2-3」 is what was proposed, and more. */
function beginsWith(now: unknown, proposed: unknown): boolean {
  return typeof now === 'string' && typeof proposed === 'string' && now.startsWith(proposed);
}
