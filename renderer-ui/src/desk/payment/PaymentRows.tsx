import { useState, type ReactNode } from 'react';
import { acceptFinding, takeOutPayment } from '../../api/payments.js';
import type { PaymentBatchView, PaymentRowsQuery, PaymentRowView } from '../../api/types.js';
import { Link } from '../../router/index.js';
import { useDeskPaymentTexts, useLanguage } from '../../texts/index.js';
import { Button, Field, Select, Spinner, StatusChip, type ChipTone } from '../../ui/index.js';
import { RefusalBanner } from '../frame/RefusalBanner.js';
import { usePaymentRows, usePaymentStep } from './payment-queries.js';
import { ReasonDialog } from './ReasonDialog.js';
import { ResultDialog } from './ResultDialog.js';

type Only = NonNullable<PaymentRowsQuery['only']>;
const FILTERS: readonly Only[] = ['warnings', 'out', 'failed', 'unanswered'];
const TONES: Readonly<Record<string, ChipTone>> = { paid: 'done', failed: 'refused', ready: 'progress' };

/** What somebody is about to say of one payment. */
type Said =
  | { readonly what: 'accept'; readonly row: PaymentRowView; readonly key: string; readonly text: string }
  | { readonly what: 'take-out'; readonly row: PaymentRowView }
  | { readonly what: 'result'; readonly row: PaymentRowView };

export function PaymentRows({ batch }: { readonly batch: PaymentBatchView }): ReactNode {
  const all = useDeskPaymentTexts();
  const texts = all.rows;
  const [only, setOnly] = useState<Only | ''>(batch.counts.open > 0 ? 'warnings' : '');
  const [said, setSaid] = useState<Said | null>(null);
  const found = usePaymentRows(batch, only === '' ? undefined : only);
  const rows = found.data?.pages.flatMap((page) => page.rows) ?? [];
  return (
    <section className="tz-stack" aria-labelledby="payment-rows">
      <h2 id="payment-rows" className="tz-heading">
        {texts.title}
      </h2>
      <Field label={texts.filter} id="payment-filter">
        {(control) => (
          <Select
            {...control}
            choices={[
              { value: '', label: texts.all },
              ...FILTERS.map((value) => ({ value, label: texts[value] })),
            ]}
            value={only}
            onChange={(event) => setOnly(FILTERS.find((one) => one === event.target.value) ?? '')}
          />
        )}
      </Field>
      <RefusalBanner error={found.error} />
      {found.isPending && <Spinner />}
      {found.data && rows.length === 0 && <p className="tz-quiet">{texts.none}</p>}
      {rows.length > 0 && (
        <div
          className="desk-table-room desk-payment__scroll"
          tabIndex={0}
          role="group"
          aria-labelledby="payment-rows"
        >
          <table className="tz-table desk-table">
            <caption className="tz-hidden">{texts.title}</caption>
            <thead>
              <tr>
                <th scope="col">{texts.application}</th>
                <th scope="col">{texts.account}</th>
                <th scope="col" className="desk-payment__money">
                  {texts.amount}
                </th>
                <th scope="col">{texts.found}</th>
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <Row key={row.n} batch={batch} row={row} onSay={setSaid} />
              ))}
            </tbody>
          </table>
        </div>
      )}
      {found.hasNextPage && (
        <Button blocked={found.isFetchingNextPage} onClick={() => void found.fetchNextPage()}>
          {texts.more}
        </Button>
      )}
      {said?.what === 'result' && <ResultDialog batch={batch} row={said.row} onClose={() => setSaid(null)} />}
      {said && said.what !== 'result' && <Saying batch={batch} said={said} onClose={() => setSaid(null)} />}
    </section>
  );
}

interface RowProps {
  readonly batch: PaymentBatchView;
  readonly row: PaymentRowView;
  readonly onSay: (said: Said) => void;
}

