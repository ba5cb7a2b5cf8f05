import type { ReactNode } from 'react';
import type { ListPlace, ProcedureLists } from '../../api/types.js';
import { ChoiceBox } from '../../ui/index.js';
import { useDeskTexts } from '../desk-texts.js';

interface ColumnToolsProps {
  readonly lists: ProcedureLists;
  readonly place: ListPlace;
  /** The columns in sight. */
  readonly columns: readonly string[];
  readonly onShow: (place: ListPlace) => void;
}

/** Which answers of the procedure stand in the list. */
export function ColumnTools({ lists, place, columns, onShow }: ColumnToolsProps): ReactNode {
  const texts = useDeskTexts().queue.tools;
  return (
    <details className="desk-tools__fold">
      <summary>{columns.length > 0 ? texts.columnsSome(columns.length) : texts.columns}</summary>
      <fieldset className="desk-tools__only">
        <legend className="tz-hidden">{texts.columns}</legend>
        {lists.fields.map(({ field, title }) => (
          <ChoiceBox
            key={field}
            kind="checkbox"
            checked={columns.includes(field)}
            onChange={(event) =>
              onShow({
                ...place,
                columns: lists.fields
                  .map((one) => one.field)
                  .filter((name) => (name === field ? event.target.checked : columns.includes(name))),
              })
            }
          >
            {title}
          </ChoiceBox>
        ))}
      </fieldset>
    </details>
  );
}
