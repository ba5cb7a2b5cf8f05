import type { ReactNode } from 'react';
import { useFormTexts } from '../../texts/index.js';
import type { Field, Form, Page } from '../engine.js';
import type { Pointer } from '../pointer.js';
import type { FormFiles } from '../session/form-session.js';
import { AnswerWords } from './AnswerWords.js';

interface AnswersViewProps {
  readonly form: Form;
  /** As stored: pruned, with computed values. */
  readonly answers: Readonly<Record<string, unknown>>;
  readonly files: Pick<FormFiles, 'attachments' | 'address'>;
  /** Also shows asked questions that have no answer. */
  readonly asked?: ReadonlySet<Pointer>;
  /** Covers sensitive answers. */
  readonly mask?: boolean;
  /** Beside the heading of a page: a link that leads back to it. */
  readonly pageAction?: (page: Page) => ReactNode;
  /** Under an answer: a warning, a comment, a tick box of the desk. */
  readonly note?: (pointer: Pointer, field: Field) => ReactNode;
  /** Level of the page headings; groups and rows go one deeper. */
  readonly level?: 2 | 3;
}

/** All answers, page by page, read-only. */
export function AnswersView(props: AnswersViewProps): ReactNode {
  const { form, answers, asked, pageAction, level = 2 } = props;
  const Heading = level === 2 ? 'h2' : 'h3';
  return form.pages
    .filter((page) => answers[page.name] !== undefined || asked?.has(`/${page.name}`) === true)
    .map((page) => (
      <section key={page.name} className="tz-answers" aria-labelledby={`answers-${page.name}`}>
        <div className="tz-answers__head">
          <Heading id={`answers-${page.name}`} className="tz-heading">
            {page.title}
          </Heading>
          {pageAction?.(page)}
        </div>
        <FieldList {...props} fields={page.fields} value={answers[page.name]} pointer={`/${page.name}`} />
      </section>
    ));
}

interface FieldListProps extends AnswersViewProps {
  readonly fields: readonly Field[];
  readonly value: unknown;
  readonly pointer: Pointer;
}

function FieldList({ fields, value, pointer, ...props }: FieldListProps): ReactNode {
  const given =
    typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {};
  return (
    <dl className="tz-list">
      {fields
        .filter(
          (field) => given[field.name] !== undefined || props.asked?.has(`${pointer}/${field.name}`) === true,
        )
        .map((field) => (
          <Entry
            {...props}
            key={field.name}
            field={field}
            value={given[field.name]}
            pointer={`${pointer}/${field.name}`}
          />
        ))}
    </dl>
  );
}

interface EntryProps extends AnswersViewProps {
  readonly field: Field;
  readonly value: unknown;
  readonly pointer: Pointer;
}

function Entry({ field, value, pointer, ...props }: EntryProps): ReactNode {
  const { form, files, mask, note } = props;
  return (
    <div className={field.fields.length > 0 ? 'tz-list__row tz-list__row--deep' : 'tz-list__row'}>
      <dt className="tz-list__term">{field.title}</dt>
      <dd className="tz-list__value">
        {field.kind === 'group' && (
          <FieldList {...props} fields={field.fields} value={value} pointer={pointer} />
        )}
        {field.kind === 'rows' && <RowList {...props} field={field} value={value} pointer={pointer} />}
        {field.fields.length === 0 && (
          <AnswerWords form={form} field={field} value={value} files={files} {...(mask && { mask })} />
        )}
        {note?.(pointer, field)}
      </dd>
    </div>
  );
}

function RowList({ field, value, pointer, ...props }: EntryProps): ReactNode {
  const texts = useFormTexts();
  const rows: readonly unknown[] = Array.isArray(value) ? value : [];
  if (rows.length === 0) return <span className="tz-quiet">{texts.notAnswered}</span>;
  return (
    <ol>
      {rows.map((row, index) => (
        <li key={index} className="tz-answers__row">
          <p className="tz-answers__number">{texts.rows.nth(index + 1)}</p>
          <FieldList {...props} fields={field.fields} value={row} pointer={`${pointer}/${index}`} />
        </li>
      ))}
    </ol>
  );
}
