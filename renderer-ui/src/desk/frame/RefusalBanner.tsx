import type { ReactNode } from 'react';
import { RequestRefused } from '../../api/request.js';
import { useLanguage } from '../../texts/index.js';
import { Banner } from '../../ui/index.js';
import { useDeskTexts } from '../desk-texts.js';

/** What the server said no with, in the reader's language; or that there was no answer at all. */
export function RefusalBanner({ error }: { readonly error: unknown }): ReactNode {
  const texts = useDeskTexts();
  const language = useLanguage();
  if (!error) return null;
  if (!(error instanceof RequestRefused)) return <Banner tone="error" role="alert" title={texts.offline} />;
  const { detail, requestId, problems } = error.problem;
  return (
    <Banner tone="error" role="alert" title={detail[language]}>
      {problems && problems.length > 0 && (
        <ul>
          {problems.map((problem) => (
            <li key={`${problem.path} ${problem.code}`}>{problem.text[language]}</li>
          ))}
        </ul>
      )}
      {requestId !== '' && <p className="tz-quiet desk-small">{texts.requestId(requestId)}</p>}
    </Banner>
  );
}
