import { useState, type FormEvent, type ReactNode } from 'react';
import { useMutation, useQueryClient } from '../../api/query/index.js';
import { requestExport } from '../../api/exports.js';
import type { ExportContent, ExportList, ExportOffer } from '../../api/types.js';
import { useExportsTexts } from '../../texts/index.js';
import {
  Button,
  Buttons,
  ChoiceBox,
  Disclosure,
  Field,
  Select,
  TextInput,
  useAnnounce,
} from '../../ui/index.js';
import { RefusalBanner } from '../frame/RefusalBanner.js';
import { ColumnChooser } from './ColumnChooser.js';
import { CHOICES, FILTERS, FORMATS, HEADINGS, isOutOfOrder, STATES, toggled } from './export-form.js';
import { exportKeys, useExportCount } from './exports-queries.js';
import { SaveDefinitionDialog } from './SaveDefinitionDialog.js';

interface ExportFormProps {
  readonly list: ExportList;
  readonly offer: ExportOffer;
  readonly content: ExportContent;
  readonly title: string;
  readonly onChange: (content: ExportContent) => void;
  readonly onTitle: (title: string) => void;
}

/** Which applications, which columns, which file; then made, or saved to be made again. */
export function ExportForm({ list, offer, content, title, onChange, onTitle }: ExportFormProps): ReactNode {
  const texts = useExportsTexts();
  const client = useQueryClient();
  const announce = useAnnounce();
  const [tried, setTried] = useState(false);
  const [saving, setSaving] = useState(false);
  const unordered = isOutOfOrder(content);
  const empty = content.columns?.length === 0;
  const change = (part: Partial<ExportContent>): void => onChange({ ...content, ...part });
  const make = useMutation({
    mutationFn: () => requestExport({ title: title.trim(), content }),
    onSuccess: () => {
      announce(texts.making);
      void client.invalidateQueries({ queryKey: exportKeys.list });
    },
  });
  function submit(event: FormEvent): void {
    event.preventDefault();
    setTried(true);
    if (!unordered && !empty && !make.isPending) make.mutate();
  }
  return (
    <>
      <form className="tz-stack desk-exports__form" onSubmit={submit} noValidate aria-label={texts.title}>
        <h2 className="tz-heading">{texts.what}</h2>
        {list.procedures.length > 1 && (
          <Field label={texts.procedure} id="export-procedure">
            {(control) => (
              <Select
                {...control}
                choices={list.procedures.map((one) => ({ value: one.id, label: one.title }))}
                value={content.procedureId}
                onChange={({ target }) => change({ procedureId: target.value, columns: null, stages: [] })}
              />
            )}
          </Field>
        )}
        <div className="desk-exports__line">
          <Field label={texts.state} id="export-state">
            {(control) => (
              <Select
                {...control}
                choices={STATES.map((value) => ({ value, label: texts.states[value] }))}
                value={content.state}
                onChange={({ target }) =>
                  change({ state: STATES.find((state) => state === target.value) ?? 'all' })
                }
              />
            )}
          </Field>
          <Field label={texts.arrivedFrom} id="export-from">
            {(control) => (
              <TextInput
                {...control}
                type="date"
                value={content.arrivedFrom ?? ''}
                onChange={({ target }) => change({ arrivedFrom: target.value || null })}
              />
            )}
          </Field>
          <Field label={texts.arrivedTo} id="export-to" errors={unordered ? [texts.dayOrder] : []}>
            {(control) => (
              <TextInput
                {...control}
                type="date"
                value={content.arrivedTo ?? ''}
                onChange={({ target }) => change({ arrivedTo: target.value || null })}
              />
            )}
          </Field>
        </div>
        <Disclosure small summary={texts.stagesChosen(content.stages.length)}>
          <fieldset className="desk-exports__grid">
            <legend>{texts.stagesHelp}</legend>
            {offer.stages.map(({ name, title: label }) => (
              <ChoiceBox
                key={name}
                kind="checkbox"
                checked={content.stages.includes(name)}
                onChange={({ target }) =>
                  change({
                    stages: toggled(
                      offer.stages.map((stage) => stage.name),
                      content.stages,
                      name,
                      target.checked,
                    ),
                  })
                }
              >
                {label}
              </ChoiceBox>
            ))}
          </fieldset>
        </Disclosure>
        <fieldset className="desk-exports__grid">
          <legend className="tz-field__label">{texts.only}</legend>
          {FILTERS.map((filter) => (
            <ChoiceBox
              key={filter}
              kind="checkbox"
              checked={content.only.includes(filter)}
              onChange={({ target }) =>
                change({ only: toggled(FILTERS, content.only, filter, target.checked) })
              }
            >
              {texts.onlys[filter]}
            </ChoiceBox>
          ))}
        </fieldset>
        {!unordered && <CountLine content={content} />}
        <h2 className="tz-heading">{texts.how}</h2>
        <Field label={texts.format} id="export-format" support={texts.formatHelp[content.format]}>
          {(control) => (
            <Select
              {...control}
              choices={FORMATS.map((value) => ({ value, label: texts.formats[value] }))}
              value={content.format}
              onChange={({ target }) =>
                change({ format: FORMATS.find((format) => format === target.value) ?? 'xlsx' })
              }
            />
          )}
        </Field>
        <div className="desk-exports__line">
          <Field label={texts.headings} id="export-headings">
            {(control) => (
              <Select
                {...control}
                choices={HEADINGS.map((value) => ({ value, label: texts.headingsOf[value] }))}
                value={content.headings}
                onChange={({ target }) => change({ headings: target.value === 'keys' ? 'keys' : 'titles' })}
              />
            )}
          </Field>
          <Field label={texts.choices} id="export-choices">
            {(control) => (
              <Select
                {...control}
                choices={CHOICES.map((value) => ({ value, label: texts.choicesOf[value] }))}
                value={content.choices}
                onChange={({ target }) => change({ choices: target.value === 'codes' ? 'codes' : 'titles' })}
              />
            )}
          </Field>
        </div>
        <ColumnChooser
          offer={offer}
          columns={content.columns}
          errors={tried && empty ? [texts.columnsMissing] : []}
          onChange={(columns) => change({ columns })}
        />
        <Field label={texts.name} id="export-name">
          {(control) => (
            <TextInput
              {...control}
              maxLength={60}
              value={title}
              onChange={({ target }) => onTitle(target.value)}
            />
          )}
        </Field>
        <RefusalBanner error={make.error} />
        <Buttons>
          <Button type="submit" look="primary" blocked={make.isPending}>
            {texts.make}
          </Button>
          <Button onClick={() => setSaving(true)} aria-haspopup="dialog">
            {texts.save}
          </Button>
        </Buttons>
      </form>
      {/* A form of its own, which no other form can hold. */}
      {saving && <SaveDefinitionDialog content={content} title={title} onClose={() => setSaving(false)} />}
    </>
  );
}

function CountLine({ content }: { readonly content: ExportContent }): ReactNode {
  const texts = useExportsTexts();
  const found = useExportCount(content);
  if (found.error !== null) return <RefusalBanner error={found.error} />;
  return <p role="status">{found.data ? texts.count(found.data.count) : texts.counting}</p>;
}
