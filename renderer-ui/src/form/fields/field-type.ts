import type { ComponentType, ReactNode } from 'react';
import type { ControlAttributes } from '../../ui/index.js';
import type { Field, FieldHints } from '../engine.js';
import type { Pointer } from '../pointer.js';
import type { FieldMessages } from '../session/collect-messages.js';

export interface FieldInputProps {
  readonly field: Field;
  readonly pointer: Pointer;
  readonly hints: FieldHints;
  readonly control: ControlAttributes;
  readonly value: unknown;
  /** undefined = not answered. Something half typed is handed on as it is; the engine says what is wrong with it. */
  readonly onChange: (value: unknown) => void;
  readonly onLeave: () => void;
  readonly messages: FieldMessages;
  /** Help, example and source, for a type that draws its own frame; undefined where there are none. */
  readonly support: ReactNode;
}

export interface FieldWordsProps {
  readonly field: Field;
  readonly value: unknown;
}

/**
 * One way to ask and to print an answer. A new one is a folder under `fields/` and a line in `field-types.ts`; the
 * first type in that list that fits a field draws it.
 */
export interface FieldType {
  readonly name: string;
  readonly fits: (field: Field, hints: FieldHints) => boolean;
  /** `label` for one control, `group` for several (fieldset and legend), `own` when the input draws its label itself. */
  readonly frame: 'label' | 'group' | 'own';
  readonly Input: ComponentType<FieldInputProps>;
  /** The answer for confirmation, my page and the desk; left out: as text. */
  readonly Words?: ComponentType<FieldWordsProps>;
  /** A sentence the type itself adds under the author's description, from the field's own limits. */
  readonly Support?: ComponentType<{ readonly field: Field }>;
}
