import { createElement, type ComponentProps, type ComponentType, type ReactNode } from 'react';
import * as late from '../../form/fields/late.js';

export { lateSupport } from '../../form/fields/late.js';

let drawn = false;

/** Whether any was drawn since this was asked last; a drawing is one task. */
export function drewLateInputs(): boolean {
  const answer = drawn;
  drawn = false;
  return answer;
}

/** In the place of the hook of the same name: notes who cannot do without. */
export const useLatePieces = Object.assign((neededNow: boolean) => {
  drawn ||= neededNow;
  return late.useLatePieces(neededNow);
}, late.useLatePieces);

export function lateInput(pick: Parameters<typeof late.lateInput>[0]): ReturnType<typeof late.lateInput> {
  const Input: ComponentType<ComponentProps<ReturnType<typeof late.lateInput>>> = late.lateInput(pick);
  return function NotedInput(props): ReactNode {
    drawn = true;
    return createElement(Input, props);
  };
}
