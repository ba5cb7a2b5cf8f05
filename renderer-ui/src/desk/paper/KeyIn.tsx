import { useCallback, useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import { useQueryClient } from '../../api/query/index.js';
import { serverNow } from '../../api/server-clock.js';
import type { PaperDraftView, Receipt, SetAside } from '../../api/types.js';
import { correctionOf, correctionPlaces } from '../../drafts/correction.js';
import {
  AnswersInHand,
  fieldPathOf,
  FormSessionProvider,
  idOf,
  pageHasErrors,
  PageForm,
  pageOf,
  useAnswers,
  useInHand,
  useProblemWords,
  valueAt,
  type AnswerContext,
  type FormSession,
  type LoadedForm,
  type Problem,
} from '../../form/index.js';
import { todayInJapan, useDeskPaperTexts, useLanguage } from '../../texts/index.js';
import { Button, Buttons, focusControl } from '../../ui/index.js';
import { deskKeys } from '../desk-queries.js';
import { ArrivalLine } from './ArrivalLine.js';
import { enterMovesOn } from './enter-moves-on.js';
import { PaperCheck } from './PaperCheck.js';
import { PaperSaveState } from './PaperSaveState.js';
import { ScanPane } from './ScanPane.js';
import { usePaperFiles } from './use-paper-files.js';
import { usePaperSaver } from './use-paper-saver.js';

const CHECK = '';

interface KeyInProps {
  readonly paper: PaperDraftView;
  readonly loaded: LoadedForm;
  readonly onReceipt: (receipt: Receipt) => void;
  /** Begins again with what the server has. */
  readonly onReopen: () => void;
  readonly onGone: () => void;
}

/** The form of the portal, page by page without a reload, beside the scan. */
export function KeyIn({ paper, loaded, onReceipt, onReopen, onGone }: KeyInProps): ReactNode {
  const { draft } = paper;
  const texts = useDeskPaperTexts().fill;
  const language = useLanguage();
  const client = useQueryClient();
  const { form, checks } = loaded;
  const [inHand] = useState(() => new AnswersInHand(loaded, language, draft.answers, contextOf(paper)));
  useAnswers(inHand, loaded);
  const asked = useInHand(inHand, ({ evaluation }) => evaluation.asked);
  const problems = useInHand(inHand, (state) => state.problems);
  const saver = usePaperSaver(draft, form, inHand);
  const { files, sending } = usePaperFiles({ draftId: draft.id, initial: draft.attachments, inHand });
  const [scans, setScans] = useState(paper.scans);
  const [setAside, setSetAside] = useState<readonly SetAside[]>(paper.setAside);
  const pages = form.pages.filter((page) => asked.has(`/${page.name}`));
  const [step, setStep] = useState(draft.correction ? CHECK : (form.pages[0]?.name ?? CHECK));
  const page = pages.find(({ name }) => name === step);
  const place = useRef<string | null>(null);
  useEffect(() => {
    void checks.bringAll();
    void useProblemWords.bring();
  }, [checks]);

  const [askedAtStart] = useState(asked);
  const places = useInHand(inHand, ({ evaluation }) =>
    correctionPlaces(draft.correction, form, evaluation.answers).join(' '),
  );
  const correction = useMemo(
    () => correctionOf(draft.correction, askedAtStart, places.split(' ')),
    [draft.correction, askedAtStart, places],
  );
  const leave = useCallback((pointer: string) => inHand.leave(pointer), [inHand]);
  const session = useMemo<FormSession>(
    () => ({
      form,
      language,
      inHand,
      leave,
      correction,
      applications: draft.applications,
      firstAnswer: (pointer) => {
        const source = draft.prefilled[fieldPathOf(pointer)];
        return source === undefined ? null : { source, value: valueAt(draft.answers, pointer) };
      },
    }),
    [form, language, inHand, leave, correction, draft],
  );
  // Once the page stands there: the first box of it, or the one that a line of the check leads to.
  useEffect(() => {
    const wanted = place.current;
    place.current = null;
    if (wanted !== null) focusControl(wanted);
    else document.getElementById('paper-step')?.focus();
  }, [step]);

  const go = (name: string): void => {
    if (page) inHand.showAll([page.name]);
    void saver.flush();
    setStep(name);
  };
  const after = (): void => {
    const index = pages.findIndex(({ name }) => name === step);
    go(pages[index + 1]?.name ?? CHECK);
  };
  const goTo = (problem: Problem): void => {
    place.current = idOf(problem.path);
    inHand.showAll([pageOf(problem.path)]);
    setStep(pageOf(problem.path));
  };
  const before = page ? pages[pages.indexOf(page) - 1] : pages.at(-1);
  return (
    <FormSessionProvider session={session} files={files}>
      <ArrivalLine paper={paper} />
      <div className="desk-keyin">
        <div className="desk-keyin__form" onKeyDown={(event) => enterMovesOn(event, after)}>
          <nav className="desk-keyin__pages" aria-label={texts.pages}>
            {pages.map(({ name, title }) => (
              <Button
                key={name}
                size="small"
                look={name === step ? 'secondary' : 'text'}
                aria-current={name === step ? 'step' : undefined}
                onClick={() => go(name)}
              >
                {title}
                {pageHasErrors(problems, name) ? '' : ' ✓'}
              </Button>
            ))}
            <Button
              size="small"
              look={page ? 'text' : 'secondary'}
              aria-current={page ? undefined : 'step'}
              onClick={() => go(CHECK)}
            >
              {texts.checkPage}
            </Button>
          </nav>
          <p className="desk-small tz-quiet">{texts.keys}</p>
          <PaperSaveState state={saver.state} onReopen={onReopen} />
          <h2 id="paper-step" className="tz-heading" tabIndex={-1} data-quiet-focus>
            {page ? page.title : texts.checkPage}
          </h2>
          {page ? (
            <>
              <div lang={loaded.language}>
                <PageForm page={page} />
              </div>
              <Buttons>
                <Button look="primary" data-next-page onClick={after}>
                  {texts.next}
                </Button>
                {before && <Button onClick={() => go(before.name)}>{texts.back}</Button>}
              </Buttons>
            </>
          ) : (
            <PaperCheck
              draftId={draft.id}
              problems={problems}
              sentence={inHand.sentence}
              setAside={setAside}
              onSetAside={setSetAside}
              hasScan={scans.length > 0}
              sending={sending}
              keyedTwice={paper.keyedTwice}
              saver={saver}
              onGoTo={goTo}
              onReceipt={(receipt) => {
                // There is no draft any more whose second entry could be asked for.
                client.removeQueries({ queryKey: deskKeys.paperCheck(draft.id) });
                void client.invalidateQueries({ queryKey: deskKeys.papers });
                void client.invalidateQueries({ queryKey: deskKeys.application(receipt.applicationId) });
                onReceipt(receipt);
              }}
              onGone={() => {
                void client.invalidateQueries({ queryKey: deskKeys.papers });
                onGone();
              }}
            />
          )}
        </div>
        <ScanPane draftId={draft.id} scans={scans} onScans={setScans} />
      </div>
    </FormSessionProvider>
  );
}

/** A correction is judged as of today, an application as of its day of arrival. */
function contextOf({ draft, arrivedOn }: PaperDraftView): AnswerContext {
  return {
    today: draft.correction ? todayInJapan(serverNow()) : arrivedOn,
    applications: Object.fromEntries(
      draft.applications.map(({ number, procedureId: procedure, status, facts }) => [
        number,
        { procedure, status, facts },
      ]),
    ),
  };
}
