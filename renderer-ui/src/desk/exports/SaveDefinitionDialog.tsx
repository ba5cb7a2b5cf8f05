import { useState, type FormEvent, type ReactNode } from 'react';
import { useMutation, useQueryClient } from '../../api/query/index.js';
import { saveExportDefinition } from '../../api/exports.js';
import type { ExportContent } from '../../api/types.js';
import { useExportsTexts } from '../../texts/index.js';
import { Button, Buttons, ChoiceBox, Dialog, Field, TextInput, useAnnounce } from '../../ui/index.js';
import { RefusalBanner } from '../frame/RefusalBanner.js';
import { exportKeys } from './exports-queries.js';

interface SaveDefinitionDialogProps {
  readonly content: ExportContent;
  /** Offered as its name. */
  readonly title: string;
  readonly onClose: () => void;
}

export function SaveDefinitionDialog({ content, title, onClose }: SaveDefinitionDialogProps): ReactNode {
  const texts = useExportsTexts();
  const client = useQueryClient();
  const announce = useAnnounce();
  const [name, setName] = useState(title);
  const [shared, setShared] = useState(false);
  const [tried, setTried] = useState(false);
  const missing = name.trim() === '';
  const save = useMutation({
    mutationFn: () => saveExportDefinition({ title: name.trim(), shared, content }),
    onSuccess: (list) => {
      client.setQueryData(exportKeys.list, list);
      announce(texts.savedAs(name.trim()));
      onClose();
    },
  });
  function submit(event: FormEvent): void {
    event.preventDefault();
    setTried(true);
    if (!missing && !save.isPending) save.mutate();
  }
  return (
    <Dialog title={texts.saveTitle} open onClose={onClose}>
      <form className="tz-stack" onSubmit={submit} noValidate>
        <p>{texts.saveLead}</p>
        <RefusalBanner error={save.error} />
        <Field
          label={texts.saveName}
          id="definition-name"
          required
          errors={tried && missing ? [texts.saveNameMissing] : []}
        >
          {(control) => (
            <TextInput
              {...control}
              maxLength={60}
              value={name}
              onChange={({ target }) => setName(target.value)}
            />
          )}
        </Field>
        <ChoiceBox kind="checkbox" checked={shared} onChange={({ target }) => setShared(target.checked)}>
          {texts.share}
        </ChoiceBox>
        <Buttons>
          <Button type="submit" look="primary" blocked={save.isPending}>
            {texts.save}
          </Button>
          <Button onClick={onClose}>{texts.cancel}</Button>
        </Buttons>
      </form>
    </Dialog>
  );
}
