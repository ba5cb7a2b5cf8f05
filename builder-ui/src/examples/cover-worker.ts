import {
  compileProcedure,
  coverApplicants,
  describeGoal,
  type GoalKind,
  type PageValidator,
  type ProcedureFiles,
} from '#engine';

export interface CoverQuestion {
  readonly files: ProcedureFiles;
  /** Page → address of what checks it. */
  readonly validators: Readonly<Record<string, string>>;
  readonly language: 'ja' | 'en';
}

export interface CoveredGoal {
  readonly kind: GoalKind;
  readonly words: string;
  readonly verdict: 'reached' | 'unreachable' | 'not-found';
}

export interface CoverAnswer {
  readonly goals: readonly CoveredGoal[];
  /** Files of the applicants that were made. */
  readonly applicants: readonly { readonly file: string; readonly title: string; readonly text: string }[];
}

/** Beside the screen: it takes seconds. */
addEventListener('message', ({ data }: MessageEvent<CoverQuestion>) => {
  void cover(data).then(
    (answer) => postMessage(answer),
    () => postMessage(null),
  );
});

async function cover({ files, validators, language }: CoverQuestion): Promise<CoverAnswer | null> {
  const compiled = compileProcedure(files);
  if (!compiled.ok) return null;
  const checks = await Promise.all(
    Object.entries(validators).map(async ([page, address]) => {
      const module = (await import(/* @vite-ignore */ address)) as { readonly default: PageValidator };
      return [page, module.default] as const;
    }),
  );
  const { procedure } = compiled;
  const { applicants, goals } = coverApplicants(procedure, Object.fromEntries(checks));
  return {
    goals: goals.map((goal) => ({
      kind: goal.kind,
      words: describeGoal(goal, procedure, language),
      verdict: goal.verdict,
    })),
    applicants: applicants.map(({ example, text }) => ({ file: example.file, title: example.title, text })),
  };
}
