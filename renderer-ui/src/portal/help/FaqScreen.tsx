import { Link } from '../../router/index.js';
import './help.css';
import { useMemo, useState, type ReactNode } from 'react';
import { useFaq } from '../../api/queries.js';
import { search, searchIndex } from '../../api/search.js';
import type { FrequentQuestions } from '../../api/types.js';
import { useHelpTexts } from '../../texts/help.js';
import { Disclosure, Field, Page, SearchInput, Spinner } from '../../ui/index.js';
import { FailureBanner } from '../frame/Failure.js';
import { useSiteName } from '../frame/site-name.js';

interface Question {
  readonly question: string;
  readonly answer: string;
  /** Of which procedure; null for those about the site. */
  readonly procedure: Omit<FrequentQuestions['procedures'][number], 'faq'> | null;
}

/** Those about the site and those of every procedure, found by the same search as the procedures. */
export function FaqScreen(): ReactNode {
  const texts = useHelpTexts().faq;
  const faq = useFaq();
  const [words, setWords] = useState('');
  const index = useMemo(() => {
    const common: readonly Question[] = texts.items.map((item) => ({ ...item, procedure: null }));
    const ofProcedures = (faq.data?.procedures ?? []).flatMap(({ faq: items, ...procedure }) =>
      items.map((item): Question => ({ ...item, procedure })),
    );
    return searchIndex([...common, ...ofProcedures], ({ question, answer, procedure }) => ({
      title: [question],
      words: procedure?.searchWords ?? [],
      about: procedure ? [procedure.title, procedure.titleKana ?? ''] : [],
      text: [answer],
    }));
  }, [texts, faq.data]);
  const found = search(index, words);
  const groups = [null, ...(faq.data?.procedures ?? [])].map((procedure) => ({
    procedure,
    questions: found.filter((one) => (one.procedure?.id ?? null) === (procedure?.id ?? null)),
  }));
  return (
    <Page title={texts.title} site={useSiteName()} focusKey="faq" width="narrow">
      <form role="search" onSubmit={(event) => event.preventDefault()}>
        <Field label={texts.search} support={texts.searchSupport}>
          {(control) => <SearchInput control={control} words={words} onWords={setWords} />}
        </Field>
      </form>
      <p role="status" className="tz-quiet">
        {texts.found(found.length)}
      </p>
      {faq.isPending && <Spinner />}
      {faq.isError && <FailureBanner error={faq.error} />}
      {found.length === 0 && <p>{texts.none}</p>}
      {groups
        .filter(({ questions }) => questions.length > 0)
        .map(({ procedure, questions }) => (
          <section key={procedure?.id ?? ''} className="tz-help__part">
            <h2 className="tz-heading">{procedure?.title ?? texts.common}</h2>
            {questions.map(({ question, answer }) => (
              <Disclosure key={question} summary={question}>
                <p>{answer}</p>
              </Disclosure>
            ))}
            {procedure && (
              <p>
                <Link to={`/procedures/${procedure.id}`}>{texts.toProcedure}</Link>
              </p>
            )}
          </section>
        ))}
    </Page>
  );
}
