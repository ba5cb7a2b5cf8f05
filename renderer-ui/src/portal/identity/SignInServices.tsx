import { useState, type ReactNode } from 'react';
import { beginIdentity, useIdentityProviders } from '../../api/identity.js';
import { useIdentityTexts, useLanguage } from '../../texts/index.js';
import { Button, useAnnounce } from '../../ui/index.js';
import { FailureBanner } from '../frame/Failure.js';
import './identity.css';

/** A button for each outside service; nothing where there is none. */
export function SignInServices({ next }: { readonly next: string }): ReactNode {
  const texts = useIdentityTexts().signIn;
  const providers = useIdentityProviders().data?.providers ?? [];
  if (providers.length === 0) return null;
  return (
    <section className="tz-services tz-flow" aria-labelledby="services">
      <h2 id="services" className="tz-heading">
        {texts.title}
      </h2>
      <p>{texts.lead}</p>
      <ServiceButtons way="sign-in" next={next} label={texts.with} />
    </section>
  );
}

interface ServiceButtonsProps {
  readonly way: 'sign-in' | 'link';
  /** Where to go on afterwards, inside the portal. */
  readonly next: string;
  readonly label: (service: string) => string;
}

export function ServiceButtons({ way, next, label }: ServiceButtonsProps): ReactNode {
  const texts = useIdentityTexts().signIn;
  const language = useLanguage();
  const announce = useAnnounce();
  const providers = useIdentityProviders().data?.providers ?? [];
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const go = async (provider: string): Promise<void> => {
    setBusy(true);
    setFailure(null);
    try {
      const { url } = await beginIdentity(provider, way, next);
      announce(texts.leading);
      window.location.assign(url);
    } catch (error) {
      setFailure(error);
      setBusy(false);
    }
  };
  return (
    <>
      {failure !== null && <FailureBanner error={failure} />}
      <div className="tz-services__list">
        {providers.map(({ id, title }) => (
          <Button key={id} size="large" blocked={busy} onClick={() => void go(id)}>
            {label(title[language])}
          </Button>
        ))}
      </div>
    </>
  );
}
