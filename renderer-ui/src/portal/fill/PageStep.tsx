import { useEffect, useRef, useState, type ReactNode } from 'react';
import {
  Banner,
  ButtonLink,
  Button,
  Buttons,
  ErrorSummary,
  PageTitle,
  useAnnounce,
  type SummaryLine,
} from '../../ui/index.js';
import type { DraftView } from '../../api/types.js';
import {
  idOf,
  pageHasErrors,
  PageForm,
  pageOf,
  patiently,
  useInHand,
  useProblemWords,
  type AnswersInHand,
  type Evaluation,
  type LoadedForm,
  type Page,
  type Problem,
} from '../../form/index.js';
import {
  dateText,
  dateTimeText,
  useFillTexts,
  useFormTexts,
  useLanguage,
  type Language,
} from '../../texts/index.js';
import { newlyAsked } from './newly-asked.js';

interface PageStepProps {
  readonly draft: DraftView;
  readonly page: Page;
  /** What the page is written in: Japanese also where the procedure brings no English. */
  readonly language: Language;
  readonly inHand: AnswersInHand;
  readonly checks: LoadedForm['checks'];
  readonly isFirst: boolean;
  readonly isLast: boolean;
  readonly onVisit: () => void;
  readonly onNext: () => void;
  readonly onBack: () => void;
}

/** One page of questions. */
export function PageStep(props: PageStepProps): ReactNode {
  const { draft, page, inHand, checks, isFirst, isLast, onVisit, onNext, onBack } = props;
  const texts = useFillTexts();
  const language = useLanguage();
  const [attempt, setAttempt] = useState(0);
  const asked = useInHand(inHand, ({ evaluation }) => evaluation.asked);
  const problems = useInHand(inHand, (state) => state.problems);
  // Drawn again when the words for what is wrong have come.
  const words = useProblemWords(false);
  useAnnounceNewQuestions(page, asked);

  const next = async (): Promise<void> => {
    onVisit();
    inHand.showAll([page.name]);
    await Promise.all([
      checks.isHere(page.name) || checks.bring(page.name),
      words !== null || patiently(useProblemWords.bring()),
    ]);
    if (pageHasErrors(inHand.state.evaluation.problems, page.name)) setAttempt((count) => count + 1);
    else onNext();
  };
  return (
    <form
      className="tz-step"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void next();
      }}
    >
      {attempt > 0 && (
        <ErrorSummary lines={summaryLines(page, problems, inHand.sentence)} attempt={attempt} />
      )}
      <PageTitle>{page.title}</PageTitle>
      {page.description !== null && (
        <p className="tz-lead tz-prewrap" lang={props.language}>
          {page.description}
        </p>
      )}
      {isFirst && draft.copiedFrom !== null && (
        <Banner
          tone="info"
          title={texts.copied(draft.copiedFrom.number, dateText(draft.copiedFrom.submittedAt, language))}
        />
      )}
      {isPrefilled(draft, page) && <p className="tz-note">{texts.save.prefilled}</p>}
      <div className="tz-step__questions" lang={props.language}>
        {asked.has(`/${page.name}`) ? <PageForm page={page} /> : <p>{texts.noQuestions}</p>}
      </div>
      <Buttons>
        <Button look="primary" size="large" type="submit">
          {isLast ? texts.toConfirm : texts.next}
        </Button>
        {!isFirst && (
          <Button size="large" onClick={onBack}>
            {texts.back}
          </Button>
        )}
      </Buttons>
      <div className="tz-step__later">
        <ButtonLink look="text" to="/applications">
          {texts.later}
        </ButtonLink>
        <p className="tz-quiet">
          {texts.laterNote}
          {draft.correction === null && texts.deadline(dateTimeText(draft.closesAt, language))}
        </p>
      </div>
    </form>
  );
}

function summaryLines(
  page: Page,
  problems: readonly Problem[],
  sentence: (problem: Problem) => string,
): SummaryLine[] {
  return problems
    .filter((problem) => problem.level === 'error' && pageOf(problem.path) === page.name)
    .map((problem) => ({ controlId: idOf(problem.path), text: sentence(problem) }));
}

function isPrefilled(draft: DraftView, page: Page): boolean {
  return (
    draft.correction === null && Object.keys(draft.prefilled).some((path) => path.startsWith(`${page.name}.`))
  );
}

/** Tells people who do not see the screen that answering a question brought up another. */
function useAnnounceNewQuestions(page: Page, asked: Evaluation['asked']): void {
  const texts = useFormTexts();
  const announce = useAnnounce();
  const before = useRef(asked);
  useEffect(() => {
    const titles = newlyAsked(page, before.current, asked);
    before.current = asked;
    if (titles.length > 0) announce(texts.asked(titles));
  }, [page, asked, announce, texts]);
}
