import type { ReactNode } from 'react';
import { SummaryLink } from '../../../ui/index.js';
import type { Pointer } from '../../../form/index.js';
import { answerId } from './answer-outline.js';

/** Leads the eye and the focus to an answer of this page. */
export function AnswerLink({
  path,
  children,
}: {
  readonly path: Pointer;
  readonly children: string;
}): ReactNode {
  return (
    <span className="desk-answer-link">
      <SummaryLink id={answerId(path)} text={children} />
    </span>
  );
}
