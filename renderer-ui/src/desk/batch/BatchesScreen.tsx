import { useState, type ChangeEvent, type FormEvent, type ReactNode } from 'react';
import { useSite } from '../../api/queries.js';
import { Link } from '../../router/index.js';
import { dateTimeText, useBatchesTexts, useLanguage, type BatchesTexts } from '../../texts/index.js';
import { Button, Buttons, Field, Page, Spinner, StatusChip, TextArea } from '../../ui/index.js';
import { useDeskTexts } from '../desk-texts.js';
import { RefusalBanner } from '../frame/RefusalBanner.js';
import { decodedTable } from '../table-file.js';
import { useBatches, useBeginBatch } from './batch-queries.js';
import { workTitle } from './work-title.js';
import './batch.css';

/** Begins with a list of numbers, and leads back to what was begun before. */
export function BatchesScreen(): ReactNode {
  const texts = useBatchesTexts();
  const desk = useDeskTexts();
  const site = useSite();
  const language = useLanguage();
  const found = useBatches();
  const batches = found.data?.batches ?? [];
  return (
    <Page title={texts.title} site={site.data?.name ?? desk.product} focusKey="batches">
      <div className="tz-stack desk-batch">
        <p>{texts.list.lead}</p>
        <FromTable />
        <section className="tz-stack" aria-labelledby="batches-recent">
          <h2 id="batches-recent" className="tz-heading">
            {texts.list.recent}
          </h2>
          <RefusalBanner error={found.error} />
          {found.isPending && <Spinner />}
          {found.data && batches.length === 0 && <p className="tz-quiet">{texts.list.none}</p>}
          <ul className="desk-batch__list">
            {batches.map((batch) => (
              <li key={batch.id}>
                <Link className="desk-row-link" to={`/desk/batches/${encodeURIComponent(batch.id)}`}>
                  {dateTimeText(batch.createdAt, language)}
                </Link>
                <span>{workTitle(batch, texts)}</span>
                <span>{texts.over(batch.total)}</span>
                <StatusChip tone={batch.state === 'done' ? 'done' : 'quiet'}>
                  {texts.states[batch.state as keyof BatchesTexts['states']]}
                </StatusChip>
              </li>
            ))}
          </ul>
        </section>
      </div>
    </Page>
  );
}

function FromTable(): ReactNode {
  const texts = useBatchesTexts().list;
  const begin = useBeginBatch();
  const [table, setTable] = useState('');
  const [tried, setTried] = useState(false);
  const missing = table.trim() === '';
  function submit(event: FormEvent): void {
    event.preventDefault();
    setTried(true);
    if (!missing && !begin.isPending) begin.mutate({ table });
  }
  async function read({ target }: ChangeEvent<HTMLInputElement>): Promise<void> {
    const file = target.files?.[0];
    if (file) setTable(decodedTable(await file.arrayBuffer()));
    target.value = '';
  }
  return (
    <form className="tz-stack" onSubmit={submit} noValidate aria-labelledby="batches-table">
      <h2 id="batches-table" className="tz-heading">
        {texts.fromTable}
      </h2>
      <RefusalBanner error={begin.error} />
      <Field
        label={texts.table}
        id="batch-table"
        required
        support={texts.tableHelp}
        errors={tried && missing ? [texts.missing] : []}
      >
        {(control) => (
          <TextArea {...control} rows={8} value={table} onChange={(event) => setTable(event.target.value)} />
        )}
      </Field>
      <Field label={texts.file} id="batch-file" support={texts.fileHelp}>
        {(control) => (
          <input
            {...control}
            type="file"
            accept=".csv,.tsv,.txt,text/csv,text/plain"
            onChange={(event) => void read(event)}
          />
        )}
      </Field>
      <Buttons>
        <Button type="submit" look="primary" blocked={begin.isPending}>
          {texts.submit}
        </Button>
      </Buttons>
    </form>
  );
}
