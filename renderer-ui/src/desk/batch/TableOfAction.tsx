import type { ChangeEvent, ReactNode } from 'react';
import { batchTemplateAddress } from '../../api/batches.js';
import type { BatchOffer, BatchView } from '../../api/types.js';
import { useBatchesTexts } from '../../texts/index.js';
import { ButtonAnchor, Buttons, DescriptionList, Disclosure, Field } from '../../ui/index.js';
import { RefusalBanner } from '../frame/RefusalBanner.js';
import { decodedTable } from '../table-file.js';
import { useBeginBatch } from './batch-queries.js';
import { choiceOf } from './work-form.js';

interface TableOfActionProps {
  readonly batch: BatchView;
  readonly offered: BatchOffer['actions'][number];
}

/** The way to say something else of each application: a table with the columns of the action, filled in and read. */
export function TableOfAction({ batch, offered }: TableOfActionProps): ReactNode {
  const texts = useBatchesTexts().table;
  const begin = useBeginBatch(choiceOf(offered));
  async function read({ target }: ChangeEvent<HTMLInputElement>): Promise<void> {
    const file = target.files?.[0];
    if (file) begin.mutate({ table: decodedTable(await file.arrayBuffer()) });
    target.value = '';
  }
  return (
    <Disclosure summary={texts.title}>
      <div className="tz-stack">
        <p>{texts.lead}</p>
        <Buttons>
          <ButtonAnchor
            href={batchTemplateAddress(batch.id, offered.procedureId, offered.action.name)}
            download
          >
            {texts.download}
          </ButtonAnchor>
        </Buttons>
        <DescriptionList
          rows={offered.columns.map(({ title, expected }) => ({
            key: title,
            term: title,
            value: expected || texts.anyText,
          }))}
        />
        <Field label={texts.file} id="work-table" support={texts.fileHelp}>
          {(control) => (
            <input
              {...control}
              type="file"
              accept=".csv,.tsv,.txt,text/csv,text/plain"
              onChange={(event) => void read(event)}
            />
          )}
        </Field>
        <RefusalBanner error={begin.error} />
      </div>
    </Disclosure>
  );
}
