import { useQuery } from '../../api/query/index.js';
import type { ReactNode } from 'react';
import { attachmentAddress } from '../../api/applications.js';
import { fetchDraft } from '../../api/drafts.js';
import { AnswersView, loadForm } from '../../form/index.js';
import { useLanguage, useSigningTexts } from '../../texts/index.js';
import { Spinner } from '../../ui/index.js';
import { FailureBanner } from '../frame/Failure.js';

interface SignedAnswersProps {
  readonly draftId: string;
  /** The text of the bytes that are signed: what is shown is read from them alone. */
  readonly content: string;
}

/** What is signed as people read it, with its files. */
export function SignedAnswers({ draftId, content }: SignedAnswersProps): ReactNode {
  const texts = useSigningTexts().answers;
  const language = useLanguage();
  const reading = useQuery({
    queryKey: ['signing-form', draftId],
    queryFn: async () => {
      const draft = await fetchDraft(draftId);
      return { draft, form: await loadForm(draft.versionHash) };
    },
    gcTime: 0,
  });
  return (
    <section className="tz-flow" aria-labelledby="signed-answers">
      <h2 id="signed-answers" className="tz-heading tz-heading--section">
        {texts.title}
      </h2>
      <p>{texts.lead}</p>
      {reading.isPending && <Spinner />}
      {reading.isError && <FailureBanner error={reading.error} />}
      {reading.data && (
        <AnswersView
          form={reading.data.form[language].form}
          answers={(JSON.parse(content) as { readonly answers: Readonly<Record<string, unknown>> }).answers}
          files={{
            attachments: new Map(reading.data.draft.attachments.map((one) => [one.id, one])),
            address: attachmentAddress,
          }}
          level={3}
        />
      )}
    </section>
  );
}
