import './correction-changes.css';
import type { ReactNode } from 'react';
import { useApplication } from '../../api/queries.js';
import type { CorrectionView } from '../../api/types.js';
import {
  AnswerWords,
  diffAnswers,
  fieldPathOf,
  isInside,
  resolvePointer,
  targetLabel,
  type AnswerChange,
  type Evaluation,
  type Form,
  type FormFiles,
} from '../../form/index.js';
import { useSendingTexts, useLanguage } from '../../texts/index.js';
import { Banner, Spinner } from '../../ui/index.js';
import { FailureBanner } from '../frame/Failure.js';

interface CorrectionChangesProps {
  readonly correction: CorrectionView;
  readonly form: Form;
  readonly evaluation: Evaluation;
  readonly files: Pick<FormFiles, 'attachments' | 'address'>;
}

/** 前回 → 今回: what the correction changes, and which of the office's points nothing was done about. */
export function CorrectionChanges(props: CorrectionChangesProps): ReactNode {
  const { correction, form, evaluation, files } = props;
  const texts = useSendingTexts().correction;
  const application = useApplication(correction.applicationId);
  if (application.isError) return <FailureBanner error={application.error} />;
  if (!application.data) return <Spinner />;
  const changes = diffAnswers(form, application.data.answers, evaluation.answers);
  const untouched = correction.targets
    .map(({ path, label }, index) => ({ path, label, number: index + 1 }))
    .filter(({ path }) => {
      const place = resolvePointer(form, evaluation.answers, path)?.pointer ?? path;
      return !changes.some((change) => isInside(change.path, place) || isInside(place, change.path));
    });
  return (
    <section className="tz-changes" aria-labelledby="changes">
      <h2 id="changes" className="tz-heading">
        {texts.changes}
      </h2>
      {untouched.length > 0 && (
        <Banner tone="warning" title={texts.untouched}>
          <ul className="tz-bullets">
            {untouched.map(({ path, label, number }) => (
              <li key={path}>{texts.point(number, label)}</li>
            ))}
          </ul>
        </Banner>
      )}
      {changes.length === 0 && <p>{texts.noChanges}</p>}
      <ul>
        {changes.map((change) => (
          <Change key={change.path} change={change} form={form} evaluation={evaluation} files={files} />
        ))}
      </ul>
    </section>
  );
}

interface ChangeProps extends Omit<CorrectionChangesProps, 'correction'> {
  readonly change: AnswerChange;
}

function Change({ change, form, evaluation, files }: ChangeProps): ReactNode {
  const texts = useSendingTexts().correction;
  const language = useLanguage();
  const { path, kind, before, after } = change;
  const field = form.fields.get(fieldPathOf(path));
  // A row that is gone has no place in these answers any more; its label was made where it stood.
  const label = kind === 'row-removed' ? change.label : targetLabel(form, path, evaluation.answers, language);
  if (kind === 'row-added' || kind === 'row-removed' || kind === 'row-moved' || !field) {
    return (
      <li className="tz-changes__one">
        <p className="tz-changes__label">{label}</p>
        <p>
          {kind === 'row-added' ? texts.rowAdded : kind === 'row-moved' ? texts.rowMoved : texts.rowRemoved}
        </p>
      </li>
    );
  }
  return (
    <li className="tz-changes__one">
      <p className="tz-changes__label">{label}</p>
      <dl className="tz-changes__values">
        <div>
          <dt>{texts.before}</dt>
          <dd>
            <AnswerWords form={form} field={field} value={before} files={files} />
          </dd>
        </div>
        <div>
          <dt>{texts.after}</dt>
          <dd>
            <AnswerWords form={form} field={field} value={after} files={files} />
          </dd>
        </div>
      </dl>
    </li>
  );
}
