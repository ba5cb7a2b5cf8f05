import { useQueryClient } from '../../api/query/index.js';
import { lazy, Suspense, useEffect, useState, type ReactNode } from 'react';
import { attachmentAddress } from '../../api/applications.js';
import { submitDraft } from '../../api/drafts.js';
import { keys } from '../../api/queries.js';
import { isRefused, Unreachable } from '../../api/request.js';
import type { DraftView } from '../../api/types.js';
import {
  AnswersView,
  useFormFiles,
  useFormSession,
  useInHand,
  withoutComputed,
  type AnswersInHand,
  type Page,
} from '../../form/index.js';
import { Link, useNavigate } from '../../router/index.js';
import { useFillTexts, useLanguage, useSendingTexts, useSitesTexts } from '../../texts/index.js';
import {
  Banner,
  Button,
  Buttons,
  ChoiceBox,
  Disclosure,
  FieldWarnings,
  PageTitle,
  Spinner,
} from '../../ui/index.js';
import { useFailureText } from '../frame/Failure.js';
import { useApplicant } from '../session/use-applicant.js';
import { forgetJournal } from './journal.js';
import { OpenProblems } from './OpenProblems.js';
import type { DraftKeeping } from './use-draft-keeping.js';

/** Few answer a correction; the others need not fetch it. */
const AgentsCannotSign = lazy(async () => ({
  default: (await import('../sign/AgentsCannotSign.js')).AgentsCannotSign,
}));
const CorrectionChanges = lazy(async () => ({
  default: (await import('./CorrectionChanges.js')).CorrectionChanges,
}));

interface ConfirmStepProps {
  readonly draft: DraftView;
  readonly pages: readonly Page[];
  readonly inHand: AnswersInHand;
  readonly keeping: DraftKeeping;
  /** Files still on their way. */
  readonly sending: boolean;
  readonly onBack: () => void;
  /** Whoever comes here has been through every page. */
  readonly onVisit: () => void;
}

/** Everything once more, what is still wrong, and the one button that sends it. */
export function ConfirmStep({
  draft,
  pages,
  inHand,
  keeping,
  sending,
  onBack,
  onVisit,
}: ConfirmStepProps): ReactNode {
  const texts = useFillTexts();
  const sendingTexts = useSendingTexts();
  const { form } = useFormSession();
  const files = useFormFiles();
  const evaluation = useInHand(inHand, (state) => state.evaluation);
  useEffect(onVisit, [onVisit]);
  const siteTexts = useSitesTexts();
  const [keepSite, setKeepSite] = useState(true);
  const { who } = useApplicant();
  // An agent leaves the principal's places alone, and a guest has none.
  const keepsSites = who !== null && who.acting === null && who.guestOf === null;
  const principalSigns = draft.needsSignature && who !== null && who.acting !== null;
  const asksSite =
    keepsSites &&
    draft.correction === null &&
    [...form.fields.values()].some(({ prefill }) => prefill?.startsWith('site.'));
  const submission = useSubmission(draft, inHand, keeping, asksSite && keepSite);
  const errors = evaluation.problems.filter((problem) => problem.level === 'error');
  const warnings = evaluation.problems.filter((problem) => problem.level === 'warning');
  const open = new Set(pages.map((page) => page.name));
  const correction = draft.correction !== null;
  // A correction opens only some pages; the others go along as they were.
  const closed = form.pages.filter((page) => evaluation.asked.has(`/${page.name}`) && !open.has(page.name));
  const answersOf = (shown: readonly Page[]): ReactNode => (
    <AnswersView
      form={{ ...form, pages: shown }}
      answers={evaluation.answers}
      asked={evaluation.asked}
      files={{ attachments: files.attachments, address: attachmentAddress }}
      pageAction={(page) =>
        open.has(page.name) ? (
          <Link
            to={`/drafts/${draft.id}/${page.name}`}
            aria-label={sendingTexts.confirm.editNamed(page.title)}
          >
            {sendingTexts.confirm.edit}
          </Link>
        ) : null
      }
      note={(pointer) => {
        const said = warnings.filter((problem) => problem.path === pointer).map(inHand.sentence);
        return said.length > 0 ? <FieldWarnings id={`confirm-warning-${pointer}`} warnings={said} /> : null;
      }}
    />
  );
  return (
    <div className="tz-step">
      <PageTitle>{sendingTexts.confirm.title}</PageTitle>
      <p className="tz-lead">{sendingTexts.confirm.lead}</p>
      {errors.length > 0 && (
        <OpenProblems
          tone="error"
          draftId={draft.id}
          title={sendingTexts.confirm.errors(errors.length)}
          lead={sendingTexts.confirm.errorsLead}
          pages={form.pages}
          problems={errors}
          attempt={submission.attempt}
          sentence={inHand.sentence}
        />
      )}
      {warnings.length > 0 && (
        <OpenProblems
          tone="warning"
          draftId={draft.id}
          title={sendingTexts.confirm.warnings}
          lead={sendingTexts.confirm.warningsLead}
          pages={form.pages}
          problems={warnings}
          attempt={0}
          sentence={inHand.sentence}
        />
      )}
      {draft.correction && (
        <Suspense fallback={<Spinner />}>
          <CorrectionChanges
            correction={draft.correction}
            form={form}
            evaluation={evaluation}
            files={{ attachments: files.attachments, address: attachmentAddress }}
          />
        </Suspense>
      )}
      {answersOf(form.pages.filter((page) => open.has(page.name)))}
      {closed.length > 0 && (
        <Disclosure summary={sendingTexts.confirm.otherPages}>{answersOf(closed)}</Disclosure>
      )}
      <section className="tz-declare" aria-labelledby="declaration">
        <h2 id="declaration" className="tz-heading">
          {sendingTexts.confirm.declaration}
        </h2>
        <p>
          {draft.needsSignature ? sendingTexts.confirm.declarationSign : sendingTexts.confirm.declarationText}
        </p>
        {asksSite && (
          <div>
            <ChoiceBox
              kind="checkbox"
              checked={keepSite}
              onChange={(event) => setKeepSite(event.target.checked)}
            >
              {siteTexts.keepSite}
            </ChoiceBox>
            <p className="tz-quiet">{siteTexts.keepSiteNote}</p>
          </div>
        )}
        {sending && <Banner tone="info" role="status" title={sendingTexts.confirm.uploadsPending} />}
        <SubmissionFailure failure={submission.failure} />
        {principalSigns && (
          <Suspense fallback={<Spinner />}>
            <AgentsCannotSign />
          </Suspense>
        )}
        <Buttons>
          {!principalSigns && (
            <Button
              look="primary"
              size="large"
              blocked={submission.busy || sending}
              onClick={() => void submission.submit()}
            >
              {submission.busy
                ? sendingTexts.confirm.submitting
                : draft.needsSignature
                  ? sendingTexts.confirm.toSignature
                  : correction
                    ? sendingTexts.confirm.submitCorrection
                    : sendingTexts.confirm.submit}
            </Button>
          )}
          <Button size="large" onClick={onBack}>
            {texts.back}
          </Button>
        </Buttons>
      </section>
    </div>
  );
}

