import { memo, type ReactNode } from 'react';
import { useFieldsTexts, useFormTexts, useLanguage } from '../../texts/index.js';
import { Button, InJapanese } from '../../ui/index.js';
import { answerText, type Field, type Form, isUnanswered } from '../engine.js';
import { valueAt } from '../pointer.js';

/** As many answers as tell one row from another. */
const MOST_TOLD = 3;

interface ClosedRowProps {
  readonly form: Form;
  readonly list: Field;
  readonly row: unknown;
  readonly rowKey: string;
  readonly index: number;
  readonly onOpen: (key: string, index: number) => void;
}

/** One row of many in one line. Drawn again only when the row itself changes. */
export const ClosedRow = memo(function ClosedRow(props: ClosedRowProps): ReactNode {
  const { form, list, row, rowKey, index, onOpen } = props;
  const texts = useFormTexts();
  const fieldsTexts = useFieldsTexts().rows;
  const language = useLanguage();
  const told = list.fields
    .map((field) => ({ field, value: valueAt(row, `/${field.name}`) }))
    .filter(({ value }) => !isUnanswered(value))
    .slice(0, MOST_TOLD)
    .map(({ field, value }) => answerText(form, field, value, language));
  return (
    <div className="tz-rows__closed">
      <p>
        <span className="tz-rows__number-of">{texts.rows.nth(index + 1)}</span>
        <InJapanese>{told.length === 0 ? fieldsTexts.empty : told.join(' / ')}</InJapanese>
      </p>
      <Button look="text" size="small" onClick={() => onOpen(rowKey, index)}>
        {fieldsTexts.open(index + 1)}
      </Button>
    </div>
  );
});
