import type { ComponentType } from 'react';
import type { Field } from '../engine.js';
import type { Pointer } from '../pointer.js';

export interface QuestionsProps {
  /** In the author's order. */
  readonly fields: readonly Field[];
  /** Of the page, group or row they stand in. */
  readonly at: Pointer;
}

/** What a group and a repeat are drawn from. */
export interface ContainerProps {
  readonly field: Field;
  readonly pointer: Pointer;
  /** Draws the questions inside; handed in, because they may hold a group again. */
  readonly Inside: ComponentType<QuestionsProps>;
}
