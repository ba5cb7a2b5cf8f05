import { useState, type ReactNode } from 'react';
import type { EligibilityView } from '../../api/types.js';
import { Link, useLocation } from '../../router/index.js';
import { useProcedureTexts } from '../../texts/procedure.js';
import { Banner, Button, ButtonLink, Disclosure } from '../../ui/index.js';

const TONES = { open: 'info', likely: 'success', unlikely: 'warning' } as const;

/** What the answers come to, courteously; whoever wants to apply may, whatever it says. */
export function CheckResult({ view }: { readonly view: EligibilityView }): ReactNode {
  const texts = useProcedureTexts().check;
  const left = view.questions.filter(({ answer }) => answer === null).length;
  const titles = { open: texts.open(left), likely: texts.likely, unlikely: texts.unlikely };
  const leads = { open: texts.openLead, likely: texts.likelyLead, unlikely: texts.unlikelyLead };
  return (
    <section className="tz-check__result" aria-labelledby="check-result">
      <h2 id="check-result" className="tz-heading">
        {texts.result}
      </h2>
      <Banner tone={TONES[view.verdict]} role="status" title={titles[view.verdict]}>
        <p>{leads[view.verdict]}</p>
      </Banner>
      {view.reasons.length > 0 && (
        <ul className="tz-check__reasons">
          {view.reasons.map((reason) => (
            <li key={reason.id}>
              <p>
                <strong>{reason.text}</strong>
              </p>
              {reason.criterion && (
                <Disclosure summary={texts.criterion(reason.criterion.title)}>
                  <p>{reason.criterion.text}</p>
                </Disclosure>
              )}
              {reason.instead && (
                <p>
                  {texts.instead}
                  {reason.instead.text}{' '}
                  {reason.instead.procedure && (
                    <Link to={`/procedures/${reason.instead.procedure.id}`}>
                      {reason.instead.procedure.title}
                    </Link>
                  )}
                </p>
              )}
            </li>
          ))}
        </ul>
      )}
      {view.needs.length > 0 && (
        <>
          <h3 className="tz-documents__who">{texts.needs}</h3>
          <ul className="tz-bulleted">
            {view.needs.map(({ id, text }) => (
              <li key={id}>{text}</li>
            ))}
          </ul>
        </>
      )}
      {view.verdict !== 'open' && <p className="tz-quiet">{texts.notFinal}</p>}
      <div className="tz-check__next">
        <ButtonLink
          look={view.verdict === 'unlikely' ? 'secondary' : 'primary'}
          to={`/procedures/${view.procedureId}`}
        >
          {texts.toProcedure}
        </ButtonLink>
        <Share />
      </div>
    </section>
  );
}

/** Where the browser does not let us copy, the address is shown to be copied by hand. */
function Share(): ReactNode {
  const texts = useProcedureTexts().check;
  const { pathname, search } = useLocation();
  const address = `${window.location.origin}${pathname}${search}`;
  const [copied, setCopied] = useState<{ readonly address: string; readonly done: boolean } | null>(null);
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(address);
      setCopied({ address, done: true });
    } catch {
      setCopied({ address, done: false });
    }
  };
  return (
    <>
      <Button onClick={() => void copy()}>{texts.share}</Button>
      <p role="status" className="tz-quiet">
        {copied?.address === address && (copied.done ? texts.shared : texts.shareBy(address))}
      </p>
    </>
  );
}
