import { useId, useState, type ReactNode } from 'react';
import { useFieldsTexts, useLanguage } from '../../texts/index.js';
import { Button, Buttons, Dialog, Field as FieldFrame, TextArea } from '../../ui/index.js';
import { answerText, type Field, type Form } from '../engine.js';
import { columnsOf, readTable, type PastedRow } from './read-table.js';

/** Lines shown before they are added; the rest is counted. */
const MOST_SHOWN = 20;

interface PasteRowsProps {
  readonly form: Form;
  readonly list: Field;
  /** How many rows may still be added, and how many there may be in all. */
  readonly room: number;
  readonly most: number;
  readonly onAdd: (rows: readonly Readonly<Record<string, unknown>>[]) => void;
  readonly onClose: () => void;
}

/** A table from a spreadsheet: pasted, looked at with what is wrong in it, and added. Nothing is dropped unsaid. */
export default function PasteRows({ form, list, room, most, onAdd, onClose }: PasteRowsProps): ReactNode {
  const texts = useFieldsTexts().rows;
  const [text, setText] = useState('');
  const read = text.trim() === '' ? [] : readTable(text, list);
  const taken = read.slice(0, room);
  const faulty = taken.filter(hasFault).length;
  const columns = columnsOf(list);
  return (
    <Dialog title={texts.pasteTitle(list.title)} open wide onClose={onClose}>
      <FieldFrame
        label={texts.pasteBox}
        support={texts.pasteHow(columns.map(({ title }) => title).join('・'))}
        errors={read.length > room ? [texts.pasteTooMany(most, read.length - room)] : []}
      >
        {(control) => (
          <TextArea
            {...control}
            rows={6}
            spellCheck={false}
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
        )}
      </FieldFrame>
      <p role="status">{read.length > 0 ? texts.pasteCount(taken.length, faulty) : ''}</p>
      {taken.length > 0 && <Preview form={form} columns={columns} rows={taken} />}
      <Buttons>
        <Button
          look="primary"
          blocked={taken.length === 0}
          onClick={() => onAdd(taken.map(({ answers }) => answers))}
        >
          {texts.pasteAdd(taken.length)}
        </Button>
        <Button onClick={onClose}>{texts.pasteCancel}</Button>
      </Buttons>
    </Dialog>
  );
}

function hasFault({ unread, missing, left }: PastedRow): boolean {
  return unread.length + missing.length + left.length > 0;
}

interface PreviewProps {
  readonly form: Form;
  readonly columns: readonly Field[];
  readonly rows: readonly PastedRow[];
}

/** Rows with something to look at come first: of 500 nobody reads all. */
function Preview({ form, columns, rows }: PreviewProps): ReactNode {
  const texts = useFieldsTexts().rows;
  const language = useLanguage();
  const headingId = useId();
  const numbered = rows.map((row, index) => ({ row, number: index + 1 }));
  const shown = [
    ...numbered.filter(({ row }) => hasFault(row)),
    ...numbered.filter(({ row }) => !hasFault(row)),
  ].slice(0, MOST_SHOWN);
  return (
    <section aria-labelledby={headingId}>
      <h3 id={headingId} className="tz-paste__title">
        {texts.pastePreview}
      </h3>
      <div className="tz-paste__table" role="region" aria-labelledby={headingId} tabIndex={0}>
        <table>
          <thead>
            <tr>
              <th scope="col">{texts.pasteRow}</th>
              {columns.map((field) => (
                <th key={field.name} scope="col">
                  {field.title}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.map(({ row, number }) => (
              <tr key={number} className={hasFault(row) ? 'tz-paste__faulty' : undefined}>
                <th scope="row">{number}</th>
                {columns.map((field) => (
                  <td key={field.name}>
                    {row.answers[field.name] === undefined
                      ? ''
                      : answerText(form, field, row.answers[field.name], language)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <ul className="tz-paste__faults">
        {shown.flatMap(({ row, number }) =>
          faultsOf(row, texts).map((fault, index) => (
            <li key={`${number}-${index}`}>
              {texts.pasteRow} {number}: {fault}
            </li>
          )),
        )}
      </ul>
    </section>
  );
}

function faultsOf(
  { unread, missing, left }: PastedRow,
  texts: ReturnType<typeof useFieldsTexts>['rows'],
): string[] {
  return [
    ...unread.map(({ field, text }) => texts.pasteFault(field.title, text)),
    ...missing.map(({ title }) => texts.pasteMissing(title)),
    ...left.map((text) => texts.pasteLost(text)),
  ];
}
