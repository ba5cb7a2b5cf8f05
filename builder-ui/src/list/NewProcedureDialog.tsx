import { useState, type DragEvent, type FormEvent, type ReactNode } from 'react';
import { useMutation, useQueryClient } from '../../../renderer-ui/src/api/query/index.js';
import { RefusalBanner } from '../../../renderer-ui/src/desk/index.js';
import { useNavigate } from '../../../renderer-ui/src/router/index.js';
import {
  Button,
  Buttons,
  ChoiceBox,
  Dialog,
  Field,
  Select,
  TextInput,
  useAnnounce,
} from '../../../renderer-ui/src/ui/index.js';
import {
  type BeginDraftRequest,
  beginDraft,
  beginFromZip,
  type BuilderProcedures,
  procedureKeys,
} from '../api/procedures.js';
import { useListTexts } from '../texts/list.js';
import { readChosenFolder } from './read-chosen-folder.js';

interface NewProcedureDialogProps {
  readonly list: BuilderProcedures;
  readonly open: boolean;
  readonly onClose: () => void;
}

const PROCEDURE_ID = /^[a-z0-9][a-z0-9-]{0,63}$/;

/** From nothing, from what ships, from another procedure, or from a folder or ZIP that somebody exported. */
export function NewProcedureDialog({ list, open, onClose }: NewProcedureDialogProps): ReactNode {
  const texts = useListTexts();
  return (
    <Dialog title={texts.new} open={open} onClose={onClose} wide>
      <NewProcedureForm list={list} onClose={onClose} />
    </Dialog>
  );
}

function NewProcedureForm({ list, onClose }: Omit<NewProcedureDialogProps, 'open'>): ReactNode {
  const texts = useListTexts();
  const navigate = useNavigate();
  const client = useQueryClient();
  const announce = useAnnounce();
  const published = list.procedures.filter((one) => one.published);
  /** `blank`, `copy`, `zip`, or `template:<name>`. */
  const [start, setStart] = useState(`template:${list.templates[0]?.name ?? ''}`);
  const [source, setSource] = useState(published[0]?.id ?? '');
  const [title, setTitle] = useState('');
  const [id, setId] = useState('');
  const [brought, setBrought] = useState<Brought | null>(null);
  const [tried, setTried] = useState(false);
  const faults = {
    title: start !== 'zip' && title.trim() === '' ? [texts.titleMissing] : [],
    id: start !== 'zip' && !PROCEDURE_ID.test(id) ? [texts.idWrong] : [],
    zip: start === 'zip' && !brought ? [texts.zipMissing] : [],
  };
  const shown = (errors: readonly string[]): readonly string[] => (tried ? errors : []);
  const begin = useMutation({
    mutationFn: () =>
      start === 'zip' && brought
        ? beginFromBrought(brought)
        : beginDraft({ from: sourceOf(start, source), id, title: title.trim() }),
    onSuccess: ({ draftId }) => {
      announce(texts.made);
      void client.invalidateQueries({ queryKey: procedureKeys.list });
      void navigate(`/builder/drafts/${draftId}/form`);
    },
  });
  function submit(event: FormEvent): void {
    event.preventDefault();
    setTried(true);
    if (!begin.isPending && Object.values(faults).every((errors) => errors.length === 0)) begin.mutate();
  }
  const choices = [
    ...list.templates.map(({ name, title: label, summary }) => [`template:${name}`, label, summary] as const),
    ['blank', texts.blank, texts.blankLead] as const,
    ...(published.length > 0 ? [['copy', texts.copy, texts.copyLead] as const] : []),
    ['zip', texts.zip, texts.zipLead] as const,
  ];
  return (
    <form className="tz-stack" onSubmit={submit} noValidate>
      <RefusalBanner error={begin.error} />
      <Field label={texts.start} group>
        {() => (
          <div className="builder-starts">
            {choices.map(([value, label, lead]) => (
              <ChoiceBox
                key={value}
                kind="radio"
                framed
                name="start"
                value={value}
                checked={start === value}
                onChange={() => setStart(value)}
              >
                {label}
                <span className="builder-table__quiet">{lead}</span>
              </ChoiceBox>
            ))}
          </div>
        )}
      </Field>
      {start === 'copy' && (
        <Field label={texts.copyOf} id="builder-copy-of">
          {(control) => (
            <Select
              {...control}
              choices={published.map((one) => ({ value: one.id, label: one.title }))}
              value={source}
              onChange={({ target }) => setSource(target.value)}
            />
          )}
        </Field>
      )}
      {start === 'zip' ? (
        <BroughtFields errors={shown(faults.zip)} brought={brought} onBring={setBrought} />
      ) : (
        <>
          <Field label={texts.title} id="builder-title" required errors={shown(faults.title)}>
            {(control) => (
              <TextInput
                {...control}
                maxLength={200}
                value={title}
                onChange={({ target }) => setTitle(target.value)}
              />
            )}
          </Field>
          <Field label={texts.id} id="builder-id" required support={texts.idHelp} errors={shown(faults.id)}>
            {(control) => (
              <TextInput
                {...control}
                chars={32}
                maxLength={64}
                autoCapitalize="none"
                autoComplete="off"
                spellCheck={false}
                value={id}
                onChange={({ target }) => setId(target.value)}
              />
            )}
          </Field>
        </>
      )}
      <Buttons>
        <Button onClick={onClose}>{texts.cancel}</Button>
        <Button type="submit" look="primary" blocked={begin.isPending}>
          {begin.isPending ? texts.creating : texts.create}
        </Button>
      </Buttons>
    </form>
  );
}

