import { useState, type ReactNode } from 'react';
import { useMandatesTexts, usePortalTexts } from '../../texts/index.js';
import { Banner, Button, ButtonLink, Buttons, Page } from '../../ui/index.js';
import { FailureBanner } from '../frame/FailureBanner.js';
import { useSiteName } from '../frame/site-name.js';
import { useApplicant } from './use-applicant.js';
import { useHatSwitch } from './use-hat-switch.js';

/** Where an agent comes to a screen of the principal alone: why not, and the way back to oneself. */
export function AgentStop(): ReactNode {
  const texts = useMandatesTexts().stop;
  const { who } = useApplicant();
  return (
    <Page title={texts.title} site={useSiteName()} focusKey="agent-stop" width="narrow">
      <div className="tz-flow">
        <p>{texts.lead(who?.name ?? '')}</p>
        <OwnHats>
          <ButtonLink to="/applications">{texts.mine}</ButtonLink>
        </OwnHats>
      </div>
    </Page>
  );
}

/** On the page of a procedure that was not entrusted. */
export function NotEntrusted(): ReactNode {
  const texts = useMandatesTexts().stop;
  const { who } = useApplicant();
  return (
    <Banner tone="warning" title={texts.notEntrusted(who?.name ?? '')}>
      <OwnHats />
    </Banner>
  );
}

/** Back to oneself, as each whom the account can act as. */
function OwnHats({ children }: { readonly children?: ReactNode }): ReactNode {
  const texts = usePortalTexts().hat;
  const { who } = useApplicant();
  const change = useHatSwitch();
  const [failure, setFailure] = useState<unknown>(null);
  return (
    <>
      {failure !== null && <FailureBanner error={failure} />}
      <Buttons>
        {who?.hats.map((hat) => (
          <Button key={hat.id} look="secondary" onClick={() => void change(hat).catch(setFailure)}>
            {texts.switchTo(texts.kinds[hat.as], hat.name)}
          </Button>
        ))}
        {children}
      </Buttons>
    </>
  );
}
