import { useQueryClient } from '../../api/query/index.js';
import { Suspense, useEffect, useState, type ReactNode } from 'react';
import { useSite } from '../../api/queries.js';
import { signOut } from '../../api/session.js';
import { Link, useLocation, useNavigate } from '../../router/index.js';
import { usePortalTexts } from '../../texts/index.js';
import { comeLater, Footer, Header, WhenBroken } from '../../ui/index.js';
import { forgetFiles } from '../fill/uploads/file-journal.js';
import { tellTabs } from '../fill/draft-channel.js';
import { forgetJournals, forgetJournalsOfOthers } from '../fill/journal.js';
import { saveOpenDrafts } from '../fill/open-drafts.js';
import { useApplicant, type Applicant } from '../session/use-applicant.js';
import { OpeningScreen } from './OpeningScreen.js';

export function Frame({ children }: { readonly children: ReactNode }): ReactNode {
  const texts = usePortalTexts();
  const site = useSite();
  const { pathname } = useLocation();
  const applicant = useApplicant();
  const mail = applicant.who?.mail ?? null;
  useEffect(() => {
    if (mail !== null) forgetJournalsOfOthers(mail);
  }, [mail]);
  const links = [
    { to: '/procedures?for=individual', label: texts.frame.individuals },
    { to: '/procedures?for=business', label: texts.frame.businesses },
    { to: '/help', label: texts.frame.help },
    { to: '/faq', label: texts.frame.faq },
    ...(applicant.who === null
      ? []
      : [
          { to: '/applications', label: texts.frame.mine },
          ...(applicant.who.guestOf === null && applicant.who.acting === null
            ? [{ to: '/account', label: texts.frame.account }]
            : []),
        ]),
    ...(applicant.who === null && !applicant.loading
      ? [
          { to: '/sign-in', label: texts.frame.signIn },
          { to: '/register', label: texts.frame.register },
        ]
      : []),
  ];
  return (
    <>
      <Header site={site.data?.name ?? ''} home="/" navLabel={texts.frame.navigation} links={links}>
        {applicant.who !== null && (
          <SignedIn name={applicant.who.name} isGuest={applicant.who.guestOf !== null} />
        )}
      </Header>
      {applicant.who !== null && <Hats who={applicant.who} />}
      {/* A draft says it beside what it has saved. */}
      {!pathname.startsWith('/drafts/') && <Offline />}
      <WhenBroken place={pathname} site={site.data?.name ?? ''}>
        <Suspense fallback={<OpeningScreen />}>{children}</Suspense>
      </WhenBroken>
      <Footer note={texts.frame.footerNote}>
        <Link to="/help">{texts.frame.help}</Link>
        <Link to="/faq">{texts.frame.faq}</Link>
        <Link to="/accessibility">{texts.frame.accessibility}</Link>
        <Link to="/privacy">{texts.frame.privacy}</Link>
        <Link to="/look-up">{texts.frame.lookUp}</Link>
        <Link to="/verify">{texts.frame.verify}</Link>
        <a href="/desk">{texts.frame.desk}</a>
        {site.data?.demo === true && <a href="/mailbox">{texts.frame.mailbox}</a>}
      </Footer>
    </>
  );
}

const useBand = comeLater(() => import('./HatBand.js'));

const useOfflineBand = comeLater(() => import('../../ui/OfflineBand.js'));

function Offline(): ReactNode {
  const band = useOfflineBand(false);
  return band && <band.OfflineBand />;
}

/** Most people act for themselves alone; the band comes to those who have a choice, and stays until they leave. */
function Hats({ who }: { readonly who: Applicant }): ReactNode {
  const [hasChoice, setHasChoice] = useState(false);
  if (!hasChoice && (who.hats.length > 1 || who.mandates.length > 0)) setHasChoice(true);
  return hasChoice && <Band who={who} />;
}

function Band({ who }: { readonly who: Applicant }): ReactNode {
  const band = useBand(true);
  return band && <band.HatBand who={who} />;
}

interface SignedInProps {
  readonly name: string;
  readonly isGuest: boolean;
}

function SignedIn({ name, isGuest }: SignedInProps): ReactNode {
  const texts = usePortalTexts();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const leave = async (): Promise<void> => {
    await saveOpenDrafts();
    await signOut();
    forgetJournals();
    void forgetFiles();
    tellTabs({ kind: 'left' });
    queries.clear();
    await navigate('/');
  };
  return (
    <>
      <span className="tz-header__who">
        {isGuest ? texts.frame.guestBand(name) : texts.frame.signedInAs(name)}
      </span>
      <button type="button" className="tz-header__link" onClick={() => void leave()}>
        {isGuest ? texts.frame.guestLeave : texts.frame.signOut}
      </button>
    </>
  );
}

export { useSiteName } from './site-name.js';
