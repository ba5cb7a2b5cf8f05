import type { ReactNode } from 'react';
import type { DeskApplicationView } from '../../../api/types.js';
import { dateTimeText, useLanguage, useOverrideTexts } from '../../../texts/index.js';
import { Button, Buttons, Disclosure } from '../../../ui/index.js';
import { useDeskTexts } from '../../desk-texts.js';
import { AnswerValue, type AnswerContext } from '../answers/AnswerValue.js';
import './override.css';
import { useOverriding } from './use-override.js';

type Override = DeskApplicationView['overrides'][number];

interface OverrideMarksProps extends AnswerContext {
  readonly application: DeskApplicationView;
  readonly path: string;
}

/** Beside a computed value: what officials have set it to, and the way to do so. */
export function OverrideMarks({ application, path, ...context }: OverrideMarksProps): ReactNode {
  const texts = useOverrideTexts();
  const overriding = useOverriding();
  const here = application.overrides.filter((one) => one.path === path);
  const inForce = here.find(({ ended }) => ended === null);
  const earlier = here.filter(({ ended }) => ended !== null);
  const may = application.overridable.find((one) => one.path === path && one.refused === null);
  const cleared = !inForce && earlier[0]?.ended?.because === 'answers-changed';
  return (
    <>
      {inForce && <Mark override={inForce} {...context} />}
      {cleared && <p className="desk-mark desk-mark--warning">{texts.cleared(context.field.title)}</p>}
      {earlier.length > 0 && (
        <Disclosure summary={texts.earlier(earlier.length)}>
          {earlier.map((one) => (
            <Mark key={one.at} override={one} {...context} />
          ))}
        </Disclosure>
      )}
      {may && overriding && (
        <Buttons>
          <Button size="small" onClick={() => overriding.begin(path, false)}>
            {inForce ? texts.again : texts.change}
            <span className="tz-hidden"> {context.field.title}</span>
          </Button>
          {inForce && (
            <Button size="small" look="text" onClick={() => overriding.begin(path, true)}>
              {texts.back}
              <span className="tz-hidden"> {context.field.title}</span>
            </Button>
          )}
        </Buttons>
      )}
    </>
  );
}

function Mark({ override, ...context }: AnswerContext & { readonly override: Override }): ReactNode {
  const texts = useOverrideTexts();
  const { signs } = useDeskTexts();
  const language = useLanguage();
  const { computed, value, reason, publicReason, by, onBehalfOf, at, ended } = override;
  return (
    <div className="desk-mark desk-override" data-in-force={ended === null}>
      <dl className="desk-override__list">
        <dt>{ended === null ? texts.inForce : texts.value}</dt>
        <dd className="desk-override__value">
          <AnswerValue {...context} value={value} />
        </dd>
        <dt>{texts.computed}</dt>
        <dd>
          <AnswerValue {...context} value={computed} />
        </dd>
        <dt>{texts.reason}</dt>
        <dd className="tz-prewrap">{reason}</dd>
        {publicReason !== '' && (
          <>
            <dt>{texts.publicReason}</dt>
            <dd className="tz-prewrap">{publicReason}</dd>
          </>
        )}
      </dl>
      <p className="desk-small tz-quiet">
        {texts.by(by, dateTimeText(at, language))}
        {onBehalfOf !== null && texts.inPlaceOf(onBehalfOf)}
        {ended && signs.aside(texts.ended[ended.because])}
      </p>
    </div>
  );
}
