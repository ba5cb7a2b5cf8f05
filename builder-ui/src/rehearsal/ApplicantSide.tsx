import { useCallback, useMemo, useState, type ReactNode } from 'react';
import { type Answers, availableActions, civilDateInJapan, type Procedure } from '#engine';
import {
  AnswersInHand,
  FormSessionProvider,
  type FormSession,
  isInside,
  type LoadedForm,
  PageForm,
  useAnswers,
  useInHand,
} from '../../../renderer-ui/src/form/index.js';
import { useLanguage } from '../../../renderer-ui/src/texts/index.js';
import { Banner, Button, Buttons, StatusChip } from '../../../renderer-ui/src/ui/index.js';
import { useRehearsalTexts } from '../texts/rehearsal.js';
import { useMadeUpFiles } from './made-up-files.js';
import type { Doing, Lived, Recording } from './rehearsal.js';

const APPLICANT = { kind: 'applicant', id: 'applicant', roles: [] } as const;

interface ApplicantSideProps {
  readonly procedure: Procedure;
  readonly loaded: LoadedForm;
  readonly from: Recording;
  readonly lived: Lived | null;
  readonly now: string;
  /** @returns how many errors kept it from arriving */
  readonly onSubmit: (answers: Answers) => number;
  readonly onAct: (doing: Doing) => boolean;
}

/** What the applicant sees: the real form, and after the arrival the status and what they may do. */
export function ApplicantSide(props: ApplicantSideProps): ReactNode {
  const { procedure, loaded, from, lived, now, onSubmit, onAct } = props;
  const texts = useRehearsalTexts();
  const state = lived?.state ?? null;
  const application = lived?.application ?? null;
  if (!state || !application)
    return (
      <Filling
        loaded={loaded}
        answers={from.answers}
        now={now}
        open={null}
        label={texts.submit}
        onDone={onSubmit}
      />
    );
  const stage = procedure.workflow.stages.get(state.stage);
  const actions = availableActions(procedure, state, APPLICANT, application, now);
  const answer = state.correction
    ? actions.find(({ action }) => action.by === 'applicant' && action.tone === 'primary')?.action
    : undefined;
  return (
    <div className="try-stack">
      <p className="tz-quiet builder-small">{texts.reads}</p>
      <p>
        <StatusChip tone={stage?.publicStatus.tone ?? 'progress'}>{stage?.publicStatus.label}</StatusChip>
      </p>
      <p>{stage?.publicStatus.explanation}</p>
      {state.correction && answer && (
        <Filling
          key={state.enteredAt}
          loaded={loaded}
          answers={application.answers}
          now={now}
          open={state.correction.targets}
          label={answer.title}
          onDone={(answers) => (onAct({ kind: 'applicant', action: answer.name, answers }) ? 0 : 1)}
        />
      )}
      {actions.length > 0 && <p className="tz-quiet builder-small">{texts.acts}</p>}
      <Buttons>
        {actions
          .filter(({ action }) => action !== answer)
          .map(({ action }) => (
            <Button
              key={action.name}
              size="small"
              onClick={() => onAct({ kind: 'applicant', action: action.name })}
            >
              {action.title}
            </Button>
          ))}
      </Buttons>
    </div>
  );
}

interface FillingProps {
  readonly loaded: LoadedForm;
  readonly answers: Answers;
  readonly now: string;
  /** What may be corrected; null: everything. */
  readonly open: readonly { readonly path: string; readonly comment: string }[] | null;
  readonly label: string;
  readonly onDone: (answers: Answers) => number;
}

function Filling({ loaded, answers, now, open, label, onDone }: FillingProps): ReactNode {
  const texts = useRehearsalTexts();
  const language = useLanguage();
  const { form } = loaded;
  const [inHand] = useState(
    () => new AnswersInHand(loaded, language, answers, { today: civilDateInJapan(now) }),
  );
  useAnswers(inHand, loaded);
  const files = useMadeUpFiles(inHand);
  const asked = useInHand(inHand, ({ evaluation }) => evaluation.asked);
  const pages = form.pages.filter((page) => asked.has(`/${page.name}`));
  const [step, setStep] = useState(open?.[0]?.path.split('/')[1] ?? pages[0]?.name ?? '');
  const [faults, setFaults] = useState(0);
  const page = pages.find(({ name }) => name === step) ?? pages[0];
  const leave = useCallback((pointer: string) => inHand.leave(pointer), [inHand]);
  const session = useMemo<FormSession>(
    () => ({
      form,
      language,
      inHand,
      leave,
      correction: open
        ? {
            isOpen: (pointer) => open.some(({ path }) => isInside(pointer, path) || isInside(path, pointer)),
            comment: (pointer) => open.find(({ path }) => path === pointer)?.comment ?? null,
          }
        : null,
      applications: [],
      firstAnswer: () => null,
    }),
    [form, language, inHand, leave, open],
  );
  function done(): void {
    inHand.showAll(pages.map(({ name }) => name));
    setFaults(onDone(inHand.state.evaluation.answers));
  }
  return (
    <FormSessionProvider session={session} files={files}>
      <nav className="try-pages" aria-label={texts.pages}>
        {pages.map(({ name, title }) => (
          <button
            key={name}
            type="button"
            aria-current={name === page?.name ? 'step' : undefined}
            onClick={() => {
              if (page) inHand.showAll([page.name]);
              setStep(name);
            }}
          >
            {title}
          </button>
        ))}
      </nav>
      <div className="try-form">{page && <PageForm page={page} />}</div>
      {faults > 0 && <Banner tone="error" role="alert" title={texts.faults(faults)} />}
      <Button look="primary" onClick={done}>
        {label}
      </Button>
    </FormSessionProvider>
  );
}
