import { useCallback, useMemo, useState, type ReactNode } from 'react';
import { Navigate, useNavigate, useParams } from 'react-router';
import type { DraftView } from '../../api/types.js';
import {
  fieldPathOf,
  FormSessionProvider,
  sameAnswer,
  todayInJapan,
  useAnswers,
  valueAt,
  type FormSession,
  type LoadedForm,
  type RawAnswers,
} from '../../form/index.js';
import { useFillTexts, useLanguage, usePortalTexts } from '../../texts/index.js';
import { Banner, CompactSteps, Dialog, Page, StepList } from '../../ui/index.js';
import { useSiteName } from '../frame/Frame.js';
import { SignInForm } from '../session/SignInForm.js';
import { AlreadySubmitted, ConflictDialog } from './Conflict.js';
import { ConfirmStep } from './ConfirmStep.js';
import { CorrectionBanner } from './CorrectionBanner.js';
import { correctionOf, pageIsOpen } from './correction.js';
import { PageStep } from './PageStep.js';
import { SaveStatus } from './SaveStatus.js';
import { askedPages, CONFIRM, stepsOf } from './steps.js';
import { useDraftKeeping } from './use-draft-keeping.js';
import { useUploads } from './uploads/use-uploads.js';

export interface WizardStart {
  readonly answers: RawAnswers;
  readonly visited: readonly string[];
  /** The answers come from this device, not from the server. */
  readonly restored: boolean;
}

interface WizardProps {
  readonly draft: DraftView;
  readonly loaded: LoadedForm;
  readonly start: WizardStart;
  readonly onOpenSaved: () => void;
}

/** One draft from the first question to the submission; the address says which step is shown. */
export function Wizard({ draft, loaded, start, onOpenSaved }: WizardProps): ReactNode {
  const texts = useFillTexts();
  const portalTexts = usePortalTexts();
  const site = useSiteName();
  const language = useLanguage();
  const navigate = useNavigate();
  const { step } = useParams();
  const [today] = useState(() => todayInJapan());
  const [openedAt] = useState(step);
  const { form } = loaded;

  const inHand = useAnswers(loaded, start.answers, today, start.visited);
  const { evaluation } = inHand;
  const [visited, setVisited] = useState<readonly string[]>(start.visited);
  const keeping = useDraftKeeping({ draft, form, inHand, visited, startsUnsaved: start.restored });
  const uploads = useUploads({
    draftId: draft.id,
    form,
    initial: draft.attachments,
    answers: inHand.answers,
    updateAnswer: inHand.updateAnswer,
    onSignedOut: keeping.signedOut,
  });
  const [askedAtStart] = useState(evaluation.asked);
  const correction = useMemo(
    () => correctionOf(draft.correction, askedAtStart, form, evaluation.answers),
    [draft.correction, askedAtStart, form, evaluation.answers],
  );

  const leaveField = useCallback(
    (pointer: string) => {
      inHand.leave(pointer);
      void keeping.flush();
    },
    [inHand, keeping],
  );
  const { showAll } = inHand;
  const visitAll = useCallback(() => {
    const all = form.pages.map((each) => each.name);
    setVisited(all);
    showAll(all);
  }, [form, showAll]);
  const isUntouched = (pointer: string): boolean =>
    sameAnswer(valueAt(start.answers, pointer), valueAt(inHand.answers, pointer));
  const session: FormSession = {
    form,
    language,
    answers: inHand.answers,
    evaluation,
    setAnswer: inHand.setAnswer,
    leave: leaveField,
    messages: inHand.messages,
    correction,
    files: uploads.files,
    sourceOf: (pointer) => (isUntouched(pointer) ? (draft.prefilled[fieldPathOf(pointer)] ?? null) : null),
  };

  const pages = askedPages(
    form,
    evaluation,
    correction && ((page) => pageIsOpen(page, correction, evaluation)),
  );
  const page = pages.find((each) => each.name === step);
  const index = page ? pages.indexOf(page) : pages.length;
  if (step !== CONFIRM && !page) {
    return <Navigate to={`/drafts/${draft.id}/${pages[0]?.name ?? CONFIRM}`} replace />;
  }
  if (keeping.state.kind === 'submitted') return <AlreadySubmittedLater draft={draft} />;

  const go = (to: number): void => {
    void keeping.flush();
    void navigate(`/drafts/${draft.id}/${pages[to]?.name ?? CONFIRM}`);
  };
  const visit = (name: string): void => setVisited((before) => [...new Set([...before, name])]);
  const steps = stepsOf({
    draftId: draft.id,
    pages,
    current: page?.name ?? CONFIRM,
    evaluation,
    visited: new Set(visited),
    // In a correction every answer was given before; only what has been looked at counts.
    given: correction ? {} : inHand.answers,
    confirmTitle: texts.confirmStep,
  });
  const title = page?.title ?? texts.confirm.title;
  return (
    <Page
      title={title}
      over={draft.correction ? texts.correction.over(draft.correction.number) : loaded.title}
      site={site}
      focusKey={page?.name ?? CONFIRM}
      theme={loaded.themeColor}
      ownTitle
    >
      <FormSessionProvider value={session}>
        <div className="tz-fill">
          <aside className="tz-fill__side">
            <p className="tz-fill__procedure">{loaded.title}</p>
            <StepList steps={steps} label={texts.steps} />
            <SaveStatus state={keeping.state} />
          </aside>
          <div className="tz-fill__body">
            <div className="tz-fill__compact">
              <CompactSteps steps={steps} label={texts.steps} />
            </div>
            <div className="tz-fill__status">
              <SaveStatus state={keeping.state} />
            </div>
            {draft.correction && index === 0 && <CorrectionBanner correction={draft.correction} />}
            {start.restored && step === openedAt && <Banner tone="info" title={texts.save.restored} />}
            {page ? (
              <PageStep
                language={loaded.language}
                key={page.name}
                draft={draft}
                page={page}
                inHand={inHand}
                isLast={index === pages.length - 1}
                isFirst={index === 0}
                onVisit={() => visit(page.name)}
                onNext={() => go(index + 1)}
                onBack={() => go(index - 1)}
              />
            ) : (
              <ConfirmStep
                draft={draft}
                pages={pages}
                inHand={inHand}
                keeping={keeping}
                sending={uploads.sending}
                onBack={() => go(pages.length - 1)}
                onVisit={visitAll}
              />
            )}
          </div>
        </div>
      </FormSessionProvider>
      {keeping.state.kind === 'conflict' && (
        <ConflictDialog
          hereAt={null}
          thereAt={null}
          onKeepHere={() => void keeping.overwrite()}
          onOpenSaved={onOpenSaved}
        />
      )}
      <Dialog
        title={portalTexts.signIn.again}
        open={keeping.state.kind === 'signed-out'}
        onClose={() => undefined}
      >
        <p>{portalTexts.signIn.againLead}</p>
        <SignInForm onSignedIn={() => void keeping.resume()} />
      </Dialog>
    </Page>
  );
}

function AlreadySubmittedLater({ draft }: { readonly draft: DraftView }): ReactNode {
  return draft.applicationId === null ? (
    <Navigate to="/applications" replace />
  ) : (
    <AlreadySubmitted applicationId={draft.applicationId} draftId={draft.id} />
  );
}
