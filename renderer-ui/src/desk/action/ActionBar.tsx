import type { ReactNode } from 'react';
import type { ActionView, DeskApplicationView } from '../../api/types.js';
import { useLanguage } from '../../texts/index.js';
import { Button, focusControl, type ButtonLook } from '../../ui/index.js';
import { useDeskTexts, type DeskTexts } from '../desk-texts.js';

const looks: Readonly<Record<ActionView['tone'], ButtonLook['look']>> = {
  primary: 'primary',
  danger: 'danger',
  plain: 'secondary',
};

interface ActionBarProps {
  readonly application: DeskApplicationView;
  /** How many points are ticked while a request for correction is written; null while none is. */
  readonly ticked: number | null;
  readonly onAction: (action: ActionView) => void;
  readonly onHold: () => void;
}

/** What this official can do now. What is refused stays visible, with the reason in words. */
export function ActionBar({ application, ticked, onAction, onHold }: ActionBarProps): ReactNode {
  const { actions: texts, correction } = useDeskTexts();
  const language = useLanguage();
  const { actions } = application;
  const refused = actions.filter((action) => action.refused !== null);
  if (ticked !== null) {
    return (
      <section className="desk-bar" aria-label={correction.title}>
        <div className="desk-bar__inner desk-bar__inner--row">
          <p className="desk-bar__ticked">{ticked === 0 ? correction.none : correction.selected(ticked)}</p>
          <Button onClick={() => focusControl('desk-composer-title')}>{correction.toComposer}</Button>
        </div>
      </section>
    );
  }
  return (
    <section className="desk-bar" aria-labelledby="desk-bar">
      <h2 id="desk-bar" className="tz-hidden">
        {texts.title}
      </h2>
      <div className="desk-bar__inner">
        {actions.length === 0 && <p>{nothingToDo(application, texts)}</p>}
        {refused.length > 0 && (
          <ul className="desk-bar__refused">
            {refused.map((action) => (
              <li key={action.name} id={`refused-${action.name}`}>
                {texts.refusedPrefix(action.title)}
                {action.refused?.text[language]}
              </li>
            ))}
          </ul>
        )}
        <div className="desk-bar__buttons">
          {actions.map((action) => (
            <Button
              key={action.name}
              look={looks[action.tone] ?? 'secondary'}
              data-action={action.name}
              blocked={action.refused !== null}
              aria-describedby={action.refused === null ? undefined : `refused-${action.name}`}
              onClick={() => onAction(action)}
            >
              {action.title}
            </Button>
          ))}
          {application.hold === null && application.mayHold && (
            <Button look="text" onClick={onHold}>
              {texts.hold}
            </Button>
          )}
        </div>
      </div>
    </section>
  );
}

function nothingToDo({ stageKind }: DeskApplicationView, texts: DeskTexts['actions']): string {
  if (stageKind === 'final') return texts.finished;
  return stageKind === 'correction' ? texts.waitingApplicant : texts.none;
}
