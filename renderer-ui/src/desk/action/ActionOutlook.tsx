import type { ReactNode } from 'react';
import type { ActionView, DeskApplicationView } from '../../api/types.js';
import { dateText, useLanguage } from '../../texts/index.js';
import { useDeskTexts } from '../desk-texts.js';

interface ActionOutlookProps {
  readonly action: ActionView;
  readonly application: DeskApplicationView;
}

/** What will happen, before it happens: the next stage, what the applicant sees and receives. */
export function ActionOutlook({ action, application }: ActionOutlookProps): ReactNode {
  const texts = useDeskTexts();
  const language = useLanguage();
  const { outlook, requires } = action;
  const lines: string[] = [texts.actions.stageStays(application.stageTitle)];
  if (outlook) {
    const titles = outlook.stages.map((stage) => stage.title).join('／');
    const [only] = outlook.stages;
    lines.push(
      outlook.stages.length > 1 ? texts.actions.nextStageOneOf(titles) : texts.actions.nextStage(titles),
    );
    if (only && outlook.stages.length === 1) lines.push(texts.actions.applicantSees(only.publicLabel));
    const sends = [
      ...new Set(
        outlook.sends.map((sent) => `${sent.title}${texts.signs.aside(texts.notices.kinds[sent.kind])}`),
      ),
    ];
    lines.push(
      sends.length > 0 ? texts.actions.tells(sends.join(texts.signs.list)) : texts.actions.tellsNothing,
    );
    if (outlook.correctionDueOn !== null) {
      lines.push(texts.correction.dueOn(dateText(outlook.correctionDueOn, language)));
    }
  }
  if (requires.publicReason) lines.push(texts.actions.publicShown);
  const decides = outlook?.stages.some((stage) => stage.final) ?? false;
  return (
    <section className="desk-outlook" aria-labelledby="desk-outlook">
      <h3 id="desk-outlook" className="desk-outlook__title">
        {texts.actions.willHappen}
      </h3>
      <ul>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      {decides && (
        <p>
          <strong>{texts.actions.cannotUndo}</strong>
        </p>
      )}
    </section>
  );
}
