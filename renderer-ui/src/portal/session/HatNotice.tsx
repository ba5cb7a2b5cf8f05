import { useState, type ReactNode } from 'react';
import { usePortalTexts } from '../../texts/index.js';
import { Banner, Button, ButtonLink } from '../../ui/index.js';
import { FailureBanner } from '../frame/Failure.js';
import { type Hat, useApplicant } from './use-applicant.js';
import { useHatSwitch } from './use-hat-switch.js';

/** Before somebody starts as the wrong one of the two: says so, and offers the other. */
export function HatNotice({ audience }: { readonly audience: readonly Hat['as'][] }): ReactNode {
  const texts = usePortalTexts().hat;
  const { who } = useApplicant();
  const change = useHatSwitch();
  const [failure, setFailure] = useState<unknown>(null);
  const [only] = audience.length === 1 ? audience : [];
  if (who === null || only === undefined || who.as === only) return null;
  const other = who.hats.find((hat) => hat.as === only);
  return (
    <Banner tone="warning" title={texts.not[only]}>
      {failure !== null && <FailureBanner error={failure} />}
      {other ? (
        <Button size="small" onClick={() => void change(other).catch(setFailure)}>
          {texts.switchTo(texts.kinds[other.as], other.name)}
        </Button>
      ) : (
        <ButtonLink size="small" to="/account/add">
          {texts.add[only]}
        </ButtonLink>
      )}
    </Banner>
  );
}

/** On the page of one's own applications: the other hat's wait, too. */
export function OtherHatsWaiting(): ReactNode {
  const texts = usePortalTexts().hat;
  const { who } = useApplicant();
  const change = useHatSwitch();
  const [failure, setFailure] = useState<unknown>(null);
  const waiting = (who?.hats ?? []).filter((hat) => hat.id !== who?.id && hat.waiting > 0);
  return waiting.map((hat) => {
    const kind = texts.kinds[hat.as];
    return (
      <Banner key={hat.id} tone="warning" title={texts.otherWaiting(kind, hat.name, hat.waiting)}>
        {failure !== null && <FailureBanner error={failure} />}
        <Button size="small" onClick={() => void change(hat).catch(setFailure)}>
          {texts.switchTo(kind, hat.name)}
        </Button>
      </Banner>
    );
  });
}