function sourceOf(start: string, procedure: string): BeginDraftRequest['from'] {
  if (start === 'copy') return { kind: 'procedure', id: procedure };
  const [kind, name = ''] = start.split(':');
  return kind === 'template' ? { kind: 'template', name } : { kind: 'blank' };
}

/** What somebody brings from another installation, or from an editor. */
type Brought =
  | { readonly of: 'zip'; readonly name: string; readonly zip: File }
  | { readonly of: 'folder'; readonly name: string; readonly files: readonly File[] };

async function beginFromBrought(brought: Brought): ReturnType<typeof beginFromZip> {
  if (brought.of === 'zip') return beginFromZip(brought.zip);
  return beginDraft({ from: { kind: 'folder', files: await readChosenFolder(brought.files) } });
}

interface BroughtFieldsProps {
  readonly errors: readonly string[];
  readonly brought: Brought | null;
  readonly onBring: (brought: Brought | null) => void;
}

function BroughtFields({ errors, brought, onBring }: BroughtFieldsProps): ReactNode {
  const texts = useListTexts();
  const takeZip = (zip: File | undefined): void => onBring(zip ? { of: 'zip', name: zip.name, zip } : null);
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    takeZip(event.dataTransfer.files[0]);
  };
  return (
    <>
      <Field label={texts.zipFile} id="builder-zip" support={texts.zipHelp} errors={errors}>
        {(control) => (
          <div className="builder-drop" onDragOver={(event) => event.preventDefault()} onDrop={drop}>
            <input
              {...control}
              type="file"
              accept=".zip,application/zip"
              onChange={({ target }) => takeZip(target.files?.[0])}
            />
          </div>
        )}
      </Field>
      <Field label={texts.folder} id="builder-folder" support={texts.folderHelp}>
        {(control) => (
          <input
            {...control}
            ref={(input) => void input?.toggleAttribute('webkitdirectory', true)}
            type="file"
            onChange={({ target }) => {
              const files = [...(target.files ?? [])];
              const name = files[0]?.webkitRelativePath.split('/')[0] ?? '';
              onBring(files.length > 0 ? { of: 'folder', name, files } : null);
            }}
          />
        )}
      </Field>
      {brought && <p role="status">{texts.brought(brought.name)}</p>}
    </>
  );
}
