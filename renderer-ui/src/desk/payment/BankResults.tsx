import { useState, type ChangeEvent, type FormEvent, type ReactNode } from 'react';
import { paymentResultsAddress, reportResults } from '../../api/payments.js';
import type { PaymentBatchView } from '../../api/types.js';
import { useDeskPaymentTexts } from '../../texts/index.js';
import { Banner, Button, ButtonAnchor, Buttons, Field, TextArea, TextInput } from '../../ui/index.js';
import { RefusalBanner } from '../frame/RefusalBanner.js';
import { decodedTable } from '../table-file.js';
import { usePaymentStep } from './payment-queries.js';

/** What the bank says: a table, the day on which the rest was paid, and how far it has been recorded. */
export function BankResults({ batch }: { readonly batch: PaymentBatchView }): ReactNode {
  const texts = useDeskPaymentTexts().results;
  const { paid, failed, ready, reported, stuck } = batch.counts;
  return (
    <section className="tz-stack" aria-labelledby="payment-results">
      <h2 id="payment-results" className="tz-heading">
        {texts.title}
      </h2>
      <p role="status">{reported > 0 ? texts.busy(reported) : texts.counts(paid, failed, ready)}</p>
      {stuck > 0 && <Banner tone="warning" title={texts.stuck(stuck)} />}
      {batch.pays && batch.state === 'exported' && <ResultsForm batch={batch} />}
      <Buttons>
        <ButtonAnchor href={paymentResultsAddress(batch.id)} download>
          {texts.csv}
        </ButtonAnchor>
      </Buttons>
    </section>
  );
}

function ResultsForm({ batch }: { readonly batch: PaymentBatchView }): ReactNode {
  const texts = useDeskPaymentTexts().results;
  const step = usePaymentStep();
  const [table, setTable] = useState('');
  const [rest, setRest] = useState('');
  function submit(event: FormEvent): void {
    event.preventDefault();
    if (step.isPending) return;
    step.mutate(() => reportResults(batch.id, table, rest === '' ? null : rest), {
      onSuccess: () => {
        setTable('');
        setRest('');
      },
    });
  }
  async function read({ target }: ChangeEvent<HTMLInputElement>): Promise<void> {
    const file = target.files?.[0];
    if (file) setTable(decodedTable(await file.arrayBuffer()));
    target.value = '';
  }
  return (
    <form className="tz-stack" onSubmit={submit} noValidate aria-labelledby="payment-results">
      <RefusalBanner error={step.error} />
      <Field label={texts.table} id="results-table" support={texts.tableHelp}>
        {(control) => (
          <TextArea {...control} rows={5} value={table} onChange={(event) => setTable(event.target.value)} />
        )}
      </Field>
      <Field label={texts.file} id="results-file" support={texts.fileHelp}>
        {(control) => (
          <input
            {...control}
            type="file"
            accept=".csv,.tsv,.txt,text/csv,text/plain"
            onChange={(event) => void read(event)}
          />
        )}
      </Field>
      <Field label={texts.rest} id="results-rest" support={texts.restHelp}>
        {(control) => (
          <TextInput
            {...control}
            type="date"
            chars={14}
            value={rest}
            onChange={(event) => setRest(event.target.value)}
          />
        )}
      </Field>
      <Buttons>
        <Button type="submit" look="primary" blocked={step.isPending}>
          {texts.submit}
        </Button>
      </Buttons>
    </form>
  );
}
