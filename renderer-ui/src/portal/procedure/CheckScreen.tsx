import { useParams, useSearchParams } from '../../router/index.js';
import './check.css';
import type { ReactNode } from 'react';
import { useEligibility } from '../../api/queries.js';
import type { EligibilityView } from '../../api/types.js';
import { useProcedureTexts } from '../../texts/procedure.js';
import { Button, Page } from '../../ui/index.js';
import { FailurePage, LoadingPage } from '../frame/Failure.js';
import { useSiteName } from '../frame/site-name.js';
import { CheckQuestion } from './CheckQuestion.js';
import { CheckResult } from './CheckResult.js';

/** The check of eligibility. Its answers stand in the address and nowhere else, so that a result can be passed on. */
export function CheckScreen(): ReactNode {
  const { title } = useProcedureTexts().check;
  const { procedureId = '' } = useParams();
  const [params] = useSearchParams();
  const view = useEligibility(procedureId, Object.fromEntries(params));
  if (view.isError && !view.data)
    return <FailurePage error={view.error} onRetry={() => void view.refetch()} />;
  if (!view.data) return <LoadingPage title={title} />;
  return <CheckPage view={view.data} />;
}

function CheckPage({ view }: { readonly view: EligibilityView }): ReactNode {
  const texts = useProcedureTexts().check;
  const [params, setParams] = useSearchParams();
  const answer = (id: string, value: string | null): void =>
    setParams(
      (before) => {
        const next = new URLSearchParams(before);
        if (value === null) next.delete(id);
        else next.set(id, value);
        return next;
      },
      { replace: true },
    );
  return (
    <Page
      title={texts.title}
      over={view.title}
      site={useSiteName()}
      focusKey={`${view.procedureId} check`}
      theme={view.themeColor}
    >
      <div className="tz-check">
        <div className="tz-check__questions">
          {view.lead !== null && <p className="tz-lead">{view.lead}</p>}
          <p className="tz-quiet">{texts.notKept}</p>
          {view.questions.map((question, index) => (
            <CheckQuestion
              key={question.id}
              number={index + 1}
              question={question}
              answer={params.get(question.id)}
              onAnswer={(value) => answer(question.id, value)}
            />
          ))}
          {params.size > 0 && (
            <Button size="small" onClick={() => setParams({}, { replace: true })}>
              {texts.again}
            </Button>
          )}
        </div>
        <CheckResult view={view} />
      </div>
    </Page>
  );
}
