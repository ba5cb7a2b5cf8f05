import type { ReactNode } from 'react';
import { useLanguage } from '../../../texts/index.js';
import { Icon } from '../../../ui/index.js';
import { useDeskTexts } from '../../desk-texts.js';
import { AnswerValue, type AnswerContext } from './AnswerValue.js';
import type { ReviewMarks } from './review-marks.js';

interface AnswerMarksProps extends AnswerContext {
  readonly marks: ReviewMarks;
}

/** Warning, change and open request beside the answer they are about. */
export function AnswerMarks({ marks, ...context }: AnswerMarksProps): ReactNode {
  const texts = useDeskTexts();
  const language = useLanguage();
  return (
    <>
      {marks.warnings.map((warning) => (
        <p key={warning.code} className="desk-mark desk-mark--warning">
          <Icon name="warning" />
          <span>
            <strong>
              {texts.warnings.title}
              {texts.signs.colon}
            </strong>
            {warning.text[language]}
          </span>
        </p>
      ))}
      {marks.change && (
        <div className="desk-mark desk-mark--change">
          <p>
            <strong>{texts.changes.mark}</strong>
          </p>
          {!marks.change.concealed && (
            <div className="desk-change">
              <span className="desk-change__word">{texts.changes.before}</span>
              <AnswerValue {...context} value={marks.change.before} />
            </div>
          )}
        </div>
      )}
      {marks.target && (
        <p className="desk-mark desk-mark--target">
          <span>
            <strong>
              {texts.correction.mark}
              {texts.signs.colon}
            </strong>
            <span className="tz-prewrap">{marks.target.comment}</span>
          </span>
        </p>
      )}
    </>
  );
}
