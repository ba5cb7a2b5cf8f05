import { useQueryClient } from '../../api/query/index.js';
import { useCallback, useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import { keys } from '../../api/queries.js';
import type { DraftView } from '../../api/types.js';
import {
  fieldPathOf,
  FormSessionProvider,
  useAnswers,
  useInHand,
  valueAt,
  type AnswerContext,
  type AnswersInHand,
  type FieldCorrection,
  type Form,
  type FormSession,
  type LoadedForm,
} from '../../form/index.js';
import { Navigate, useNavigate, useParams } from '../../router/index.js';
import { useFillTexts, useKeepingTexts, useLanguage, usePortalTexts } from '../../texts/index.js';
import { Banner, Button, CompactSteps, Dialog, focusControl, Page, StepList } from '../../ui/index.js';
import { LoadingPage } from '../frame/Failure.js';
import { useSiteName } from '../frame/site-name.js';
import type { Applicant } from '../session/use-applicant.js';
import { AlreadySubmitted } from './AlreadySubmitted.js';
import { correctionOf, correctionPlaces, pageIsOpen } from '../../drafts/correction.js';
import { DeadlineBar } from './DeadlineBar.js';
import type { Opening } from './opening.js';
import { PageStep } from './PageStep.js';
import { SaveStatus } from './SaveStatus.js';
import { askedPages, CONFIRM, stepsOf } from './steps.js';
import { TakenOver } from './TakenOver.js';
import { useLater } from './use-later.js';
import { useDraftKeeping } from './use-draft-keeping.js';
import { useOnceCheck } from './use-once-check.js';
import { usePageChecks } from './use-page-checks.js';
import { useUploads } from './uploads/use-uploads.js';

interface WizardProps {
  readonly draft: DraftView;
  readonly loaded: LoadedForm;
  readonly start: Opening;
  readonly context: AnswerContext;
  readonly inHand: AnswersInHand;
  readonly owner: Applicant;
  /** Whether it is still the same person who is signed in. */
  readonly isOwner: () => boolean;
  /** The session has ended. */
  readonly signedOut: boolean;
  /** Id of the control in which somebody is typing. */
  readonly onPlace: (id: string) => void;
  /** Begins again with the draft as it is now and what this device has beside it. */
  readonly onReopen: () => void;
}

/** One draft from the first question to the submission; the address says which step is shown. */
export function Wizard(props: WizardProps): ReactNode {
  const { draft, loaded, start, context, inHand, owner, isOwner, signedOut, onPlace, onReopen } = props;
  const texts = useFillTexts();
  const keepingTexts = useKeepingTexts();
  const portalTexts = usePortalTexts();
  const site = useSiteName();
  const language = useLanguage();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const { step } = useParams();
  const [openedAt] = useState(step);
  const { form } = loaded;

  useAnswers(inHand, loaded);
  const asked = useInHand(inHand, ({ evaluation }) => evaluation.asked);
  const problems = useInHand(inHand, (state) => state.problems);
  const answered = useInHand(inHand, ({ answers }) => Object.keys(answers).join(' '));
  const [visited, setVisited] = useState<readonly string[]>(start.visited);
  const place = useRef<string | null>(null);
  const sending = useRef(false);
  const keeping = useDraftKeeping({
    draft,
    loaded,
    context,
    inHand,
    visited,
    owner: owner.mail,
    isOwner,
    startsUnsaved: start.restored,
    conflicts: start.conflicts,
    place: () => place.current,
    sending: () => sending.current,
    onReopen,
  });
  useReturnToPlace(openedAt, start.place);
  const once = useOnceCheck(draft, inHand);
  const uploads = useUploads({
    draftId: draft.id,
    form,
    initial: draft.attachments,
    inHand,
    onSignedOut: keeping.signedOut,
  });
  useEffect(() => {
    sending.current = uploads.sending;
  }, [uploads.sending]);
  const endedElsewhere = signedOut && keeping.state.kind !== 'signed-out';
  const { signedOut: askToSignIn } = keeping;
  useEffect(() => {
    if (endedElsewhere) askToSignIn();
  }, [endedElsewhere, askToSignIn]);
  const lost = keeping.state.kind === 'gone';
  useEffect(() => {
    // Another account may have come to this browser; the screen above then takes this one away.
    if (lost) void queries.invalidateQueries({ queryKey: keys.session });
  }, [lost, queries]);
  const correction = useCorrection(draft, form, inHand);
  const needed =
    step === CONFIRM ||
    draft.moved !== null ||
    draft.correction !== null ||
    once.heldBy !== null ||
    keeping.conflict !== null ||
    lost ||
    keeping.state.kind === 'signed-out';
  const later = useLater(needed);

  const { flush } = keeping;
  const leaveField = useCallback(
    (pointer: string) => {
      inHand.leave(pointer);
      void flush();
    },
    [inHand, flush],
  );
  const visitAll = useCallback(() => {
    const all = form.pages.map((each) => each.name);
    setVisited(all);
    inHand.showAll(all);
  }, [form, inHand]);
  const session = useMemo<FormSession>(
    () => ({
      form,
      language,
      inHand,
      leave: leaveField,
      correction,
      applications: draft.applications,
      firstAnswer: (pointer) => {
        const source = draft.prefilled[fieldPathOf(pointer)];
        return source === undefined ? null : { source, value: valueAt(start.answers, pointer) };
      },
    }),
    [form, language, inHand, leaveField, correction, draft, start.answers],
  );

  const pages = askedPages(
    form,
    asked,
    problems,
    correction && ((page) => pageIsOpen(page, correction, asked)),
  );
  const named = pages.find((each) => each.name === step);
  // An address without a step shows the first one, and gets its name.
  const page = named ?? (step === CONFIRM ? undefined : pages[0]);
  const index = page ? pages.indexOf(page) : pages.length;
  usePageChecks(loaded, page?.name ?? CONFIRM, start.visited);
  if (keeping.state.kind === 'submitted') return <AlreadySubmittedLater draft={draft} />;

  const go = (to: number): void => {
    void keeping.flush();
    if (correction === null) once.check();
    void navigate(`/drafts/${draft.id}/${pages[to]?.name ?? CONFIRM}`);
  };
  const visit = (name: string): void => setVisited((before) => [...new Set([...before, name])]);
  const steps = stepsOf({
    draftId: draft.id,
    pages,
    current: page?.name ?? CONFIRM,
    problems,
    visited: new Set(visited),
    // In a correction every answer was given before; only what has been looked at counts.
    given: new Set(correction ? [] : answered.split(' ')),
    confirmTitle: texts.confirmStep,
  });
  const title = page?.title ?? texts.confirmStep;
  if (page === undefined && later === null) return <LoadingPage title={title} />;
  return (
    <Page
      title={title}
      over={draft.correction ? texts.over(draft.correction.number) : loaded.title}
      site={site}
      focusKey={page?.name ?? CONFIRM}
      theme={loaded.themeColor}
      ownTitle
    >
      {page !== named && <Navigate to={`/drafts/${draft.id}/${page?.name ?? CONFIRM}`} replace />}
      <FormSessionProvider session={session} files={uploads.files}>
        <div
          className="tz-fill"
          onFocusCapture={({ target }) => {
            if (!target.id || !target.closest('.tz-page-form')) return;
            place.current = target.id;
            onPlace(target.id);
          }}
        >
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
            {keeping.unsafe && <Banner tone="warning" role="status" title={keepingTexts.unsafe} />}
            {draft.correction === null && <DeadlineBar window={keeping.latest} contact={draft.contact} />}
            {keeping.latest.formChanged && (
              <div className="tz-fill__banner">
                <Banner tone="warning" role="status" title={keepingTexts.formChanged.title}>
                  <p>{keepingTexts.formChanged.body}</p>
                  <Button onClick={() => void keeping.flush().then(onReopen)}>
                    {keepingTexts.formChanged.move}
                  </Button>
                </Banner>
              </div>
            )}
            {later && draft.moved && (
              <later.MovedNotice moved={draft.moved} page={page?.name ?? null} visited={visited} />
            )}
            {later && once.heldBy && (page === undefined || draft.onceKeyPages.includes(page.name)) && (
              <later.OnceNotice heldBy={once.heldBy} contact={draft.contact} />
            )}
            {later && draft.correction && index === 0 && (
              <later.CorrectionBanner correction={draft.correction} />
            )}
            {start.restored && step === openedAt && <Banner tone="info" title={texts.save.restored} />}
            <TakenOver form={form} pointers={keeping.takenOver} inHand={inHand} />
            {later && lost && (
              <later.GoneNotice draft={draft} form={form} inHand={inHand} acting={owner.acting !== null} />
            )}
            {page ? (
              <PageStep
                language={loaded.language}
                key={page.name}
                draft={draft}
                page={page}
                inHand={inHand}
                checks={loaded.checks}
                isLast={index === pages.length - 1}
                isFirst={index === 0}
                onVisit={() => visit(page.name)}
                onNext={() => go(index + 1)}
                onBack={() => go(index - 1)}
              />
            ) : (
              later && (
                <later.ConfirmStep
                  draft={draft}
                  pages={pages}
                  inHand={inHand}
                  keeping={keeping}
                  sending={uploads.sending}
                  onBack={() => go(pages.length - 1)}
                  onVisit={visitAll}
                />
              )
            )}
          </div>
        </div>
      </FormSessionProvider>
      {later && keeping.conflict && (
        <later.ConflictDialog form={form} conflict={keeping.conflict} onSettle={keeping.settle} />
      )}
      <Dialog
        title={portalTexts.signIn.again}
        open={keeping.state.kind === 'signed-out'}
        onClose={() => undefined}
      >
        <p>{portalTexts.signIn.againLead}</p>
        {later && (
          <later.SignInForm
            onSignedIn={() => {
              // Whoever else signs in here is led away, and nothing of this is sent in their name.
              if (isOwner()) void keeping.resume();
            }}
          />
        )}
      </Dialog>
    </Page>
  );
}

/** What may be changed now: it moves with the rows it names. */
function useCorrection({ correction }: DraftView, form: Form, inHand: AnswersInHand): FieldCorrection | null {
  const [askedAtStart] = useState(inHand.state.evaluation.asked);
  const places = useInHand(inHand, ({ evaluation }) =>
    correctionPlaces(correction, form, evaluation.answers).join(' '),
  );
  return useMemo(
    () => correctionOf(correction, askedAtStart, places.split(' ')),
    [correction, askedAtStart, places],
  );
}

/** Once, after a restart: an address with a step leads to the field of that step in which somebody was typing. */
function useReturnToPlace(openedAt: string | undefined, place: string | null): void {
  const done = useRef(false);
  useEffect(() => {
    if (done.current) return;
    done.current = true;
    if (window.location.hash !== '' || !place?.startsWith(`${openedAt ?? ''}.`)) return;
    focusControl(place);
    const box = document.activeElement;
    const isText = box instanceof HTMLInputElement || box instanceof HTMLTextAreaElement;
    if (isText && box.selectionEnd !== null) box.setSelectionRange(box.value.length, box.value.length);
  }, [openedAt, place]);
}

function AlreadySubmittedLater({ draft }: { readonly draft: DraftView }): ReactNode {
  return draft.applicationId === null ? (
    <Navigate to="/applications" replace />
  ) : (
    <AlreadySubmitted applicationId={draft.applicationId} draftId={draft.id} />
  );
}
