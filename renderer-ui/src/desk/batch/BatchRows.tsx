import { useState, type ReactNode } from 'react';
import type { BatchView } from '../../api/types.js';
import { Link } from '../../router/index.js';
import { useBatchesTexts, useLanguage } from '../../texts/index.js';
import { Button, ChoiceBox, Spinner, StatusChip } from '../../ui/index.js';
import { useDeskTexts } from '../desk-texts.js';
import { RefusalBanner } from '../frame/RefusalBanner.js';
import { useBatchRows } from './batch-queries.js';

/** Each application with what would become of it, or what did. */
export function BatchRows({ batch }: { readonly batch: BatchView }): ReactNode {
  const texts = useBatchesTexts().rows;
  const { signs } = useDeskTexts();
  const language = useLanguage();
  const [refusedOnly, setRefusedOnly] = useState(false);
  const found = useBatchRows(batch, refusedOnly);
  const rows = found.data?.pages.flatMap((page) => page.rows) ?? [];
  const begun = batch.state === 'running' || batch.state === 'done' || batch.state === 'cancelled';
  const assigned = rows.some(({ assigneeName }) => assigneeName !== null);
  const reasoned = rows.some(({ reason }) => reason !== null);
  const pointed = rows.some(({ points }) => points.length > 0);
  return (
    <section className="tz-stack" aria-labelledby="batch-rows">
      <h2 id="batch-rows" className="tz-heading">
        {texts.title}
      </h2>
      {batch.state !== 'open' && (
        <ChoiceBox
          kind="checkbox"
          checked={refusedOnly}
          onChange={(event) => setRefusedOnly(event.target.checked)}
        >
          {texts.only}
        </ChoiceBox>
      )}
      <RefusalBanner error={found.error} />
      {found.isPending && <Spinner />}
      {found.data && rows.length === 0 && <p className="tz-quiet">{texts.none}</p>}
      {rows.length > 0 && (
        <div
          className="desk-table-room desk-batch__scroll"
          tabIndex={0}
          role="group"
          aria-labelledby="batch-rows"
        >
          <table className="tz-table desk-table">
            <caption className="tz-hidden">{texts.title}</caption>
            <thead>
              <tr>
                <th scope="col">{texts.number}</th>
                <th scope="col">{texts.subject}</th>
                <th scope="col">{texts.stage}</th>
                {assigned && <th scope="col">{texts.assignee}</th>}
                {pointed && <th scope="col">{texts.points}</th>}
                {reasoned && <th scope="col">{texts.reason}</th>}
                <th scope="col">{begun ? texts.result : texts.forecast}</th>
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <tr key={row.n}>
                  <th scope="row" className="desk-nowrap">
                    {row.applicationId === null ? (
                      <span className="tz-number">{row.number}</span>
                    ) : (
                      <Link
                        className="tz-number desk-row-link"
                        to={`/desk/applications/${encodeURIComponent(row.applicationId)}`}
                      >
                        {row.number}
                      </Link>
                    )}
                  </th>
                  <td>
                    <p>{row.subject}</p>
                    <p className="desk-small tz-quiet">{row.applicantName}</p>
                  </td>
                  <td>{row.stageTitle}</td>
                  {assigned && <td>{row.assigneeName}</td>}
                  {pointed && (
                    <td className="desk-batch__reason">
                      {row.points.map(({ field, text }) => field + signs.colon + text).join('\n')}
                    </td>
                  )}
                  {reasoned && <td className="desk-batch__reason">{row.reason}</td>}
                  <td>
                    {row.code === null && <span className="tz-quiet">{texts.notYet}</span>}
                    {row.code === 'done' && (
                      <StatusChip tone="done">{begun ? texts.did : texts.will}</StatusChip>
                    )}
                    {row.code !== null && row.code !== 'done' && row.text?.[language]}
                  </td>
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