function Row({ batch, row, onSay }: RowProps): ReactNode {
  const all = useDeskPaymentTexts();
  const texts = all.rows;
  const language = useLanguage();
  const judging = batch.pays && batch.state === 'draft' && row.state === 'ready';
  const answering = batch.pays && batch.state === 'exported' && row.state === 'ready';
  // Banks return money weeks after it was paid, too.
  const returnable = batch.pays && row.state === 'paid';
  return (
    <tr>
      <th scope="row">
        <Link
          className="tz-number desk-row-link"
          to={`/desk/applications/${encodeURIComponent(row.applicationId)}`}
        >
          {row.number}
        </Link>
        <p>{row.subject}</p>
        <p className="desk-small tz-quiet">{row.applicantName}</p>
        <p className="desk-small tz-quiet">
          {texts.reference} {String(row.reference).padStart(10, '0')}
        </p>
      </th>
      <td>
        {row.account && (
          <>
            <p>
              {row.account.bankName} {row.account.branchName}
            </p>
            <p>
              {texts.types[row.account.type]} {row.account.number}
            </p>
            <p>{row.account.holder}</p>
          </>
        )}
        {row.newCode === '2' && <StatusChip tone="waiting">{texts.changed}</StatusChip>}
      </td>
      <td className="desk-payment__money">{row.amount !== null && all.yen(row.amount)}</td>
      <td className="desk-payment__cell">
        <ul className="desk-payment__findings">
          <li>
            <span>
              <StatusChip tone={TONES[row.state] ?? 'quiet'}>
                {row.state === 'ready' && batch.state === 'exported'
                  ? texts.unanswered
                  : texts.states[row.state]}
              </StatusChip>{' '}
              {row.state === 'ready' && batch.state === 'draft' && row.findings.length === 0 && texts.good}
              {row.out?.[language]} {row.result?.[language]}
            </span>
          </li>
          {row.findings.map((finding) => (
            <li key={finding.key}>
              <span>
                <strong>{finding.level === 'stop' ? texts.stop : texts.warning}</strong>{' '}
                {finding.text[language]}
              </span>
              {finding.accepted && (
                <span className="tz-quiet">
                  {texts.accepted(finding.accepted.by, finding.accepted.reason)}
                </span>
              )}
              {judging && finding.level === 'warning' && !finding.accepted && (
                <span>
                  <Button
                    size="small"
                    onClick={() =>
                      onSay({ what: 'accept', row, key: finding.key, text: finding.text[language] })
                    }
                  >
                    {texts.accept}
                  </Button>
                </span>
              )}
            </li>
          ))}
          {(judging || answering || returnable) && (
            <li>
              <span>
                <Button
                  look="text"
                  size="small"
                  onClick={() => onSay({ what: judging ? 'take-out' : 'result', row })}
                >
                  {judging ? texts.takeOut : returnable ? all.results.late : all.results.one}
                </Button>
              </span>
            </li>
          )}
        </ul>
      </td>
    </tr>
  );
}

interface SayingProps {
  readonly batch: PaymentBatchView;
  readonly said: Exclude<Said, { what: 'result' }>;
  readonly onClose: () => void;
}

function Saying({ batch, said, onClose }: SayingProps): ReactNode {
  const all = useDeskPaymentTexts();
  const texts = all.rows;
  const step = usePaymentStep();
  const accepting = said.what === 'accept';
  const { n, number } = said.row;
  return (
    <ReasonDialog
      title={accepting ? texts.acceptTitle : texts.takeOutTitle}
      lead={
        <>
          <p className="tz-number">{number}</p>
          {accepting && <p>{said.text}</p>}
        </>
      }
      label={accepting ? texts.acceptReason : all.steps.reason}
      submit={accepting ? texts.accept : texts.takeOut}
      busy={step.isPending}
      error={step.error}
      onClose={onClose}
      onReason={(reason) =>
        step.mutate(
          () =>
            accepting ? acceptFinding(batch.id, n, said.key, reason) : takeOutPayment(batch.id, n, reason),
          { onSuccess: onClose },
        )
      }
    />
  );
}
