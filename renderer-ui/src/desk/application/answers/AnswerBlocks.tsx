import type { ReactNode } from 'react';
import type { DeskApplicationView } from '../../../api/types.js';
import { valueAt, WhyThisValue, type Evaluation, type Form } from '../../../form/index.js';
import { ChoiceBox, StatusChip } from '../../../ui/index.js';
import { useDeskTexts } from '../../desk-texts.js';
import { answerId, type AnswerBlock, type AnswerLine, type AnswerRows } from './answer-outline.js';
import { Proofs } from '../../attachment/Proofs.js';
import { AnnotationButtons } from '../casework/AnnotationButtons.js';
import { Annotations } from '../casework/Annotations.js';
import { ConcealedAnswer } from '../concealed/ConcealedAnswer.js';
import { useConcealedAnswers } from '../concealed/use-concealed.js';
import { OverrideMarks } from '../override/OverrideMarks.js';
import { AnswerMarks } from './AnswerMarks.js';
import { AnswerValue } from './AnswerValue.js';
import type { Selection } from './AnswersPanel.js';
import { marksAt, rowMarksAt, type AnswerChange } from './review-marks.js';

interface BlocksProps {
  readonly form: Form;
  /** As on the day of the submission; it explains what was computed. */
  readonly evaluation: Evaluation;
  readonly blocks: readonly AnswerBlock[];
  readonly application: DeskApplicationView;
  readonly selection: Selection | null;
  readonly onView: (attachmentId: string) => void;
}

/** Lines that follow each other share one list; groups and repeats stand between with their own heading. */
export function AnswerBlocks({ blocks, ...rest }: BlocksProps): ReactNode {
  return runsOf(blocks).map((run) => {
    const [first] = run;
    if (!first) return null;
    if (first.kind === 'rows') return <Rows key={first.path} block={first} {...rest} />;
    if (first.kind === 'group') {
      return (
        <section key={first.path} className="desk-group" aria-labelledby={answerId(first.path)}>
          <h4 id={answerId(first.path)} className="desk-group__title">
            {first.field.title}
          </h4>
          <AnswerBlocks blocks={first.blocks} {...rest} />
        </section>
      );
    }
    return (
      <dl key={first.path} className="desk-answers">
        {run.map((line) => (line.kind === 'line' ? <Line key={line.path} line={line} {...rest} /> : null))}
      </dl>
    );
  });
}

function runsOf(blocks: readonly AnswerBlock[]): readonly (readonly AnswerBlock[])[] {
  const runs: AnswerBlock[][] = [];
  for (const block of blocks) {
    const last = runs.at(-1);
    if (block.kind === 'line' && last?.[0]?.kind === 'line') last.push(block);
    else runs.push([block]);
  }
  return runs;
}

type PartProps = Omit<BlocksProps, 'blocks'>;

function Line({
  line,
  form,
  evaluation,
  application,
  selection,
  onView,
}: PartProps & { readonly line: AnswerLine }): ReactNode {
  const texts = useDeskTexts().application;
  const context = { form, field: line.field, attachments: application.attachments, onView };
  const marks = marksAt(application, line.path);
  const concealed = useConcealedAnswers().at(line.path);
  const ticked = selection?.ticked.has(line.path) ?? false;
  return (
    <div
      id={answerId(line.path)}
      className="desk-answer"
      data-ticked={ticked}
      data-changed={marks.change !== null}
      tabIndex={-1}
    >
      <dt className="desk-answer__label">
        {selection && !line.field.compute && !line.field.fromApplication ? (
          <Tick target={line} title={line.field.title} selection={selection} />
        ) : (
          <>
            {line.field.title}
            {line.field.compute && <span className="desk-answer__kind">{texts.computed}</span>}
            {line.field.fromApplication && <span className="desk-answer__kind">{texts.fromApplication}</span>}
          </>
        )}
      </dt>
      <dd className="desk-answer__value">
        {concealed ? (
          <ConcealedAnswer {...context} path={line.path} state={concealed} />
        ) : (
          <AnswerValue {...context} value={line.value} />
        )}
        {line.field.compute && !concealed && (
          <WhyThisValue form={form} pointer={line.path} evaluation={evaluation} />
        )}
        {line.field.compute && !concealed && (
          <OverrideMarks {...context} application={application} path={line.path} />
        )}
        <AnswerMarks {...context} marks={marks} />
        {line.field.kind !== 'attachment' && <Proofs path={line.path} />}
        <Annotations path={line.path} />
      </dd>
      {!selection && <AnnotationButtons path={line.path} title={line.field.title} />}
    </div>
  );
}

function Rows({ block, ...rest }: PartProps & { readonly block: AnswerRows }): ReactNode {
  const { application: texts, changes } = useDeskTexts();
  const marks = rowMarksAt(rest.application, block.path);
  return (
    <section className="desk-group" aria-labelledby={answerId(block.path)}>
      <h4 id={answerId(block.path)} className="desk-group__title" tabIndex={-1}>
        {block.field.title}
      </h4>
      {rest.selection && !block.field.compute && (
        <Tick target={block} title={block.field.title} selection={rest.selection} />
      )}
      {marks.removed.length > 0 && (
        <div className="desk-mark desk-mark--change">
          <p>
            <strong>{changes.rowsRemoved}</strong>
          </p>
          {marks.removed.map((change) => (
            <RemovedRow key={change.path} change={change} block={block} {...rest} />
          ))}
        </div>
      )}
      {block.rows.length === 0 && <p className="tz-quiet">{texts.noRows}</p>}
      {block.rows.map((blocks, index) => (
        <section key={index} className="desk-row" aria-label={texts.row(index + 1)}>
          <p className="desk-row__number" aria-hidden="true">
            {texts.row(index + 1)}
          </p>
          <RowChange change={marks.at(index)} />
          <AnswerBlocks blocks={blocks} {...rest} />
        </section>
      ))}
    </section>
  );
}

function RowChange({ change }: { readonly change: AnswerChange | null }): ReactNode {
  const texts = useDeskTexts().changes;
  if (!change) return null;
  return (
    <StatusChip tone="waiting">
      {change.kind === 'row-moved' ? texts.rowMoved(Number(change.before)) : texts.kinds[change.kind]}
    </StatusChip>
  );
}

function RemovedRow({
  change,
  block,
  form,
  application,
  onView,
}: PartProps & { readonly change: AnswerChange; readonly block: AnswerRows }): ReactNode {
  return (
    <dl className="desk-answers">
      {block.field.fields.map((field) => {
        const value = valueAt(change.before, `/${field.name}`);
        if (value === undefined) return null;
        return (
          <div key={field.name} className="desk-answer">
            <dt className="desk-answer__label">{field.title}</dt>
            <dd className="desk-answer__value">
              <AnswerValue {...{ form, field, value, onView, attachments: application.attachments }} />
            </dd>
          </div>
        );
      })}
    </dl>
  );
}

interface TickProps {
  readonly target: { readonly path: string; readonly label: string };
  readonly title: string;
  readonly selection: Selection;
}

function Tick({ target, title, selection }: TickProps): ReactNode {
  const { correction: texts, signs } = useDeskTexts();
  return (
    <ChoiceBox
      kind="checkbox"
      checked={selection.ticked.has(target.path)}
      onChange={() => selection.onToggle({ path: target.path, label: target.label })}
    >
      {title}
      <span className="tz-hidden">{signs.aside(texts.selectShort)}</span>
    </ChoiceBox>
  );
}
