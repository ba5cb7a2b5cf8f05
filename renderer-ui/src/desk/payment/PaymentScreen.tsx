import type { ReactNode } from 'react';
import { useSite } from '../../api/queries.js';
import type { PaymentBatchView } from '../../api/types.js';
import { Link, useParams } from '../../router/index.js';
import { dateText, dateTimeText, useDeskPaymentTexts, useLanguage } from '../../texts/index.js';
import { DescriptionList, Page, Spinner, StatusChip } from '../../ui/index.js';
import { useDeskTexts } from '../desk-texts.js';
import { RefusalBanner } from '../frame/RefusalBanner.js';
import { BankResults } from './BankResults.js';
import { PaymentFiles } from './PaymentFiles.js';
import { usePaymentBatch } from './payment-queries.js';
import { PaymentRows } from './PaymentRows.js';
import { PaymentSteps } from './PaymentSteps.js';
import './payment.css';

/** One batch: where it stands and what comes next, its files, the bank's answer, each payment, what was done. */
export function PaymentScreen(): ReactNode {
  const { id = '' } = useParams();
  const texts = useDeskPaymentTexts();
  const desk = useDeskTexts();
  const site = useSite();
  const found = usePaymentBatch(id);
  const batch = found.data;
  return (
    <Page
      title={batch ? texts.over(batch.number) : texts.title}
      over={texts.title}
      site={site.data?.name ?? desk.product}
      focusKey={`payment ${id}`}
    >
      <div className="tz-stack desk-payment">
        <p>
          <Link to="/desk/payments">{texts.back}</Link>
        </p>
        {found.isPending && <Spinner />}
        <RefusalBanner error={found.error} />
        {batch && (
          <>
            <Facts batch={batch} />
            {batch.state === 'looking' ? <Looking batch={batch} /> : <PaymentSteps batch={batch} />}
            {batch.files.length > 0 && <PaymentFiles batch={batch} />}
            {batch.files.length > 0 && <BankResults batch={batch} />}
            {batch.state !== 'looking' && <PaymentRows batch={batch} />}
            <Events batch={batch} />
          </>
        )}
      </div>
    </Page>
  );
}

interface BatchProps {
  readonly batch: PaymentBatchView;
}

function Facts({ batch }: BatchProps): ReactNode {
  const all = useDeskPaymentTexts();
  const texts = all.plan;
  const language = useLanguage();
  const settings = batch.profile?.settings;
  const facts: readonly (readonly [string, ReactNode])[] = [
    [texts.procedure, batch.procedureTitle],
    [texts.day, dateText(batch.payOn, language)],
    [texts.rows, all.count(batch.rows)],
    [texts.amount, <strong key="amount">{all.yen(batch.amount)}</strong>],
    [
      texts.profile,
      settings && (
        <>
          <p>{settings.title}</p>
          <p className="desk-small tz-quiet">{texts.remitter(settings.clientName, settings.clientCode)}</p>
        </>
      ),
    ],
    [texts.createdBy, batch.createdBy.name],
    [texts.checkedBy, batch.checkedBy?.name ?? texts.nobody],
    [texts.releasedBy, batch.releasedBy?.name ?? texts.nobody],
  ];
  return (
    <section className="tz-stack" aria-labelledby="payment-facts">
      <h2 id="payment-facts" className="tz-heading">
        {texts.facts}{' '}
        <StatusChip tone={batch.state === 'closed' ? 'done' : 'progress'}>
          {all.states[batch.state as keyof typeof all.states]}
        </StatusChip>
      </h2>
      <DescriptionList rows={facts.map(([term, value]) => ({ key: term, term, value }))} />
    </section>
  );
}

function Looking({ batch }: BatchProps): ReactNode {
  const texts = useDeskPaymentTexts();
  const { listed } = batch.counts;
  const total = batch.rows + batch.counts.out;
  return (
    <section className="tz-stack">
      <h2 className="tz-heading" id="payment-looking">
        {texts.looking(total - listed, total)}
      </h2>
      <progress
        className="desk-payment__progress"
        value={total - listed}
        max={total}
        aria-labelledby="payment-looking"
      />
    </section>
  );
}

function Events({ batch }: BatchProps): ReactNode {
  const all = useDeskPaymentTexts();
  const texts = all.events;
  const language = useLanguage();
  return (
    <section className="tz-stack" aria-labelledby="payment-events">
      <h2 id="payment-events" className="tz-heading">
        {texts.title}
      </h2>
      <ol className="desk-payment__events">
        {batch.events.map((event) => (
          <li key={`${event.at} ${event.action}`}>
            <span>{dateTimeText(event.at, language)}</span>
            <span>{event.by ?? texts.system}</span>
            <span>
              {texts.words[event.action]}
              {event.count !== null && texts.counted(all.count(event.count))}
              {event.reason !== null && texts.because(event.reason)}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}
