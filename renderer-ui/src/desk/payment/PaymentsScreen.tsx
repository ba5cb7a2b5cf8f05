import type { ReactNode } from 'react';
import { useSite } from '../../api/queries.js';
import type { PaymentsOverview } from '../../api/types.js';
import { Link } from '../../router/index.js';
import { dateText, dateTimeText, useDeskPaymentTexts, useLanguage } from '../../texts/index.js';
import { ButtonLink, Buttons, Page, Spinner, StatusChip, type ChipTone } from '../../ui/index.js';
import { useDeskTexts } from '../desk-texts.js';
import { RefusalBanner } from '../frame/RefusalBanner.js';
import { usePayments } from './payment-queries.js';
import './payment.css';

const TONES: Readonly<Record<string, ChipTone>> = {
  draft: 'waiting',
  checked: 'waiting',
  released: 'progress',
  exported: 'progress',
  closed: 'done',
};

/** What waits to be paid, and the batches so far. */
export function PaymentsScreen(): ReactNode {
  const texts = useDeskPaymentTexts();
  const desk = useDeskTexts();
  const site = useSite();
  const found = usePayments();
  return (
    <Page title={texts.title} site={site.data?.name ?? desk.product} focusKey="payments">
      <div className="tz-stack desk-payment">
        <p>{texts.list.lead}</p>
        <Buttons>
          <ButtonLink to="/desk/payments/accounts">{texts.list.profiles}</ButtonLink>
        </Buttons>
        <RefusalBanner error={found.error} />
        {found.isPending && <Spinner />}
        {found.data && (
          <>
            <section className="tz-stack" aria-labelledby="payments-waiting">
              <h2 id="payments-waiting" className="tz-heading">
                {texts.list.waiting}
              </h2>
              {found.data.procedures.map((procedure) => (
                <Waiting key={procedure.id} procedure={procedure} />
              ))}
            </section>
            <Batches batches={found.data.batches} />
          </>
        )}
      </div>
    </Page>
  );
}

function Waiting({ procedure }: { readonly procedure: PaymentsOverview['procedures'][number] }): ReactNode {
  const texts = useDeskPaymentTexts().list;
  const language = useLanguage();
  const { id, title, pays, waiting, amount, partial, since } = procedure;
  return (
    <div className="desk-payment__waiting">
      <div>
        <p className="desk-payment__procedure">{title}</p>
        <p>{waiting === 0 ? texts.none : texts.sum(waiting, amount, partial)}</p>
        {since !== null && <p className="tz-quiet">{texts.since(dateText(since, language))}</p>}
      </div>
      {pays && waiting > 0 && (
        <ButtonLink look="primary" to={`/desk/payments/new?procedure=${encodeURIComponent(id)}`}>
          {texts.begin}
        </ButtonLink>
      )}
    </div>
  );
}

function Batches({ batches }: Pick<PaymentsOverview, 'batches'>): ReactNode {
  const all = useDeskPaymentTexts();
  const texts = all.list;
  const language = useLanguage();
  return (
    <section className="tz-stack" aria-labelledby="payments-batches">
      <h2 id="payments-batches" className="tz-heading">
        {texts.batches}
      </h2>
      {batches.length === 0 && <p className="tz-quiet">{texts.noBatches}</p>}
      {batches.length > 0 && (
        <div
          className="desk-table-room desk-payment__scroll"
          tabIndex={0}
          role="group"
          aria-labelledby="payments-batches"
        >
          <table className="tz-table desk-table">
            <caption className="tz-hidden">{texts.batches}</caption>
            <thead>
              <tr>
                <th scope="col">{texts.number}</th>
                <th scope="col">{texts.state}</th>
                <th scope="col">{texts.day}</th>
                <th scope="col" className="desk-payment__money">
                  {texts.amount}
                </th>
                <th scope="col">{texts.procedure}</th>
                <th scope="col">{texts.by}</th>
              </tr>
            </thead>
            <tbody>
              {batches.map((batch) => (
                <tr key={batch.id}>
                  <th scope="row" className="desk-nowrap">
                    <Link className="desk-row-link" to={`/desk/payments/${encodeURIComponent(batch.id)}`}>
                      {all.over(batch.number)}
                    </Link>
                  </th>
                  <td>
                    <StatusChip tone={TONES[batch.state] ?? 'quiet'}>
                      {all.states[batch.state as keyof typeof all.states]}
                    </StatusChip>
                  </td>
                  <td className="desk-nowrap">{dateText(batch.payOn, language)}</td>
                  <td className="desk-payment__money">
                    <p>{all.yen(batch.amount)}</p>
                    <p className="desk-small tz-quiet">{all.count(batch.rows)}</p>
                  </td>
                  <td>{batch.procedureTitle}</td>
                  <td>
                    <p>{batch.createdBy.name}</p>
                    <p className="desk-small tz-quiet">{dateTimeText(batch.createdAt, language)}</p>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}
