import { useEffect, useMemo, useRef, type ReactNode } from 'react';
import { describeCure, describeProblem, locator, type Problem } from '#engine';
import { useNavigate } from '../../../renderer-ui/src/router/index.js';
import { useLanguage } from '../../../renderer-ui/src/texts/index.js';
import { Button, StatusChip } from '../../../renderer-ui/src/ui/index.js';
import { useBuilderTexts } from '../texts/builder.js';
import { useWorkspace } from '../workspace/use-workspace.js';
import { obviousCure } from './obvious-cure.js';
import { addressOf } from './problem-place.js';
import { useChecked } from './use-checked.js';

/** More than these nobody reads at once; mending the first often takes others with it. */
const MOST = 100;

interface ProblemListProps {
  readonly onClose: () => void;
}

/** Everything that is wrong, in words, with what to do, the way there, and the cure where there is but one. */
export function ProblemList({ onClose }: ProblemListProps): ReactNode {
  const { problems: texts } = useBuilderTexts();
  const problems = useChecked((state) => state.problems);
  const files = useChecked((state) => state.files);
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus({ preventScroll: true }), []);
  const shown = useMemo(() => {
    const place = locator(files ?? {});
    const byLevel = problems.toSorted(
      (a, b) => Number(a.level === 'warning') - Number(b.level === 'warning'),
    );
    return byLevel.slice(0, MOST).map((problem) => ({ problem, position: place(problem) }));
  }, [problems, files]);
  return (
    <section className="builder-problems" aria-labelledby="problems-title">
      <div className="builder-problems__head">
        <h2 id="problems-title" ref={title} tabIndex={-1}>
          {texts.title}
        </h2>
        <Button size="small" look="text" onClick={onClose}>
          {texts.hide}
        </Button>
      </div>
      {problems.length === 0 && <p>{files === null ? texts.checking : texts.none}</p>}
      <ul className="builder-problems__list">
        {shown.map(({ problem, position }, index) => (
          <OneProblem
            key={`${problem.path} ${problem.code} ${index}`}
            problem={problem}
            where={position ? texts.at(position.file, position.line) : (problem.path.split('#')[0] ?? '')}
          />
        ))}
      </ul>
      {problems.length > MOST && <p>{texts.more(problems.length - MOST)}</p>}
    </section>
  );
}

function OneProblem({ problem, where }: { readonly problem: Problem; readonly where: string }): ReactNode {
  const { problems: texts } = useBuilderTexts();
  const language = useLanguage();
  const workspace = useWorkspace();
  const navigate = useNavigate();
  const files = useChecked((state) => state.files) ?? {};
  const cure = describeCure(problem, language);
  const obvious = obviousCure(files, problem, language);
  const address = addressOf(files, problem);
  return (
    <li className="builder-problem">
      <div className="builder-problem__words">
        <p>
          <StatusChip tone={problem.level === 'error' ? 'danger' : 'waiting'}>
            {texts[problem.level]}
          </StatusChip>{' '}
          {describeProblem(problem, null, language)}
        </p>
        {cure !== null && <p className="builder-problem__cure">{cure}</p>}
        <p className="tz-quiet builder-small">{where}</p>
      </div>
      <div className="builder-problem__do">
        {address !== null && (
          <Button
            size="small"
            onClick={() => void navigate(`/builder/drafts/${workspace.draft.id}/${address}`)}
          >
            {texts.go}
          </Button>
        )}
        {obvious && workspace.draft.mayWrite && (
          <Button size="small" onClick={() => obvious.mend(workspace)}>
            {obvious.words}
          </Button>
        )}
      </div>
    </li>
  );
}
