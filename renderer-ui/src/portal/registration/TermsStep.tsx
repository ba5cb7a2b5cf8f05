import { useState, type ReactNode } from 'react';
import { useTerms } from '../../api/registration-queries.js';
import { Link } from '../../router/index.js';
import { dateText, useLanguage, useRegistrationTexts } from '../../texts/index.js';
import { Button, ChoiceBox, ErrorSummary, FieldErrors, Spinner } from '../../ui/index.js';
import { FailureBanner } from '../frame/Failure.js';

/** The full text, and the agreement to it. */
export function TermsStep({ onAgreed }: { readonly onAgreed: (version: string) => void }): ReactNode {
  const texts = useRegistrationTexts();
  const language = useLanguage();
  const terms = useTerms();
  const [agreed, setAgreed] = useState(false);
  const [attempt, setAttempt] = useState(0);
  if (terms.isError) return <FailureBanner error={terms.error} />;
  if (!terms.data) return <Spinner />;
  const { version } = terms.data;
  const missing = attempt > 0 && !agreed;
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (agreed) onAgreed(version);
        else setAttempt((count) => count + 1);
      }}
    >
      {missing && (
        <ErrorSummary lines={[{ controlId: 'agree', text: texts.terms.agreeMissing }]} attempt={attempt} />
      )}
      <p className="tz-lead">{texts.terms.lead}</p>
      <p className="tz-quiet">{texts.terms.inForce(dateText(version, language))}</p>
      {terms.data[language].map(({ title, paragraphs }) => (
        <section key={title} className="tz-terms__article">
          <h2 className="tz-terms__title">{title}</h2>
          {paragraphs.map((paragraph) => (
            <p key={paragraph}>{paragraph}</p>
          ))}
        </section>
      ))}
      <div className="tz-field">
        <ChoiceBox
          kind="checkbox"
          framed
          id="agree"
          checked={agreed}
          aria-invalid={missing || undefined}
          aria-describedby={missing ? 'agree-error' : undefined}
          onChange={(event) => setAgreed(event.target.checked)}
        >
          {texts.terms.agree}
        </ChoiceBox>
        {missing && <FieldErrors id="agree-error" errors={[texts.terms.agreeMissing]} />}
      </div>
      <Button look="primary" size="large" type="submit">
        {texts.terms.begin}
      </Button>
      <p className="tz-lead">
        <Link to="/">{texts.home}</Link>
      </p>
    </form>
  );
}
