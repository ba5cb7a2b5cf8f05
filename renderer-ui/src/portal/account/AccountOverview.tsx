import type { ReactNode } from 'react';
import { useIdentityProviders } from '../../api/identity.js';
import type { AccountView } from '../../api/types.js';
import {
  dateText,
  useAccountTexts,
  useArrivalTexts,
  useIdentityTexts,
  useLanguage,
  useMandatesTexts,
  useMineTexts,
} from '../../texts/index.js';
import { ButtonLink, Page } from '../../ui/index.js';
import { useSiteName } from '../frame/site-name.js';
import { useApplicant } from '../session/use-applicant.js';
import { DoneBefore } from './AccountPage.js';
import { MailTrouble } from './MailTrouble.js';

/** Everything the account knows, each with the way to change it. */
export function AccountOverview({ account }: { readonly account: AccountView }): ReactNode {
  const texts = useAccountTexts();
  const mandates = useMandatesTexts();
  const ways = useIdentityTexts().own;
  const mine = useMineTexts();
  const arrival = useArrivalTexts();
  const language = useLanguage();
  const providers = useIdentityProviders().data?.providers ?? [];
  const { who } = useApplicant();
  const [only] = account.applicants.length === 1 ? account.applicants : [];
  const missing = only?.kind === 'individual' ? 'business' : 'individual';
  return (
    <Page title={texts.title} site={useSiteName()} focusKey="account" width="narrow">
      <DoneBefore />
      <MailTrouble account={account} />
      <ul className="tz-account">
        {account.applicants.map(({ id, kind, profile }) => (
          <Entry
            key={id}
            title={texts.profiles.kinds[kind]}
            to={`/account/profile/${id}`}
            value={
              <>
                {profile.name}
                {account.applicants.length > 1 && who?.id === id && (
                  <span className="tz-quiet">{texts.profiles.current}</span>
                )}
              </>
            }
          />
        ))}
        {only && (
          <Entry
            title={texts.profiles.add[missing]}
            value={texts.profiles.addLead[missing]}
            to="/account/add"
            action={texts.profiles.add[missing]}
          />
        )}
        <Entry title={texts.mail.title} value={account.mail} to="/account/mail" />
        <Entry
          title={texts.password.title}
          value={account.hasPassword ? texts.password.hidden : texts.password.none}
          to="/account/password"
        />
        {(providers.length > 0 || !account.hasPassword) && (
          <Entry title={ways.title} value={ways.lead} to="/account/sign-in-ways" action={ways.show} />
        )}
        <Entry title={mine.sites} value={texts.sites.lead} to="/account/sites" action={texts.sites.open} />
        <Entry
          title={mine.favourites}
          value={texts.favourites.lead}
          to="/favourites"
          action={texts.favourites.open}
        />
        <Entry
          title={texts.news.title}
          value={account.wantsNews ? texts.news.wanted : texts.news.unwanted}
          to="/account/news"
        />
        <Entry
          title={texts.language.title}
          value={texts.language.values[account.language]}
          to="/account/language"
        />
        <Entry
          title={arrival.notices.title}
          value={
            <>
              {arrival.notices.values[account.notices.by ?? 'none']}
              {account.notices.at !== null && (
                <span className="tz-quiet">
                  {` ${arrival.notices.since(dateText(account.notices.at, language))}`}
                </span>
              )}
            </>
          }
          to="/account/notices"
        />
        <Entry
          title={mandates.title}
          value={mandates.lead}
          to="/account/delegations"
          action={mandates.title}
        />
        <Entry
          title={texts.sessions.title}
          value={texts.sessions.lead}
          to="/account/sessions"
          action={texts.sessions.show}
        />
        <Entry
          title={texts.closing.title}
          value={texts.closing.lead}
          to="/account/close"
          action={texts.closing.open}
        />
      </ul>
    </Page>
  );
}

interface EntryProps {
  readonly title: string;
  readonly value: ReactNode;
  readonly to: string;
  /** What the link says; 「変更する」 where it is left out. */
  readonly action?: string;
}

function Entry({ title, value, to, action }: EntryProps): ReactNode {
  const texts = useAccountTexts();
  return (
    <li className="tz-account__entry">
      <div>
        <h2 className="tz-account__title">{title}</h2>
        <p>{value}</p>
      </div>
      <ButtonLink
        size="small"
        to={to}
        {...(action === undefined && { 'aria-label': `${title}: ${texts.change}` })}
      >
        {action ?? texts.change}
      </ButtonLink>
    </li>
  );
}
