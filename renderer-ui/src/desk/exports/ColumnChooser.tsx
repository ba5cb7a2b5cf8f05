import { type ReactNode } from 'react';
import type { ExportContent, ExportOffer } from '../../api/types.js';
import { useExportsTexts } from '../../texts/index.js';
import { ChoiceBox, Disclosure, Field } from '../../ui/index.js';
import { toggled } from './export-form.js';

interface ColumnChooserProps {
  readonly offer: ExportOffer;
  readonly columns: ExportContent['columns'];
  readonly errors: readonly string[];
  readonly onChange: (columns: ExportContent['columns']) => void;
}

/** Every column, or those that are ticked; sheet by sheet. */
export function ColumnChooser({ offer, columns, errors, onChange }: ColumnChooserProps): ReactNode {
  const texts = useExportsTexts();
  const keys = offer.columns.map(({ key }) => key);
  const sheets = [...new Set(offer.columns.map(({ sheet }) => sheet))];
  const chosen = columns ?? keys;
  return (
    <Field label={texts.columns} group id="export-columns" errors={errors}>
      {() => (
        <>
          <ChoiceBox kind="radio" name="columns" checked={columns === null} onChange={() => onChange(null)}>
            {texts.columnsAll}
          </ChoiceBox>
          <ChoiceBox
            kind="radio"
            name="columns"
            id="export-columns"
            checked={columns !== null}
            onChange={() => onChange(columns ?? keys)}
          >
            {texts.columnsSome}
          </ChoiceBox>
          {columns !== null && (
            <div className="desk-exports__columns">
              <p role="status">{texts.columnsChosen(columns.length, keys.length)}</p>
              {sheets.map((sheet) => {
                const own = offer.columns.filter((column) => column.sheet === sheet);
                const title = own[0]?.sheetTitle ?? '';
                const every = own.every(({ key }) => chosen.includes(key));
                return (
                  <Disclosure
                    key={sheet ?? ''}
                    small
                    summary={sheet === null ? title : texts.sheetRows(title)}
                  >
                    <ChoiceBox
                      kind="checkbox"
                      checked={every}
                      onChange={({ target }) =>
                        onChange(
                          keys.filter((key) =>
                            own.some((column) => column.key === key) ? target.checked : chosen.includes(key),
                          ),
                        )
                      }
                    >
                      {texts.everyOf(title)}
                    </ChoiceBox>
                    <div className="desk-exports__grid">
                      {own.map(({ key, title: label, retired, masked }) => (
                        <ChoiceBox
                          key={key}
                          kind="checkbox"
                          checked={chosen.includes(key)}
                          onChange={({ target }) => onChange(toggled(keys, chosen, key, target.checked))}
                        >
                          {label}
                          {(retired || masked) && (
                            <span className="desk-small tz-quiet">
                              {' '}
                              {retired ? texts.retired : texts.masked}
                            </span>
                          )}
                        </ChoiceBox>
                      ))}
                    </div>
                  </Disclosure>
                );
              })}
            </div>
          )}
        </>
      )}
    </Field>
  );
}
