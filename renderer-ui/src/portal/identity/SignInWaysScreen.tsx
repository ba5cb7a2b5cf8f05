import { useQueryClient } from '../../api/query/index.js';
import { useState, type ReactNode } from 'react';
import { identityKeys, unlinkIdentity, useIdentityProviders, useOwnIdentities } from '../../api/identity.js';
import type { OwnIdentities } from '../../api/types.js';
import { Link } from '../../router/index.js';
import { dateText, dateTimeText, eraDateText, useIdentityTexts, useLanguage } from '../../texts/index.js';
import { Button, Card, DescriptionList, Page, useAnnounce } from '../../ui/index.js';
import { FailureBanner, FailurePage, LoadingPage } from '../frame/Failure.js';
import { useSiteName } from '../frame/site-name.js';
import { RequireApplicant } from '../session/RequireApplicant.js';
import { ServiceButtons } from './SignInServices.js';
import '../account/account.css';
import './identity.css';

/** The ways into one's own account: the password, and outside services. */
export function SignInWaysScreen(): ReactNode {
  const { title } = useIdentityTexts().own;
  return <RequireApplicant title={title}>{() => <Ways />}</RequireApplicant>;
}

function Ways(): ReactNode {
  const texts = useIdentityTexts().own;
  const site = useSiteName();
  const own = useOwnIdentities(true);
  const providers = useIdentityProviders().data?.providers ?? [];
  const [failure, setFailure] = useState<unknown>(null);
  if (own.isPending) return <LoadingPage title={texts.title} />;
  if (own.isError) return <FailurePage error={own.error} onRetry={() => void own.refetch()} />;
  const { identities, hasPassword } = own.data;
  return (
    <Page title={texts.title} over={texts.over} site={site} focusKey="sign-in-ways" width="narrow">
      <div className="tz-flow">
        <p>{texts.lead}</p>
        {failure !== null && <FailureBanner error={failure} />}
        <Card as="section" aria-labelledby="way-password">
          <div className="tz-flow">
            <h2 id="way-password" className="tz-heading">
              {texts.password}
            </h2>
            <p>{hasPassword ? texts.hasPassword : texts.noPassword}</p>
          </div>
        </Card>
        {identities.map((identity) => (
          <Way key={identity.id} identity={identity} onFailure={setFailure} />
        ))}
        {providers.length > 0 && (
          <section className="tz-services tz-flow" aria-labelledby="add-way">
            <h2 id="add-way" className="tz-heading">
              {texts.addTitle}
            </h2>
            <p>{texts.addLead}</p>
            <ServiceButtons way="link" next="/account/sign-in-ways" label={texts.add} />
          </section>
        )}
      </div>
      <p className="tz-account__back">
        <Link to="/account">{texts.back}</Link>
      </p>
    </Page>
  );
}

interface WayProps {
  readonly identity: OwnIdentities['identities'][number];
  readonly onFailure: (failure: unknown) => void;
}

function Way({ identity, onFailure }: WayProps): ReactNode {
  const texts = useIdentityTexts().own;
  const language = useLanguage();
  const announce = useAnnounce();
  const queries = useQueryClient();
  const [busy, setBusy] = useState(false);
  const service = identity.provider[language];
  const rows = Object.entries(identity.proven).map(([field, value]) => ({
    key: field,
    term: texts.fields[field] ?? field,
    value: field === 'birth_date' ? eraDateText(value, language) : value,
  }));
  const unlink = async (): Promise<void> => {
    setBusy(true);
    onFailure(null);
    try {
      await unlinkIdentity(identity.id);
      announce(texts.unlinked);
    } catch (error) {
      onFailure(error);
    } finally {
      setBusy(false);
      await queries.invalidateQueries({ queryKey: identityKeys.own });
    }
  };
  return (
    <Card as="section" aria-labelledby={identity.id}>
      <div className="tz-flow">
        <h2 id={identity.id} className="tz-heading">
          {service}
        </h2>
        <p>
          {texts.linkedOn(dateText(identity.linkedAt, language))}
          <br />
          <span className="tz-quiet">{texts.lastUsed(dateTimeText(identity.lastUsedAt, language))}</span>
        </p>
        {rows.length > 0 && (
          <>
            <h3 className="tz-subheading">{texts.proven}</h3>
            <DescriptionList rows={rows.filter(({ key }) => key !== 'sex')} />
          </>
        )}
        <p>
          <Button blocked={busy} aria-label={texts.unlinkNamed(service)} onClick={() => void unlink()}>
            {texts.unlink}
          </Button>
        </p>
      </div>
    </Card>
  );
}
