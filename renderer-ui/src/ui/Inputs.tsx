import type { ComponentProps, CSSProperties, ReactNode } from 'react';

type Plain<T extends 'input' | 'textarea' | 'select'> = Omit<
  ComponentProps<T>,
  'className' | 'placeholder' | 'disabled'
>;

export interface Choice {
  readonly value: string;
  readonly label: string;
}

/** `chars` makes the box as wide as the answer is long. There is no placeholder: support text stands above. */
export function TextInput({ chars, ...rest }: Plain<'input'> & { readonly chars?: number }): ReactNode {
  return (
    <input
      {...rest}
      type={rest.type ?? 'text'}
      className={chars === undefined ? 'tz-input' : 'tz-input tz-input--chars'}
      style={chars === undefined ? undefined : wide(chars)}
    />
  );
}

/** Set through the CSSOM, which the content policy allows. */
function wide(chars: number): CSSProperties {
  return { '--chars': chars } as CSSProperties;
}

export function TextArea(props: Plain<'textarea'>): ReactNode {
  return <textarea rows={5} {...props} className="tz-textarea" />;
}

/** `empty` is the line for "nothing chosen yet". */
export function Select(
  props: Plain<'select'> & { readonly choices: readonly Choice[]; readonly empty?: string },
): ReactNode {
  const { choices, empty, ...rest } = props;
  return (
    <select {...rest} className="tz-select">
      {empty !== undefined && <option value="">{empty}</option>}
      {choices.map((choice) => (
        <option key={choice.value} value={choice.value}>
          {choice.label}
        </option>
      ))}
    </select>
  );
}

type BoxProps = Omit<ComponentProps<'input'>, 'className' | 'type' | 'disabled'> & {
  readonly kind: 'radio' | 'checkbox';
  readonly framed?: boolean;
  readonly children: ReactNode;
};

/** A radio button or a checkbox; the whole line is the target. */
export function ChoiceBox({ kind, framed, children, ...rest }: BoxProps): ReactNode {
  return (
    <label className={framed ? 'tz-choice tz-choice--framed' : 'tz-choice'}>
      <input {...rest} type={kind} className="tz-choice__box" />
      <span>{children}</span>
    </label>
  );
}
