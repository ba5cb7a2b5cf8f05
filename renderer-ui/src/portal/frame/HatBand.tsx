import { useId, useState, type ReactNode } from 'react';
import { dateText, useLanguage, usePortalTexts } from '../../texts/index.js';
import { Button } from '../../ui/index.js';
import type { Applicant } from '../session/use-applicant.js';
import { useActFor, useHatSwitch } from '../session/use-hat-switch.js';
import { FailureBanner } from './Failure.js';

/** Under the header of everybody who can act as more than one: as whom they act now, and the others. */
export function HatBand({ who }: { readonly who: Applicant }): ReactNode {
  const texts = usePortalTexts().hat;
  const panel = useId();
  const [open, setOpen] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const change = useHatSwitch();
  const act = useActFor();
  const language = useLanguage();
  const acting = who.mandates.find(({ id }) => id === who.acting?.mandateId);
  if (who.hats.length < 2 && who.mandates.length === 0) return null;
  return (
    <section className={acting ? 'tz-hat tz-hat--agent' : 'tz-hat'} aria-label={texts.choose}>
      <div className="tz-hat__bar">
        <p className="tz-hat__who">
          {acting
            ? texts.agent(who.name, acting.titles[language], acting.number, dateText(acting.endsOn, language))
            : texts.acting(texts.kinds[who.as], who.name)}
        </p>
        <Button
          size="small"
          aria-expanded={open}
          aria-controls={panel}
          onClick={() => {
            setOpen(!open);
            setFailure(null);
          }}
        >
          {texts.switch}
        </Button>
      </div>
      <div id={panel} hidden={!open} className="tz-hat__panel">
        {failure !== null && <FailureBanner error={failure} />}
        {who.hats.map((hat) => (
          <button
            key={hat.id}
            type="button"
            className="tz-hat__choice"
            aria-current={hat.id === who.id}
            onClick={() => {
              if (hat.id === who.id) setOpen(false);
              else change(hat).then(() => setOpen(false), setFailure);
            }}
          >
            <span>
              {texts.use(texts.kinds[hat.as], hat.name)}
              {hat.id === who.id && texts.present}
            </span>
            {hat.waiting > 0 && <span className="tz-hat__waiting">{texts.waiting(hat.waiting)}</span>}
          </button>
        ))}
        {who.mandates.map(({ id, principalName, titles, number, endsOn }) => (
          <button
            key={id}
            type="button"
            className="tz-hat__choice"
            aria-current={id === acting?.id}
            onClick={() => {
              if (id === acting?.id) setOpen(false);
              else act(id).then(() => setOpen(false), setFailure);
            }}
          >
            <span>
              {texts.agentChoice(principalName, titles[language], number, dateText(endsOn, language))}
              {id === acting?.id && texts.present}
            </span>
          </button>
        ))}
      </div>
    </section>
  );
}
