import { Link, useParams } from '../../router/index.js';
import './procedure.css';
import './questions.css';
import type { ReactNode } from 'react';
import { useQuestions } from '../../api/queries.js';
import type { ListedQuestion, QuestionsView } from '../../api/types.js';
import { useProcedureTexts } from '../../texts/procedure.js';
import { Button, InJapanese, Page, sizeText } from '../../ui/index.js';
import { FailurePage, LoadingPage } from '../frame/Failure.js';
import { useSiteName } from '../frame/site-name.js';

/** Every question of a procedure on one page, to be read, printed and talked over before anybody begins. */
export function QuestionsScreen(): ReactNode {
  const { title } = useProcedureTexts().questions;
  const { procedureId = '' } = useParams();
  const questions = useQuestions(procedureId);
  if (questions.isError)
    return <FailurePage error={questions.error} onRetry={() => void questions.refetch()} />;
  if (!questions.data) return <LoadingPage title={title} />;
  return <QuestionsPage view={questions.data} />;
}

function QuestionsPage({ view }: { readonly view: QuestionsView }): ReactNode {
  const texts = useProcedureTexts().questions;
  return (
    <Page
      title={texts.title}
      over={view.title}
      site={useSiteName()}
      focusKey={`${view.procedureId} questions`}
      theme={view.themeColor}
    >
      <p className="tz-lead">{texts.lead}</p>
      <p className="tz-questions__tools">
        <Button onClick={() => window.print()}>{texts.print}</Button>
        <Link to={`/procedures/${view.procedureId}`}>{texts.back}</Link>
      </p>
      <ol className="tz-questions">
        {view.pages.map((page, index) => (
          <li key={page.name} className="tz-questions__page">
            <h2 className="tz-heading">
              {index + 1}. {page.title}
            </h2>
            <Asked when={page.when} />
            {page.description !== null && <p>{page.description}</p>}
            {page.purpose !== null && <p className="tz-quiet">{texts.why(page.purpose)}</p>}
            <ul className="tz-questions__list">
              {page.questions.map((question) => (
                <Question key={question.path} question={question} />
              ))}
            </ul>
          </li>
        ))}
      </ol>
    </Page>
  );
}

function Question({ question }: { readonly question: ListedQuestion }): ReactNode {
  const texts = useProcedureTexts().questions;
  const isGroup = question.kind === 'group' || question.kind === 'rows';
  return (
    <li className={`tz-questions__item tz-questions__item--${Math.min(question.depth, 3)}`}>
      <p className={isGroup ? 'tz-questions__group' : 'tz-questions__title'}>
        <InJapanese>{question.title}</InJapanese> {!isGroup && <Requiredness question={question} />}
      </p>
      <Asked when={question.when} />
      {question.description !== null && <p>{question.description}</p>}
      {question.help !== null && <p className="tz-quiet">{question.help}</p>}
      <How question={question} />
      {question.purpose !== null && question.depth === 0 && (
        <p className="tz-quiet">{texts.why(question.purpose)}</p>
      )}
    </li>
  );
}

function Requiredness({ question }: { readonly question: ListedQuestion }): ReactNode {
  const texts = useProcedureTexts().questions;
  if (question.computed) return <span className="tz-questions__mark">{texts.computed}</span>;
  return question.required ? (
    <span className="tz-field__required">{texts.required}</span>
  ) : (
    <span className="tz-questions__mark">{texts.optional}</span>
  );
}

function Asked({ when }: { readonly when: string | null }): ReactNode {
  const texts = useProcedureTexts().questions;
  if (when === null) return null;
  return (
    <p className="tz-documents__when">
      {texts.asked}
      <InJapanese>{when}</InJapanese>
    </p>
  );
}

/** How it is answered, in a line. */
function How({ question }: { readonly question: ListedQuestion }): ReactNode {
  const words = useProcedureTexts();
  const texts = words.questions;
  const { options, optionCount, unit, example, attachment, kind } = question;
  const kinds: Readonly<Record<string, string>> = texts.kinds;
  const lines = [
    ...(Object.hasOwn(kinds, kind) && !question.computed ? [kinds[kind] ?? ''] : []),
    ...(kind === 'rows' ? [texts.rows] : []),
    ...(options.length > 0 ? [texts.choices + options.join(words.listMark)] : []),
    ...(options.length === 0 && optionCount > 0 ? [texts.manyChoices(optionCount)] : []),
    ...(unit === null ? [] : [texts.unit(unit)]),
    ...(attachment === null ? [] : [words.files(attachment.maxCount, sizeText(attachment.maxBytes))]),
    ...(attachment === null || attachment.example === null ? [] : [words.goodExample(attachment.example)]),
    ...(example === null ? [] : [texts.example(example)]),
  ];
  if (lines.length === 0) return null;
  return (
    <p className="tz-questions__how">
      <InJapanese>{lines.join(words.lineMark)}</InJapanese>
    </p>
  );
}
