import { useParams } from '../../router/index.js';
import './account.css';
import { useQuery } from '../../api/query/index.js';
import type { ReactNode } from 'react';
import { fetchAccount } from '../../api/account.js';
import { keys } from '../../api/queries.js';
import type { AccountView } from '../../api/types.js';
import { useAccountTexts } from '../../texts/index.js';
import { FailurePage, LoadingPage, NotFoundScreen } from '../frame/Failure.js';
import { RequireApplicant } from '../session/RequireApplicant.js';
import { AccountClosed, ClosingSection } from './ClosingSection.js';
import { AccountOverview } from './AccountOverview.js';
import { LanguageSection } from './LanguageSection.js';
import { MailSection } from './MailSection.js';
import { MandatesSection } from './MandatesSection.js';
import { NewsSection } from './NewsSection.js';
import { NoticesSection } from './NoticesSection.js';
import { PasswordSection } from './PasswordSection.js';
import { AddProfile, EditProfile } from './ProfileSection.js';
import { SessionsSection } from './SessionsSection.js';

/** 利用者情報: an overview, and a page for each thing that can be changed. */
export function AccountScreen(): ReactNode {
  const texts = useAccountTexts();
  const { section } = useParams();
  if (section === 'closed') return <AccountClosed />;
  return <RequireApplicant title={texts.title}>{() => <Account />}</RequireApplicant>;
}

const sections: Readonly<Record<string, (props: { readonly account: AccountView }) => ReactNode>> = {
  profile: EditProfile,
  add: AddProfile,
  mail: MailSection,
  password: PasswordSection,
  news: NewsSection,
  language: LanguageSection,
  notices: NoticesSection,
  sessions: SessionsSection,
  delegations: MandatesSection,
  close: ClosingSection,
};

function Account(): ReactNode {
  const texts = useAccountTexts();
  const { section } = useParams();
  const account = useQuery({ queryKey: keys.account, queryFn: fetchAccount });
  if (account.isPending) return <LoadingPage title={texts.title} />;
  if (account.isError) {
    return <FailurePage error={account.error} onRetry={() => void account.refetch()} />;
  }
  if (section === undefined) return <AccountOverview account={account.data} />;
  const Section = Object.hasOwn(sections, section) ? sections[section] : undefined;
  return Section ? <Section account={account.data} /> : <NotFoundScreen />;
}
