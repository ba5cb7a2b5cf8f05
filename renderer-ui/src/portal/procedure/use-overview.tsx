import type { ProcedureView } from '../../api/types.js';
import { dateTimeText, useLanguage } from '../../texts/index.js';
import { useProcedureTexts } from '../../texts/procedure.js';
import { StatusChip, type DescriptionRow } from '../../ui/index.js';

/** The facts of a procedure, in the order in which people ask for them. */
export function useOverview(procedure: ProcedureView): DescriptionRow[] {
  const texts = useProcedureTexts();
  const language = useLanguage();
  const { processingTime, clock, oncePer } = procedure;
  const listed = (words: readonly string[]): string => words.join(language === 'ja' ? '、' : ', ');
  const quoted = (titles: readonly string[]): string =>
    titles
      .map((title) => (language === 'ja' ? `「${title}」` : `“${title}”`))
      .join(language === 'ja' ? '' : ', ');
  return [
    {
      key: 'audience',
      term: texts.audience,
      value: listed(procedure.audience.map((each) => texts.audiences[each])),
    },
    {
      key: 'window',
      term: texts.acceptance,
      value: (
        <>
          <p>
            <StatusChip tone={procedure.state === 'open' && !procedure.paused ? 'done' : 'quiet'}>
              {procedure.paused ? texts.paused : texts.states[procedure.state]}
            </StatusChip>
          </p>
          <p>
            {texts.window(
              dateTimeText(procedure.opensAt, language),
              dateTimeText(procedure.closesAt, language),
            )}
          </p>
          {procedure.everyYear && (
            <p>
              {texts.everyYear(
                procedure.everyYear.opens,
                procedure.everyYear.closes,
                procedure.everyYear.lastYear,
              )}
            </p>
          )}
          {procedure.windowExtended && <p>{texts.extended}</p>}
        </>
      ),
    },
    { key: 'sign-in', term: texts.signIn, value: texts.signIns[procedure.signIn] },
    { key: 'fee', term: texts.fee, value: procedure.fee ?? texts.noFee },
    {
      key: 'days',
      term: texts.processing,
      value: texts.processingDays(
        procedure.standardProcessingDays,
        clock.days === 'calendar',
        clock.count === 'inclusive',
      ),
    },
    {
      key: 'actual',
      term: texts.actual,
      value:
        processingTime === null ? (
          texts.actualNone
        ) : (
          <>
            <p>{texts.actualMean(processingTime.mean, processingTime.cases)}</p>
            <p>{texts.actualMost(processingTime.most)}</p>
          </>
        ),
    },
    {
      key: 'once',
      term: texts.once,
      value: oncePer === null ? texts.noOnceRule : texts.onceRule(quoted(oncePer)),
    },
    { key: 'department', term: texts.department, value: procedure.department },
    ...(procedure.paperAlternative === null
      ? []
      : [{ key: 'paper', term: texts.paper, value: procedure.paperAlternative }]),
  ];
}
