import { useState, type ReactNode } from 'react';
import { useMutation, useQueryClient } from '../../api/query/index.js';
import { removeExportDefinition } from '../../api/exports.js';
import { useSite } from '../../api/queries.js';
import type { ExportList } from '../../api/types.js';
import { useExportsTexts } from '../../texts/index.js';
import { Button, Field, Page, Select, Spinner, useAnnounce } from '../../ui/index.js';
import { useDeskTexts } from '../desk-texts.js';
import { RefusalBanner } from '../frame/RefusalBanner.js';
import { ReportTabs } from '../reports/ReportTabs.js';
import { firstContent } from './export-form.js';
import { ExportForm } from './ExportForm.js';
import { ExportRows } from './ExportRows.js';
import { exportKeys, useExportOffer, useExports } from './exports-queries.js';
import './exports.css';

export function ExportsScreen(): ReactNode {
  const texts = useExportsTexts();
  const desk = useDeskTexts();
  const site = useSite();
  const found = useExports();
  return (
    <Page title={texts.title} site={site.data?.name ?? desk.product} focusKey="exports">
      <div className="tz-stack desk-exports">
        <ReportTabs />
        <RefusalBanner error={found.error} />
        {found.isPending && <Spinner />}
        {found.data && found.data.procedures.length === 0 && <p>{texts.nothing}</p>}
        {found.data?.procedures[0] && <Exports list={found.data} procedureId={found.data.procedures[0].id} />}
      </div>
    </Page>
  );
}

function Exports({
  list,
  procedureId,
}: {
  readonly list: ExportList;
  readonly procedureId: string;
}): ReactNode {
  const texts = useExportsTexts();
  const [content, setContent] = useState(() => firstContent(procedureId));
  const [title, setTitle] = useState('');
  const [definitionId, setDefinitionId] = useState('');
  const offer = useExportOffer(content.procedureId);
  const choose = (id: string): void => {
    setDefinitionId(id);
    const definition = list.definitions.find((one) => one.id === id);
    if (!definition) return;
    setContent(definition.content);
    setTitle(definition.title);
  };
  return (
    <>
      <p>{texts.lead}</p>
      {list.definitions.length > 0 && (
        <div className="desk-exports__saved">
          <Field label={texts.saved} id="export-saved" support={texts.savedHelp}>
            {(control) => (
              <Select
                {...control}
                empty={texts.savedNone}
                choices={list.definitions.map((one) => ({
                  value: one.id,
                  label: one.own ? one.title : texts.savedBy(one.title, one.ownerName),
                }))}
                value={definitionId}
                onChange={({ target }) => choose(target.value)}
              />
            )}
          </Field>
          <RemoveDefinition list={list} id={definitionId} />
        </div>
      )}
      <RefusalBanner error={offer.error} />
      {offer.data ? (
        <ExportForm
          list={list}
          offer={offer.data}
          content={content}
          title={title}
          onChange={setContent}
          onTitle={setTitle}
        />
      ) : (
        <Spinner />
      )}
      <section className="tz-stack" aria-labelledby="exports-mine">
        <h2 id="exports-mine" className="tz-heading">
          {texts.mine}
        </h2>
        <p className="tz-quiet">{list.exports.length === 0 ? texts.mineNone : texts.keep(list.keepDays)}</p>
        <ExportRows exports={list.exports} />
      </section>
    </>
  );
}

function RemoveDefinition({ list, id }: { readonly list: ExportList; readonly id: string }): ReactNode {
  const texts = useExportsTexts();
  const client = useQueryClient();
  const announce = useAnnounce();
  const definition = list.definitions.find((one) => one.id === id && one.own);
  const remove = useMutation({
    mutationFn: () => removeExportDefinition(id),
    onSuccess: (after) => {
      announce(texts.removed(definition?.title ?? ''));
      client.setQueryData(exportKeys.list, after);
    },
  });
  if (!definition) return null;
  return (
    <>
      <Button look="text" size="small" blocked={remove.isPending} onClick={() => remove.mutate()}>
        {texts.remove}
      </Button>
      <RefusalBanner error={remove.error} />
    </>
  );
}
