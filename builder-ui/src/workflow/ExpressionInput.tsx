import type { ReactNode } from 'react';
import { ConditionEditor } from '../expression/index.js';

interface ExpressionInputProps {
  readonly label: string;
  readonly support?: string | null;
  readonly value: string;
  /** A condition; else a value of any kind. */
  readonly isCondition?: boolean;
  readonly errors: readonly string[];
  readonly onChange: (value: string | null) => void;
}

const WORKFLOW = { of: 'workflow' } as const;

/** An expression of the review, by rows or in FEEL. */
export function ExpressionInput(props: ExpressionInputProps): ReactNode {
  const { label, support, value, isCondition = true, errors, onChange } = props;
  return (
    <div className="flow-expression">
      <ConditionEditor
        label={label}
        {...(support ? { support } : {})}
        value={value === '' ? null : value}
        at={WORKFLOW}
        wanted={isCondition ? 'boolean' : null}
        onChange={onChange}
      />
      {errors.length > 0 && <p className="tz-field__error">{errors.join(' ')}</p>}
    </div>
  );
}
