import { useId, useState, type ReactNode } from 'react';
import { usePortalTexts } from '../../texts/index.js';
import { Button } from '../../ui/index.js';
import type { Applicant } from '../session/use-applicant.js';
import { useHatSwitch } from '../session/use-hat-switch.js';
import { FailureBanner } from './Failure.js';

/** Under the header of everybody who can act as more than one: as whom they act now, and the others. */
export function HatBand({ who }: { readonly who: Applicant }): ReactNode {
  const texts = usePortalTexts().hat;
  const panel = useId();
  const [open, setOpen] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const change = useHatSwitch();
  if (who.hats.length < 2) return null;
  return (
    <section className="tz-hat" aria-label={texts.choose}>
      <div className="tz-hat__bar">
        <p className="tz-hat__who">{texts.acting(texts.kinds[who.as], who.name)}</p>
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
      </div>
    </section>
  );
}
