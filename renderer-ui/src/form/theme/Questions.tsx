import type { ComponentType, ReactNode } from 'react';
import type { Field } from '../engine.js';
import { useFormSession } from '../session/form-session.js';
import type { ContainerProps, QuestionsProps } from './container-props.js';
import { Group } from './Group.js';
import { Question } from './Question.js';
import { Rows } from './Rows.js';

/** What holds other questions; all else is one question. */
const CONTAINERS: Readonly<Partial<Record<Field['kind'], ComponentType<ContainerProps>>>> = {
  group: Group,
  rows: Rows,
};

/** Those of the questions that are asked now. Rows of one repeat may differ in what they ask. */
export function Questions({ fields, at }: QuestionsProps): ReactNode {
  const { evaluation } = useFormSession();
  return fields.map((field) => {
    const pointer = `${at}/${field.name}`;
    if (!evaluation.asked.has(pointer)) return null;
    const Container = CONTAINERS[field.kind];
    return Container ? (
      <Container key={field.name} field={field} pointer={pointer} Inside={Questions} />
    ) : (
      <Question key={field.name} field={field} pointer={pointer} />
    );
  });
}
