import { useState, type ReactNode } from 'react';
import { useSite } from '../../../renderer-ui/src/api/queries.js';
import { useQuery } from '../../../renderer-ui/src/api/query/index.js';
import { RefusalBanner } from '../../../renderer-ui/src/desk/index.js';
import { Banner, Button, Disclosure, Page, Spinner } from '../../../renderer-ui/src/ui/index.js';
import { isRefused } from '../../../renderer-ui/src/api/request.js';
import { fetchProcedures, procedureKeys } from '../api/procedures.js';
import { HelpButton } from '../help/HelpButton.js';
import { WaitingPublications } from '../publishing/WaitingPublications.js';
import { useBuilderTexts } from '../texts/builder.js';
import { useHelpTexts } from '../texts/help.js';
import { useListTexts } from '../texts/list.js';
import { NewProcedureDialog } from './NewProcedureDialog.js';
import { ProcedureTable } from './ProcedureTable.js';
import { RemovedDrafts } from './RemovedDrafts.js';
import './list.css';

/** What is in force, what is being written, what waits for approval. */
export function ListScreen(): ReactNode {
  const frame = useBuilderTexts();
  const texts = useListTexts();
  const help = useHelpTexts();
  const site = useSite();
  const [beginning, setBeginning] = useState(false);
  const list = useQuery({
    queryKey: procedureKeys.list,
    queryFn: fetchProcedures,
    refetchInterval: 20_000,
    refetchOnWindowFocus: true,
  });
  const { data } = list;
  const forbidden = isRefused(list.error) && list.error.problem.status === 403;
  return (
    <Page title={frame.list} site={site.data?.name ?? frame.product} focusKey="list" width="full">
      <div className="tz-stack">
        {forbidden ? (
          <Banner tone="info" title={frame.notAuthor}>
            <p>{frame.notAuthorLead}</p>
          </Banner>
        ) : (
          <RefusalBanner error={list.error} />
        )}
        {list.isPending && <Spinner />}
        {data && (
          <>
            <div className="builder-list__head">
              <p>
                {texts.lead}
                <HelpButton topic="list" />
              </p>
              {data.mayBegin && (
                <Button look="primary" onClick={() => setBeginning(true)}>
                  {texts.new}
                </Button>
              )}
            </div>
            {data.mayBegin && (
              <Disclosure summary={help.guide} small>
                <p>{help.listLead}</p>
                <ol>
                  {Object.entries(help.steps).map(([area, text]) => (
                    <li key={area}>{text}</li>
                  ))}
                </ol>
              </Disclosure>
            )}
            <WaitingPublications />
            {data.procedures.length === 0 ? (
              <p>{texts.none}</p>
            ) : (
              <ProcedureTable procedures={data.procedures} />
            )}
            <RemovedDrafts removed={data.removed} />
            <NewProcedureDialog list={data} open={beginning} onClose={() => setBeginning(false)} />
          </>
        )}
      </div>
    </Page>
  );
}
