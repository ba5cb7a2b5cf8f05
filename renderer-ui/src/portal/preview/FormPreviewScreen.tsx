import { useCallback, useEffect, useMemo, useState, type ReactNode } from 'react';
import { openFormPreview } from '../../api/form-previews.js';
import { useQuery } from '../../api/query/index.js';
import { isRefused } from '../../api/request.js';
import {
  AnswersInHand,
  FormSessionProvider,
  type FormSession,
  type LoadedForm,
  PageForm,
  pageOf,
  readBundle,
  useAnswers,
  useInHand,
} from '../../form/index.js';
import { useParams } from '../../router/index.js';
import { dateTimeText, useLanguage } from '../../texts/index.js';
import { usePreviewTexts } from '../../texts/preview.js';
import { Banner, Button, Buttons, Page, Spinner } from '../../ui/index.js';
import { FailureBanner } from '../frame/Failure.js';
import { useSiteName } from '../frame/Frame.js';
import { useFilesAtHand } from './use-files-at-hand.js';

/** The form of a draft, for whoever was sent a link: to be filled in, and received by nobody. */
export function FormPreviewScreen(): ReactNode {
  const texts = usePreviewTexts();
  const language = useLanguage();
  const site = useSiteName();
  const { token = '' } = useParams();
  const preview = useQuery({
    queryKey: ['form-preview', token],
    queryFn: async () => {
      const { bundle, endsAt } = await openFormPreview(token);
      // Its English words are not published yet, and nobody fetches them by its hash.
      const spoken = await readBundle({ ...bundle, english: false });
      return { loaded: spoken.ja, endsAt };
    },
    retry: false,
  });
  const { data, error } = preview;
  const isGone = isRefused(error, 'not-found') || isRefused(error, 'request-invalid');
  return (
    <Page
      title={data?.loaded.title ?? (isGone ? texts.gone : texts.over)}
      over={texts.over}
      site={site}
      focusKey={`preview ${data?.loaded.versionHash ?? ''}`}
      theme={data?.loaded.themeColor ?? null}
    >
      <div className="tz-stack">
        {preview.isPending && <Spinner />}
        {isGone ? <p>{texts.goneLead}</p> : error && <FailureBanner error={error} />}
        {data && (
          <>
            <Banner tone="warning" title={texts.nothing}>
              <p>{texts.until(dateTimeText(data.endsAt, language))}</p>
            </Banner>
            <Filling loaded={data.loaded} />
          </>
        )}
      </div>
    </Page>
  );
}

function Filling({ loaded }: { readonly loaded: LoadedForm }): ReactNode {
  const texts = usePreviewTexts();
  const language = useLanguage();
  const { form, checks } = loaded;
  const [inHand] = useState(() => new AnswersInHand(loaded, language, {}, { today: todayInJapan() }));
  useAnswers(inHand, loaded);
  useEffect(() => void checks.bringAll(), [checks]);
  const files = useFilesAtHand(inHand);
  const asked = useInHand(inHand, ({ evaluation }) => evaluation.asked);
  const problems = useInHand(inHand, ({ evaluation }) => evaluation.problems);
  const pages = form.pages.filter((page) => asked.has(`/${page.name}`));
  const [step, setStep] = useState(pages[0]?.name ?? '');
  const [faults, setFaults] = useState(0);
  const index = Math.max(
    pages.findIndex(({ name }) => name === step),
    0,
  );
  const page = pages[index];
  const leave = useCallback((pointer: string) => inHand.leave(pointer), [inHand]);
  const session = useMemo<FormSession>(
    () => ({ form, language, inHand, leave, correction: null, applications: [], firstAnswer: () => null }),
    [form, language, inHand, leave],
  );
  const go = (to: number): void => {
    setFaults(0);
    setStep(pages[to]?.name ?? step);
    document.querySelector<HTMLElement>('main h2')?.focus();
  };
  function next(): void {
    if (!page) return;
    inHand.showAll([page.name]);
    const count = problems.filter(
      ({ level, path }) => level === 'error' && pageOf(path) === page.name,
    ).length;
    if (count > 0) setFaults(count);
    else go(index + 1);
  }
  return (
    <FormSessionProvider session={session} files={files}>
      <h2 className="tz-heading" tabIndex={-1} data-quiet-focus>
        {page?.title} ({index + 1}/{pages.length})
      </h2>
      {faults > 0 && <Banner tone="error" role="alert" title={texts.faults(faults)} />}
      {page && <PageForm page={page} />}
      {index === pages.length - 1 && <p>{texts.end}</p>}
      <Buttons>
        {index > 0 && <Button onClick={() => go(index - 1)}>{texts.back}</Button>}
        {index < pages.length - 1 && (
          <Button look="primary" onClick={next}>
            {texts.next}
          </Button>
        )}
      </Buttons>
    </FormSessionProvider>
  );
}

function todayInJapan(): string {
  return new Date(Date.now() + 9 * 3_600_000).toISOString().slice(0, 10);
}
