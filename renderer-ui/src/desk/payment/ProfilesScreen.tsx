import { useState, type ReactNode } from 'react';
import { decideProfile, proposeProfile } from '../../api/payments.js';
import { useSite } from '../../api/queries.js';
import type { ProfileView } from '../../api/types.js';
import { Link } from '../../router/index.js';
import { dateTimeText, useDeskPaymentTexts, useLanguage } from '../../texts/index.js';
import {
  Banner,
  Button,
  Buttons,
  DescriptionList,
  Disclosure,
  Page,
  Spinner,
  StatusChip,
} from '../../ui/index.js';
import { useDeskTexts } from '../desk-texts.js';
import { RefusalBanner } from '../frame/RefusalBanner.js';
import { useProfiles, useProfileStep } from './payment-queries.js';
import { emptySettings } from './profile-form.js';
import { ProfileForm } from './ProfileForm.js';
import './payment.css';

/** Accounts that are paid from, and what waits for a second person's yes. */
export function ProfilesScreen(): ReactNode {
  const all = useDeskPaymentTexts();
  const texts = all.profiles;
  const desk = useDeskTexts();
  const site = useSite();
  const found = useProfiles();
  const [adding, setAdding] = useState(false);
  const step = useProfileStep();
  const profiles = found.data?.profiles ?? [];
  const mayChange = found.data?.mayChange === true;
  return (
    <Page title={texts.title} over={all.title} site={site.data?.name ?? desk.product} focusKey="profiles">
      <div className="tz-stack desk-payment">
        <p>
          <Link to="/desk/payments">{all.back}</Link>
        </p>
        <p>{texts.lead}</p>
        <RefusalBanner error={found.error} />
        {found.isPending && <Spinner />}
        {found.data && profiles.length === 0 && <p className="tz-quiet">{texts.none}</p>}
        {profiles.map((profile) => (
          <Profile key={profile.id} profile={profile} mayChange={mayChange} />
        ))}
        {mayChange && !adding && (
          <Buttons>
            <Button onClick={() => setAdding(true)}>{texts.add}</Button>
          </Buttons>
        )}
        {adding && (
          <ProfileForm
            title={texts.add}
            settings={emptySettings}
            busy={step.isPending}
            error={step.error}
            onClose={() => setAdding(false)}
            onSettings={(settings) =>
              step.mutate(() => proposeProfile(null, settings, false), { onSuccess: () => setAdding(false) })
            }
          />
        )}
      </div>
    </Page>
  );
}

interface ProfileProps {
  readonly profile: ProfileView;
  readonly mayChange: boolean;
}

function Profile({ profile, mayChange }: ProfileProps): ReactNode {
  const texts = useDeskPaymentTexts().profiles;
  const language = useLanguage();
  const step = useProfileStep();
  const [editing, setEditing] = useState(false);
  const { id, inForce, proposed, history } = profile;
  const present = inForce ?? proposed ?? history[0];
  if (!present) return null;
  const state = inForce ? texts.inForce : proposed ? texts.proposed : texts.ended;
  return (
    <section className="tz-stack" aria-labelledby={`profile-${id}`}>
      <h2 id={`profile-${id}`} className="tz-heading">
        {present.settings.title}{' '}
        <StatusChip tone={inForce ? 'done' : proposed ? 'waiting' : 'quiet'}>{state}</StatusChip>
      </h2>
      {!editing && <RefusalBanner error={step.error} />}
      <Settings change={present} />
      {proposed && (
        <Banner tone="info" title={texts.proposed}>
          <p>{texts.proposedBy(proposed.proposedBy, dateTimeText(proposed.proposedAt, language))}</p>
          {proposed.ends && <p>{texts.endsNote}</p>}
          {inForce && !proposed.ends && <Settings change={proposed} />}
          {mayChange && proposed.mine && <p>{texts.own}</p>}
          {mayChange && (
            <Buttons>
              {!proposed.mine && (
                <Button
                  look="primary"
                  blocked={step.isPending}
                  onClick={() => step.mutate(() => decideProfile(id, proposed.n, 'confirm'))}
                >
                  {proposed.ends ? texts.confirmEnd : texts.confirm}
                </Button>
              )}
              <Button
                blocked={step.isPending}
                onClick={() => step.mutate(() => decideProfile(id, proposed.n, 'withdraw'))}
              >
                {texts.withdraw}
              </Button>
            </Buttons>
          )}
        </Banner>
      )}
      {mayChange && inForce && !proposed && !editing && (
        <Buttons>
          <Button onClick={() => setEditing(true)}>{texts.edit}</Button>
          <Button
            look="text"
            blocked={step.isPending}
            onClick={() => step.mutate(() => proposeProfile(id, inForce.settings, true))}
          >
            {texts.ends}
          </Button>
        </Buttons>
      )}
      {editing && inForce && (
        <ProfileForm
          title={texts.edit}
          settings={inForce.settings}
          busy={step.isPending}
          error={step.error}
          onClose={() => setEditing(false)}
          onSettings={(settings) =>
            step.mutate(() => proposeProfile(id, settings, false), { onSuccess: () => setEditing(false) })
          }
        />
      )}
      <Disclosure summary={texts.history}>
        <ol className="tz-stack">
          {history.map((change) => (
            <li key={change.n}>
              {texts.line(texts.states[change.state] ?? '', change.proposedBy, change.decidedBy ?? '')}
              {'　'}
              {dateTimeText(change.decidedAt ?? change.proposedAt, language)}
            </li>
          ))}
        </ol>
      </Disclosure>
    </section>
  );
}

function Settings({ change }: { readonly change: ProfileView['history'][number] }): ReactNode {
  const texts = useDeskPaymentTexts().profiles;
  const { fields } = texts;
  const { signs } = useDeskTexts();
  const { settings, bankName, branchName } = change;
  const rows: readonly (readonly [string, string])[] = [
    [fields.clientName, `${settings.clientName} ${settings.clientCode}`],
    [
      fields.accountNumber,
      `${bankName} ${branchName}　${texts.types[settings.accountType] ?? ''} ${settings.accountNumber}`,
    ],
    [
      fields.habits,
      [
        ...(['newline', 'endMark', 'slash', 'headerAccount'] as const)
          .filter((name) => settings[name])
          .map((name) => fields[name]),
        fields.clearingHouse + signs.colon + fields[settings.clearingHouse],
        fields.rowsPerFile + signs.colon + settings.rowsPerFile.toLocaleString('ja-JP'),
      ].join(signs.list),
    ],
  ];
  return <DescriptionList rows={rows.map(([term, value]) => ({ key: term, term, value }))} />;
}
