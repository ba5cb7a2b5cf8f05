import { useQuery, useQueryClient } from '../../api/query/index.js';
import { useEffect, useState, type ReactNode } from 'react';
import { fetchDraft, submitDraft } from '../../api/drafts.js';
import { keys } from '../../api/queries.js';
import { fetchSigning, prepareSignature } from '../../api/signing.js';
import type { SigningView } from '../../api/types.js';
import { Navigate, useNavigate, useParams } from '../../router/index.js';
import { dateTimeText, useLanguage, useSigningTexts } from '../../texts/index.js';
import { Banner, Button, ButtonLink, Buttons, DescriptionList, Page, Spinner } from '../../ui/index.js';
import { FailurePage, LoadingPage, useFailureText } from '../frame/Failure.js';
import { useSiteName } from '../frame/site-name.js';
import { forgetJournal } from '../fill/journal.js';
import { RequireApplicant } from '../session/RequireApplicant.js';
import { AgentsCannotSign } from './AgentsCannotSign.js';
import { HowToSign } from './HowToSign.js';
import { SignedAnswers } from './SignedAnswers.js';
import { WhatIsSigned } from './WhatIsSigned.js';
import './sign.css';

/** Between the check and the submission: what is signed, how, and by whom it was. */
export function SignScreen(): ReactNode {
  const { draftId = '' } = useParams();
  const { title } = useSigningTexts();
  return (
    <RequireApplicant title={title}>
      {({ acting }) => <Signing key={draftId} draftId={draftId} acting={acting !== null} />}
    </RequireApplicant>
  );
}

interface SigningProps {
  readonly draftId: string;
  /** An agent is here, who reads what there is and cannot sign it. */
  readonly acting: boolean;
}

function Signing({ draftId, acting }: SigningProps): ReactNode {
  const texts = useSigningTexts();
  const site = useSiteName();
  const queries = useQueryClient();
  const queryKey = ['signing', draftId];
  const signing = useQuery({ queryKey, queryFn: () => fetchSigning(draftId), staleTime: 0 });
  const [lost, setLost] = useState(false);
  const keep = (view: SigningView): void => void queries.setQueryData(queryKey, view);
  if (signing.isPending) return <LoadingPage title={texts.title} />;
  if (signing.isError) {
    return <FailurePage error={signing.error} onRetry={() => void signing.refetch()} />;
  }
  const view = signing.data;
  const confirm = `/drafts/${draftId}/confirm`;
  if (!view.asked) return <Navigate to={confirm} replace />;
  const { prepared } = view;
  return (
    <Page
      title={texts.title}
      over={view.procedureTitle}
      site={site}
      focusKey={prepared?.signed ? 'signed' : 'sign'}
      width="narrow"
    >
      <div className="tz-flow tz-sign">
        {acting ? (
          <AgentsCannotSign />
        ) : prepared === null || prepared.fellAway ? (
          <Preparation
            draftId={draftId}
            view={view}
            onPrepared={(made) => {
              setLost(prepared?.signed !== undefined && prepared.signed !== null);
              keep(made);
            }}
          />
        ) : (
          <>
            {prepared.signed === null && <p>{texts.lead}</p>}
            {lost && prepared.signed === null && (
              <Banner tone="warning" role="status" title={texts.fellAway} />
            )}
            {prepared.signed !== null && (
              <Signed draftId={draftId} revision={view.revision} signed={prepared.signed} />
            )}
            <SignedAnswers draftId={draftId} content={prepared.content} />
            <WhatIsSigned draftId={draftId} title={view.procedureTitle} prepared={prepared} />
            {prepared.signed === null && <HowToSign draftId={draftId} view={view} onSigned={keep} />}
          </>
        )}
        <p>
          <ButtonLink to={confirm}>{texts.toConfirm}</ButtonLink>
        </p>
      </div>
    </Page>
  );
}

interface PreparationProps {
  readonly draftId: string;
  readonly view: SigningView;
  readonly onPrepared: (view: SigningView) => void;
}

/** Makes the bytes of what is saved now; a signature over what was saved before no longer counts anyway. */
function Preparation({ draftId, view, onPrepared }: PreparationProps): ReactNode {
  const texts = useSigningTexts();
  const language = useLanguage();
  const { revision } = view;
  const preparation = useQuery({
    queryKey: ['signing', draftId, 'prepared', revision],
    queryFn: () => prepareSignature(draftId, revision),
    staleTime: Infinity,
    gcTime: 0,
    retry: false,
  });
  const { data, error } = preparation;
  useEffect(() => {
    if (data) onPrepared(data);
  }, [data, onPrepared]);
  const text = useFailureText(error);
  if (!error) {
    return (
      <>
        <p role="status">{texts.preparing}</p>
        <Spinner />
      </>
    );
  }
  const problems = 'problem' in error ? (error as RefusedWithProblems).problem.problems : undefined;
  return (
    <Banner tone="error" role="alert" title={texts.notPrepared}>
      <p>{text}</p>
      <ul className="tz-bullets">
        {(problems ?? []).map((problem) => (
          <li key={problem.path + problem.text.ja}>{problem.text[language]}</li>
        ))}
      </ul>
    </Banner>
  );
}

interface RefusedWithProblems {
  readonly problem: {
    readonly problems?: readonly { readonly path: string; readonly text: { ja: string; en: string } }[];
  };
}

interface SignedProps {
  readonly draftId: string;
  readonly revision: number;
  readonly signed: NonNullable<NonNullable<SigningView['prepared']>['signed']>;
}

function Signed({ draftId, revision, signed }: SignedProps): ReactNode {
  const texts = useSigningTexts().signed;
  const language = useLanguage();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const failureText = useFailureText(failure);
  const submit = async (): Promise<void> => {
    setBusy(true);
    setFailure(null);
    try {
      const { correction } = await fetchDraft(draftId);
      const receipt = await submitDraft(draftId, { revision });
      forgetJournal(draftId);
      await Promise.all(
        [keys.drafts, keys.applications].map((queryKey) => queries.invalidateQueries({ queryKey })),
      );
      const application = `/applications/${receipt.applicationId}`;
      if (correction === null) await navigate(`${application}/receipt`, { replace: true });
      else await navigate(application, { replace: true, state: { corrected: true } });
    } catch (error) {
      setFailure(error);
      setBusy(false);
    }
  };
  const rows = [
    { key: 'by', term: texts.by, value: signed.name },
    { key: 'issuer', term: texts.issuer, value: signed.issuer },
    { key: 'at', term: texts.at, value: dateTimeText(signed.at, language) },
  ];
  return (
    <div className="tz-flow">
      <Banner tone="success" role="status" title={texts.title}>
        <p>{texts.lead}</p>
      </Banner>
      <DescriptionList rows={rows} />
      {failure !== null && (
        <Banner tone="error" role="alert" title={texts.failed}>
          <p>{failureText}</p>
        </Banner>
      )}
      <Buttons>
        <Button look="primary" size="large" blocked={busy} onClick={() => void submit()}>
          {busy ? texts.submitting : texts.submit}
        </Button>
      </Buttons>
    </div>
  );
}
