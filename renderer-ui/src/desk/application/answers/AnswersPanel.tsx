import type { ReactNode } from 'react';
import type { DeskApplicationView } from '../../../api/types.js';
import { useCaseTexts } from '../../../texts/index.js';
import { Banner, Spinner } from '../../../ui/index.js';
import { useDeskTexts } from '../../desk-texts.js';
import { useCaseworkHere } from '../casework/use-casework.js';
import { answerId, linesOf, type Correctable } from './answer-outline.js';
import { AnswerBlocks } from './AnswerBlocks.js';
import { marksInPage } from './review-marks.js';
import type { Outline } from './use-outline.js';

/** What is ticked while a correction is being written; null while nothing is. */
export interface Selection {
  readonly ticked: ReadonlySet<string>;
  readonly onToggle: (target: Correctable) => void;
}

export interface AnswersPanelProps {
  readonly application: DeskApplicationView;
  readonly outline: Outline;
  readonly selection: Selection | null;
  readonly onView: (attachmentId: string) => void;
}

export function AnswersPanel({ application, outline, selection, onView }: AnswersPanelProps): ReactNode {
  const texts = useDeskTexts().application;
  const progress = useCaseTexts().annotations;
  const { marked, data } = useCaseworkHere();
  if (outline.state === 'loading') return <Spinner />;
  if (outline.state === 'failed') {
    return (
      <>
        <Banner tone="warning" title={texts.formFailed} />
        <pre className="desk-raw">{JSON.stringify(application.answers, null, 2)}</pre>
      </>
    );
  }
  return (
    <>
      <nav className="desk-contents" aria-label={texts.contents}>
        <ul>
          {outline.pages.map((page) => {
            const marks = marksInPage(application, page.name);
            const lines = linesOf(page.blocks);
            const done = lines.filter(({ path }) => marked.has(path)).length;
            return (
              <li key={page.name}>
                <a href={`#${pageId(page.name)}`} className="desk-contents__link">
                  {page.title}
                  {marks > 0 && <span className="desk-contents__marks">{texts.marks(marks)}</span>}
                  {data?.mayAnnotate && (
                    <span className="desk-contents__done">
                      <span aria-hidden="true">{progress.progress(done, lines.length)}</span>
                      <span className="tz-hidden">{progress.progressSpoken(done, lines.length)}</span>
                    </span>
                  )}
                </a>
              </li>
            );
          })}
        </ul>
      </nav>
      {outline.pages.map((page) => (
        <section key={page.name} className="desk-page" aria-labelledby={pageId(page.name)}>
          <h3 id={pageId(page.name)} className="desk-page__title" tabIndex={-1}>
            {page.title}
          </h3>
          <AnswerBlocks
            form={outline.form}
            evaluation={outline.evaluation}
            blocks={page.blocks}
            application={application}
            selection={selection}
            onView={onView}
          />
        </section>
      ))}
    </>
  );
}

function pageId(name: string): string {
  return answerId(`/${name}`);
}
