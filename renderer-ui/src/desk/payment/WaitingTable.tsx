import type { ReactNode } from 'react';
import { Link } from '../../router/index.js';
import { dateText, useDeskPaymentTexts, useLanguage } from '../../texts/index.js';
import { Button, ChoiceBox, Spinner, StatusChip } from '../../ui/index.js';
import { RefusalBanner } from '../frame/RefusalBanner.js';
import { useWaiting } from './payment-queries.js';

interface WaitingTableProps {
  readonly procedureId: string;
  readonly picked: ReadonlySet<string>;
  readonly onPick: (id: string, wanted: boolean) => void;
}

/** Those that wait and are in no batch, the longest first, each to be ticked. */
export function WaitingTable({ procedureId, picked, onPick }: WaitingTableProps): ReactNode {
  const all = useDeskPaymentTexts();
  const texts = all.create;
  const language = useLanguage();
  const found = useWaiting(procedureId);
  const rows = found.data?.pages.flatMap((page) => page.applications) ?? [];
  return (
    <section className="tz-stack desk-payment__wide" aria-labelledby="pay-applications">
      <h2 id="pay-applications" className="tz-heading">
        {texts.applications}
      </h2>
      <RefusalBanner error={found.error} />
      {found.isPending && <Spinner />}
      {found.data && rows.length === 0 && <p className="tz-quiet">{all.list.none}</p>}
      {rows.length > 0 && (
        <div
          className="desk-table-room desk-payment__scroll"
          tabIndex={0}
          role="group"
          aria-labelledby="pay-applications"
        >
          <table className="tz-table desk-table">
            <caption className="tz-hidden">{texts.applications}</caption>
            <thead>
              <tr>
                <th scope="col">{all.rows.application}</th>
                <th scope="col" className="desk-payment__money">
                  {all.rows.amount}
                </th>
                <th scope="col">{texts.waitingSince}</th>
                <th scope="col">{texts.due}</th>
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <tr key={row.id}>
                  <th scope="row">
                    <ChoiceBox
                      kind="checkbox"
                      checked={picked.has(row.id)}
                      aria-label={texts.pick(row.number)}
                      onChange={(event) => onPick(row.id, event.target.checked)}
                    >
                      <span className="tz-number">{row.number}</span>
                    </ChoiceBox>
                    <p className="desk-payment__subject">
                      <Link to={`/desk/applications/${encodeURIComponent(row.id)}`}>{row.subject}</Link>
                      <span className="desk-small tz-quiet">{row.applicantName}</span>
                      {row.returned && <StatusChip tone="waiting">{texts.returned}</StatusChip>}
                    </p>
                  </th>
                  <td className="desk-payment__money">
                    {row.amount === null ? texts.unknown : all.yen(row.amount)}
                  </td>
                  <td className="desk-nowrap">{dateText(row.since, language)}</td>
                  <td className="desk-nowrap">{row.dueOn !== null && dateText(row.dueOn, language)}</td>
                </tr>
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
    </section>
  );
}
