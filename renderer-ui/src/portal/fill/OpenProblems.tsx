import { useEffect, useId, useRef, type ReactNode } from 'react';
import { Link } from 'react-router';
import { idOf, pageOf, type Problem } from '../../form/index.js';

interface OpenProblemsProps {
  readonly tone: 'error' | 'warning';
  readonly draftId: string;
  readonly title: string;
  readonly lead: string;
  readonly problems: readonly Problem[];
  /** A new value above 0 moves the focus here. */
  readonly attempt: number;
  readonly sentence: (problem: Problem) => string;
}

/** What is left to mend or to look at, each line leading to its question on its own page. */
export function OpenProblems(props: OpenProblemsProps): ReactNode {
  const { tone, draftId, title, lead, problems, attempt, sentence } = props;
  const titleId = useId();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (attempt > 0) box.current?.focus();
  }, [attempt]);
  return (
    <div
      ref={box}
      className={`tz-summary tz-summary--${tone}`}
      role="group"
      tabIndex={-1}
      aria-labelledby={titleId}
    >
      <h2 id={titleId} className="tz-summary__title">
        {title}
      </h2>
      <p>{lead}</p>
      <ul className="tz-summary__list">
        {problems.map((problem) => (
          <li key={problem.path + problem.code + (problem.message ?? '')}>
            <Link to={`/drafts/${draftId}/${pageOf(problem.path)}#${idOf(problem.path)}`}>
              {sentence(problem)}
            </Link>
          </li>
        ))}
      </ul>
    </div>
  );
}
