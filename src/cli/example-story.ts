import {
  describeProblem,
  type Evaluation,
  type Example,
  type ExampleMove,
  explainAsked,
  explainCheck,
  explainComputed,
  explainRoute,
  type Form,
  type PageValidators,
  type Problem,
  type Procedure,
  type Route,
  runExample,
} from '#engine';

type Language = 'ja' | 'en';

/** What happens to one application, told in one language. */
export interface ExampleStory {
  readonly title: string;
  readonly chapters: readonly Chapter[];
  /** What does not come out as the example expects. */
  readonly problems: readonly Problem[];
}

export type Chapter = Submission | Move | Refused;

/** Answers are handed in. */
interface Submission {
  readonly kind: 'submission';
  /** Why each question that is not put to everybody was asked, in the order of the screen. */
  readonly asked: readonly string[];
  readonly notAsked: readonly string[];
  /** 協力金の日額 ＝ … , value and answers read. */
  readonly computed: readonly {
    readonly title: string;
    readonly value: string;
    readonly formula: string;
    readonly inputs: readonly { readonly title: string; readonly value: string }[];
  }[];
  readonly problems: readonly {
    readonly level: Problem['level'];
    readonly sentence: string;
    /** The values that decided; null for what is no check of the procedure. */
    readonly because: string | null;
  }[];
}

/** The application moves, or stays where it is for another approver. */
interface Move {
  readonly kind: 'move';
  readonly at: string;
  /** Who took it; null for the arrival and for the clock. */
  readonly by: string | null;
  /** Title of the action or timer; null for the arrival. */
  readonly action: string | null;
  readonly path: readonly {
    readonly from: string | null;
    readonly to: string;
    readonly because: string | null;
  }[];
  /** Files of the folder that are sent: `messages/received.md`. */
  readonly sent: readonly string[];
}

interface Refused {
  readonly kind: 'refused';
  readonly by: string;
  readonly action: string;
  /** Of the engine: `four-eyes`, `role-missing` … */
  readonly code: string;
}

/** @param procedure in the words of `language` */
export function tellExample(
  procedure: Procedure,
  example: Example,
  validators: PageValidators,
  language: Language,
): ExampleStory {
  const chapters: Chapter[] = [];
  const problems = runExample(procedure, example, validators, {
    submitted: (evaluation, found) => chapters.push(submission(procedure.form, evaluation, found, language)),
    moved: (move) => chapters.push(moveOf(procedure, move, language)),
    refused: (step, code) =>
      chapters.push({
        kind: 'refused',
        by: step.by.id,
        action: actionTitle(procedure, step.action),
        code,
      }),
  });
  return { title: example.title, chapters, problems };
}

function submission(
  form: Form,
  evaluation: Evaluation,
  found: readonly Problem[],
  language: Language,
): Submission {
  const explain = (pointer: string) => explainAsked(form, pointer, evaluation, language);
  const sentences = (pointers: readonly string[]) =>
    pointers.flatMap((pointer) => {
      const explained = explain(pointer);
      return explained && explained.reasons.length > 0 ? [explained.sentence] : [];
    });
  return {
    kind: 'submission',
    asked: sentences([...evaluation.asked]),
    notAsked: sentences(outermost(placesOf(form).filter((pointer) => !evaluation.asked.has(pointer)))),
    computed: [...evaluation.asked].flatMap((pointer) => {
      const explained = explainComputed(form, pointer, evaluation, language);
      return explained ? [explained] : [];
    }),
    problems: found.map((problem) => {
      const explained = explainCheck(form, problem, evaluation, language);
      return {
        level: problem.level,
        sentence: describeProblem(problem, form, language),
        because: explained && explained.reasons.length > 0 ? explained.sentence : null,
      };
    }),
  };
}

/** Pages and questions outside of rows, in the order of the screen. */
function placesOf(form: Form): readonly string[] {
  const fields = [...form.fields.keys()].filter((path) => !path.includes('[]'));
  return form.pages.flatMap(({ name }) => [
    `/${name}`,
    ...fields.filter((path) => path.startsWith(`${name}.`)).map((path) => `/${path.replaceAll('.', '/')}`),
  ]);
}

/** What stands in something that is not asked need not be named again. */
function outermost(pointers: readonly string[]): readonly string[] {
  return pointers.filter((pointer) => !pointers.some((other) => pointer.startsWith(`${other}/`)));
}

function moveOf(procedure: Procedure, move: ExampleMove, language: Language): Move {
  const { step, result, now } = move;
  return {
    kind: 'move',
    at: now,
    by: step && step.timer === null ? step.by.id : null,
    action: step && timerOrAction(procedure, step.timer, step.action),
    path: result.history.map(({ from, to, type, action }) => ({
      from: from === null ? null : stageTitle(procedure, from),
      to: stageTitle(procedure, to),
      because:
        from === null || from === to
          ? null
          : whyThere(
              procedure,
              routesOf(procedure, from, type === 'checked' ? null : action),
              to,
              move,
              language,
            ),
    })),
    sent: result.effects.map(({ kind, template }) => `${kind}s/${template}.md`),
  };
}

/** Routes of a `check` stage, or of its action or timer. */
function routesOf(procedure: Procedure, stage: string, name: string | null): readonly Route[] {
  const found = procedure.workflow.stages.get(stage);
  if (name === null) return found?.routes ?? [];
  return found?.actions.get(name)?.routes ?? found?.timers.get(name)?.routes ?? [];
}

/** Null where there was nothing to decide. */
function whyThere(
  procedure: Procedure,
  routes: readonly Route[],
  to: string,
  { result, application, now }: ExampleMove,
  language: Language,
): string | null {
  if (routes.length < 2) return null;
  const explained = explainRoute(procedure, routes, result.state, application, now, language);
  return explained.to === to || explained.to === '@origin' ? explained.sentence : null;
}

function actionTitle({ workflow }: Procedure, name: string): string {
  for (const stage of workflow.stages.values()) {
    const action = stage.actions.get(name);
    if (action) return action.title;
  }
  return name;
}

function timerOrAction(procedure: Procedure, timer: string | null, action: string): string {
  if (timer === null) return actionTitle(procedure, action);
  const stages = [...procedure.workflow.stages.values()];
  return (
    stages.flatMap((stage) => [...stage.timers.values()]).find(({ name }) => name === timer)?.title ?? timer
  );
}

function stageTitle({ workflow }: Procedure, name: string): string {
  return workflow.stages.get(name)?.title ?? name;
}
