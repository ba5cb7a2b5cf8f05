import { useId, useState, type ReactNode } from 'react';
import { dateText, useLanguage, usePortalTexts } from '../../texts/index.js';
import { Banner, Button } from '../../ui/index.js';
import type { Applicant } from '../session/use-applicant.js';
import { useActFor, useHatSwitch } from '../session/use-hat-switch.js';
import { FailureBanner } from './Failure.js';
import './hat-band.css';

interface MandateOverProps {
  readonly mandate: Applicant['mandates'][number];
  readonly onClose: () => void;
}

/** An agent whose mandate ended while a page of it was open: why that page is gone, and where the words are. */
function MandateOver({ mandate, onClose }: MandateOverProps): ReactNode {
  const texts = usePortalTexts().hat;
  const language = useLanguage();
  return (
    <div className="tz-hat__panel">
      <Banner
        tone="warning"
        role="alert"
        title={texts.over(mandate.principalName, mandate.titles[language], mandate.number)}
      >
        <p>{texts.overKept}</p>
        <Button size="small" onClick={onClose}>
          {texts.overRead}
        </Button>
      </Banner>
    </div>
  );
}

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
  const [last, setLast] = useState(acting);
  if (acting !== undefined && acting.id !== last?.id) setLast(acting);
  const holds = who.mandates.some(({ id }) => id === last?.id);
  // Whoever went back by themselves need not be told later that it ended.
  if (last !== undefined && acting === undefined && holds) setLast(undefined);
  if (last !== undefined && acting === undefined && !holds) {
    return <MandateOver mandate={last} onClose={() => setLast(undefined)} />;
  }
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
