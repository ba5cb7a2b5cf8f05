import { useState, type FormEvent, type ReactNode } from 'react';
import { useMutation, useQueryClient } from '../../../renderer-ui/src/api/query/index.js';
import { RefusalBanner } from '../../../renderer-ui/src/desk/index.js';
import {
  Button,
  Buttons,
  ChoiceBox,
  Field,
  TextArea,
  TextInput,
  useAnnounce,
} from '../../../renderer-ui/src/ui/index.js';
import { askPublication, type Choice } from '../api/publishing.js';
import { usePublishingTexts } from '../texts/publishing.js';
import { useDraft, useWorkspace } from '../workspace/use-workspace.js';

/** A note for who agrees, and when it shall take place. */
export function AskForm({
  choices,
  applications,
}: {
  readonly choices: readonly Choice[];
  /** What becomes of those under review. */
  readonly applications: Choice['do'];
}): ReactNode {
  const texts = usePublishingTexts();
  const announce = useAnnounce();
  const client = useQueryClient();
  const workspace = useWorkspace();
  const { draft } = workspace;
  const isSaved = useDraft((state) => state.saving === 'saved');
  const [note, setNote] = useState('');
  const [planned, setPlanned] = useState(false);
  const [startsAt, setStartsAt] = useState('');
  const [tried, setTried] = useState(false);
  const faults = {
    note: note.trim() === '' ? [texts.noteMissing] : [],
    startsAt: planned && !/^\d{4}-\d\d-\d\dT\d\d:\d\d$/.test(startsAt) ? [texts.startsAtMissing] : [],
  };
  const ask = useMutation({
    mutationFn: async () => {
      await workspace.save();
      const { revision, saving } = workspace.state;
      // Why not is said at the top of the editor. What is not saved must not be missing from what is agreed to.
      if (saving !== 'saved') return null;
      return askPublication(draft.id, {
        revision,
        note: note.trim(),
        startsAt: planned ? `${startsAt}:00+09:00` : null,
        choices: [...choices],
        applications,
      });
    },
    onSuccess: (asked) => {
      if (!asked) return;
      announce(texts.askedDone);
      void client.invalidateQueries({ queryKey: ['builder'] });
    },
  });
  function submit(event: FormEvent): void {
    event.preventDefault();
    setTried(true);
    if (!ask.isPending && faults.note.length + faults.startsAt.length === 0) ask.mutate();
  }
  return (
    <form className="tz-stack" onSubmit={submit} noValidate aria-label={texts.ask}>
      <h2 className="tz-heading">{texts.ask}</h2>
      <p>{texts.askLead}</p>
      <RefusalBanner error={ask.error} />
      <Field
        label={texts.note}
        id="publishing-note"
        required
        support={texts.noteHelp}
        errors={tried ? faults.note : []}
      >
        {(control) => (
          <TextArea
            {...control}
            rows={3}
            maxLength={2_000}
            value={note}
            onChange={({ target }) => setNote(target.value)}
          />
        )}
      </Field>
      <Field label={texts.when} group>
        {() => (
          <>
            <ChoiceBox kind="radio" name="when" checked={!planned} onChange={() => setPlanned(false)}>
              {texts.atOnce}
            </ChoiceBox>
            <ChoiceBox kind="radio" name="when" checked={planned} onChange={() => setPlanned(true)}>
              {texts.atTime}
            </ChoiceBox>
          </>
        )}
      </Field>
      {planned && (
        <Field label={texts.startsAt} id="publishing-starts" required errors={tried ? faults.startsAt : []}>
          {(control) => (
            <TextInput
              {...control}
              type="datetime-local"
              value={startsAt}
              onChange={({ target }) => setStartsAt(target.value)}
            />
          )}
        </Field>
      )}
      {!isSaved && (
        <p id="publishing-unsaved" role="status">
          {texts.unsaved}
        </p>
      )}
      <Buttons>
        <Button
          type="submit"
          look="primary"
          blocked={ask.isPending}
          aria-describedby={isSaved ? undefined : 'publishing-unsaved'}
        >
          {ask.isPending ? texts.asking : texts.ask}
        </Button>
      </Buttons>
    </form>
  );
}
