import { useId, useState, type ReactNode } from 'react';
import {
  type Calculation,
  type ConditionGroup,
  type ExpressionPlace,
  type FeelType,
  readCalculation,
  readConditionRows,
  writeCalculation,
  writeConditionRows,
} from '#engine';
import { useExpressionTexts } from '../texts/expression.js';
import { CalculationEditor } from './CalculationEditor.js';
import { ExpressionBox } from './ExpressionBox.js';
import { RowsEditor } from './RowsEditor.js';
import { useScope } from './use-scope.js';
import './expression.css';

interface ConditionEditorProps {
  readonly label: string;
  /** The expression as it is in the file; null: there is none. */
  readonly value: string | null;
  /** What shall be in the file; null takes it away. Called once the author pauses. */
  readonly onChange: (value: string | null) => void;
  readonly at: ExpressionPlace;
  /** What must come out; null for anything. A condition by default, which alone can be written by rows. */
  readonly wanted?: FeelType['kind'] | null;
  /** A number that is worked out: by rows, too. */
  readonly isCalculation?: boolean;
  /** Under the label. */
  readonly support?: ReactNode;
}

/**
 * A condition or formula: by rows (field, comparison, value) or in FEEL. Both write the same expression, and what rows
 * cannot show is opened as a formula and says so.
 */
export function ConditionEditor(props: ConditionEditorProps): ReactNode {
  const { label, value, onChange, at, wanted = 'boolean', isCalculation = false, support } = props;
  const texts = useExpressionTexts();
  const { scope, facts } = useScope(at);
  const id = useId();
  const rows: ConditionGroup | null = value === null ? { join: 'all', tests: [] } : readConditionRows(value);
  const calculation: Calculation | null = value === null ? NOTHING : readCalculation(value);
  const mayUseRows = wanted === 'boolean' || isCalculation;
  const shown = isCalculation ? calculation : rows;
  const [way, setWay] = useState<'rows' | 'text'>(shown && mayUseRows ? 'rows' : 'text');
  const isByRows = mayUseRows && way === 'rows' && shown !== null;
  return (
    <fieldset className="builder-condition" aria-describedby={support ? `${id}-support` : undefined}>
      <legend className="tz-field__label">{label}</legend>
      {support && (
        <div id={`${id}-support`} className="tz-field__support">
          {support}
        </div>
      )}
      {mayUseRows && (
        <div className="builder-switch" role="group" aria-label={texts.ways(label)}>
          <button type="button" aria-pressed={isByRows} onClick={() => setWay('rows')}>
            {texts.byRows}
          </button>
          <button type="button" aria-pressed={!isByRows} onClick={() => setWay('text')}>
            {texts.byText}
          </button>
        </div>
      )}
      {mayUseRows && way === 'rows' && shown === null && <p className="builder-small">{texts.tooRich}</p>}
      {isByRows && isCalculation && calculation ? (
        <CalculationEditor
          calculation={calculation}
          facts={facts}
          onChange={(next) => onChange(writeCalculation(next) || null)}
        />
      ) : isByRows && rows ? (
        <RowsEditor
          group={rows}
          facts={facts}
          onChange={(group) => onChange(writeConditionRows(group) || null)}
        />
      ) : (
        <ExpressionBox
          label={label}
          value={value ?? ''}
          scope={scope}
          facts={facts}
          at={at}
          wanted={wanted}
          onChange={(text) => onChange(text.trim() === '' ? null : text)}
        />
      )}
    </fieldset>
  );
}

const NOTHING: Calculation = { terms: [], rounding: null, atMost: null, atLeast: null };
