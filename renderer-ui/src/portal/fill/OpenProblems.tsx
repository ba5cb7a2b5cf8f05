import { useEffect, useId, useRef, type ReactNode } from 'react';
import { idOf, pageOf, type Page, type Problem } from '../../form/index.js';
import { Link } from '../../router/index.js';
import { useSendingTexts } from '../../texts/index.js';
import { Disclosure } from '../../ui/index.js';

/** As many lines as are read at a glance; more are folded, page by page. */
const AT_A_GLANCE = 8;

interface OpenProblemsProps {
  readonly tone: 'error' | 'warning';
  readonly draftId: string;
  readonly title: string;
  readonly lead: string;
  /** In the order of the form. */
  readonly pages: readonly Page[];
  readonly problems: readonly Problem[];
  /** A new value above 0 moves the focus here. */
  readonly attempt: number;
  readonly sentence: (problem: Problem) => string;
}

/** What is left to mend or to look at, each line leading to its question on its own page. */
export function OpenProblems(props: OpenProblemsProps): ReactNode {
  const { tone, title, lead, pages, problems, attempt } = props;
  const texts = useSendingTexts().confirm;
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
      {problems.length <= AT_A_GLANCE ? (
        <Lines {...props} />
      ) : (
        pages.map((page) => {
          const here = problems.filter((problem) => pageOf(problem.path) === page.name);
          if (here.length === 0) return null;
          return (
            <Disclosure key={page.name} summary={texts.inPage(page.title, here.length)}>
              <Lines {...props} problems={here} />
            </Disclosure>
          );
        })
      )}
    </div>
  );
}

function Lines({ draftId, problems, sentence }: OpenProblemsProps): ReactNode {
  return (
    <ul className="tz-summary__list">
      {problems.map((problem) => (
        <li key={problem.path + problem.code + (problem.message ?? '')}>
          <Link to={`/drafts/${draftId}/${pageOf(problem.path)}#${idOf(problem.path)}`}>
            {sentence(problem)}
          </Link>
        </li>
      ))}
    </ul>
  );
}