interface Submission {
  readonly busy: boolean;
  readonly failure: unknown;
  readonly attempt: number;
  readonly submit: () => Promise<void>;
}

/** Sending the same draft twice gives the same receipt, so a lost answer is cured by pressing again. */
function useSubmission(
  draft: DraftView,
  inHand: AnswersInHand,
  keeping: DraftKeeping,
  saveSite: boolean,
): Submission {
  const navigate = useNavigate();
  const queries = useQueryClient();
  const { form } = useFormSession();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const [attempt, setAttempt] = useState(0);
  const submit = async (): Promise<void> => {
    if (inHand.state.evaluation.problems.some((problem) => problem.level === 'error')) {
      setAttempt((count) => count + 1);
      return;
    }
    setBusy(true);
    setFailure(null);
    try {
      const state = await keeping.flush();
      if (state.kind === 'conflict' || state.kind === 'signed-out') return;
      if (draft.needsSignature) {
        await navigate(`/drafts/${draft.id}/sign`);
        return;
      }
      const answers = withoutComputed(form, inHand.state.evaluation.answers);
      const receipt = await submitDraft(draft.id, { revision: keeping.revision(), answers, saveSite });
      forgetJournal(draft.id);
      await Promise.all([
        queries.invalidateQueries({ queryKey: keys.drafts }),
        queries.invalidateQueries({ queryKey: keys.applications }),
      ]);
      const application = `/applications/${receipt.applicationId}`;
      if (draft.correction === null) await navigate(`${application}/receipt`, { replace: true });
      else await navigate(application, { replace: true, state: { corrected: true } });
    } catch (error) {
      if (isRefused(error, 'sign-in-required')) keeping.signedOut();
      else setFailure(error);
      if (isRefused(error, 'form-changed') || isRefused(error, 'draft-changed-elsewhere'))
        void keeping.look();
    } finally {
      setBusy(false);
    }
  };
  return { busy, failure, attempt, submit };
}

function SubmissionFailure({ failure }: { readonly failure: unknown }): ReactNode {
  const texts = useSendingTexts().confirm;
  const text = useFailureText(failure);
  const language = useLanguage();
  if (failure === null) return null;
  if (failure instanceof Unreachable) return <Banner tone="warning" role="alert" title={texts.unknown} />;
  const problems = isRefused(failure) ? (failure.problem.problems ?? []) : [];
  return (
    <Banner tone="error" role="alert" title={texts.refused}>
      <p>{text}</p>
      {problems.length > 0 && (
        <ul className="tz-bullets">
          {problems.map((problem) => (
            <li key={problem.path + problem.code}>{problem.text[language]}</li>
          ))}
        </ul>
      )}
    </Banner>
  );
}
