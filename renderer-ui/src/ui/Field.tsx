import { useId, type ReactNode } from 'react';
import { useUiTexts } from '../texts/index.js';

/** What a control needs to be named, described and marked wrong. Spread it on the control. */
export interface ControlAttributes {
  readonly id: string;
  readonly 'aria-describedby': string | undefined;
  readonly 'aria-invalid': true | undefined;
  readonly 'aria-required': true | undefined;
}

interface FieldProps {
  readonly label: ReactNode;
  readonly id?: string;
  readonly required?: boolean;
  readonly support?: ReactNode;
  /** Under the control, on request: why this is asked. */
  readonly why?: ReactNode;
  readonly errors?: readonly string[];
  readonly warnings?: readonly string[];
  /** A set of controls: fieldset and legend instead of a label. */
  readonly group?: boolean;
  readonly children: (control: ControlAttributes) => ReactNode;
}

/** Label, need, support text, control, error: the one order, on every screen. */
export function Field(props: FieldProps): ReactNode {
  const {
    label,
    required = false,
    support,
    why,
    errors = [],
    warnings = [],
    group = false,
    children,
  } = props;
  const ownId = useId();
  const id = props.id ?? ownId;
  const parts = {
    support: support ? `${id}-support` : null,
    error: errors.length > 0 ? `${id}-error` : null,
    warning: warnings.length > 0 ? `${id}-warning` : null,
  };
  const describedBy = [parts.support, parts.error, parts.warning].filter(Boolean).join(' ') || undefined;
  const control: ControlAttributes = {
    id,
    'aria-describedby': describedBy,
    'aria-invalid': errors.length > 0 || undefined,
    'aria-required': required || undefined,
  };
  const body = (
    <>
      {parts.support && (
        <div id={parts.support} className="tz-field__support">
          {support}
        </div>
      )}
      {children(control)}
      {parts.error && <FieldErrors id={parts.error} errors={errors} />}
      {parts.warning && <FieldWarnings id={parts.warning} warnings={warnings} />}
      {why}
    </>
  );
  return group ? (
    <fieldset className="tz-field" aria-describedby={describedBy}>
      <legend className="tz-field__label">
        {label}
        <Need required={required} />
      </legend>
      {body}
    </fieldset>
  ) : (
    <div className="tz-field">
      <label className="tz-field__label" htmlFor={id}>
        {label}
        <Need required={required} />
      </label>
      {body}
    </div>
  );
}

/** 「※必須」 in words; what is not required carries no mark. */
export function Need({ required }: { readonly required: boolean }): ReactNode {
  const texts = useUiTexts();
  return required ? <span className="tz-field__required">{texts.required}</span> : null;
}

export function FieldErrors({
  id,
  errors,
}: {
  readonly id: string;
  readonly errors: readonly string[];
}): ReactNode {
  const texts = useUiTexts();
  return (
    <div id={id} className="tz-field__error">
      {errors.map((error) => (
        <p key={error}>
          {texts.errorMark}
          {error}
        </p>
      ))}
    </div>
  );
}

/** What should be looked at but does not stop anyone. */
export function FieldWarnings({
  id,
  warnings,
}: {
  readonly id: string;
  readonly warnings: readonly string[];
}): ReactNode {
  const texts = useUiTexts();
  return (
    <div id={id} className="tz-field__warning">
      <div>
        {warnings.map((warning) => (
          <p key={warning}>
            <strong>{texts.tones.warning}: </strong>
            {warning}
          </p>
        ))}
      </div>
    </div>
  );
}
