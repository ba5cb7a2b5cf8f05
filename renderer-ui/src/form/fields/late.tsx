import { createElement, type ComponentType, type ReactNode } from 'react';
import { comeLater, Spinner } from '../../ui/index.js';
import type { FieldInputProps, FieldType } from './field-type.js';

type Pieces = typeof import('./late-pieces.js');
type Support = NonNullable<FieldType['Support']>;

/** What the first questions of most forms do without. */
export const useLatePieces = comeLater(() => import('./late-pieces.js'));

/** An input that comes when it is needed, or when somebody begins to fill in. */
export function lateInput(
  pick: (pieces: Pieces) => ComponentType<FieldInputProps>,
): ComponentType<FieldInputProps> {
  return function LateInput(props: FieldInputProps): ReactNode {
    const pieces = useLatePieces(true);
    return pieces === null ? <Spinner /> : createElement(pick(pieces), props);
  };
}

/** A sentence that comes with its input. */
export function lateSupport(pick: (pieces: Pieces) => Support): Support {
  return function LateSupport(props): ReactNode {
    const pieces = useLatePieces(true);
    return pieces && createElement(pick(pieces), props);
  };
}
