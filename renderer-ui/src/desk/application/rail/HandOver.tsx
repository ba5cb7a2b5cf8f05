import { useState, type FormEvent, type ReactNode } from 'react';
import { assignApplication, fetchColleagues } from '../../../api/desk.js';
import { useQuery } from '../../../api/query/index.js';
import type { DeskApplicationView } from '../../../api/types.js';
import { Button, Buttons, Dialog, Field, Select, Spinner, TextArea, useAnnounce } from '../../../ui/index.js';
import { useChange } from '../../action/use-change.js';
import { deskKeys } from '../../desk-queries.js';
import { useDeskTexts } from '../../desk-texts.js';
import { RefusalBanner } from '../../frame/RefusalBanner.js';

/** Gives the case to a colleague who may act on it, with a note for them. */
export function HandOver({ application }: { readonly application: DeskApplicationView }): ReactNode {
  const texts = useDeskTexts().handOver;
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button look="text" size="small" aria-haspopup="dialog" onClick={() => setOpen(true)}>
        {texts.open}
      </Button>
      {open && <HandOverDialog application={application} onClose={() => setOpen(false)} />}
    </>
  );
}

function HandOverDialog({
  application: { id, number, assignee },
  onClose,
}: {
  readonly application: DeskApplicationView;
  readonly onClose: () => void;
}): ReactNode {
  const texts = useDeskTexts().handOver;
  const announce = useAnnounce();
  const { change } = useChange(id);
  const found = useQuery({
    queryKey: [...deskKeys.application(id), 'colleagues'],
    queryFn: () => fetchColleagues(id),
  });
  const colleagues = (found.data?.colleagues ?? []).filter((one) => one.id !== assignee?.id);
  const [to, setTo] = useState('');
  const [note, setNote] = useState('');
  const [tried, setTried] = useState(false);
  function submit(event: FormEvent): void {
    event.preventDefault();
    setTried(true);
    if (to === '' || change.isPending) return;
    change.mutate(() => assignApplication(id, to, note.trim()), {
      onSuccess: (after) => {
        announce(texts.done(after.assignee?.name ?? ''));
        onClose();
      },
    });
  }
  return (
    <Dialog title={texts.title(number)} open onClose={onClose}>
      <form className="tz-stack" onSubmit={submit} noValidate>
        <RefusalBanner error={change.error ?? found.error} />
        {found.isPending && <Spinner />}
        {found.data && colleagues.length === 0 && <p>{texts.nobody}</p>}
        {colleagues.length > 0 && (
          <>
            <Field
              label={texts.to}
              id="hand-over-to"
              required
              errors={tried && to === '' ? [texts.toMissing] : []}
            >
              {(control) => (
                <Select
                  {...control}
                  empty={texts.choose}
                  choices={colleagues.map((one) => ({
                    value: one.id,
                    label: texts.colleague(one.name, one.department, one.open),
                  }))}
                  value={to}
                  onChange={(event) => setTo(event.target.value)}
                />
              )}
            </Field>
            <Field label={texts.note} id="hand-over-note" support={texts.noteHelp}>
              {(control) => (
                <TextArea
                  {...control}
                  rows={4}
                  maxLength={1000}
                  value={note}
                  onChange={(event) => setNote(event.target.value)}
                />
              )}
            </Field>
          </>
        )}
        <Buttons>
          {colleagues.length > 0 && (
            <Button type="submit" look="primary" blocked={change.isPending}>
              {texts.submit}
            </Button>
          )}
          <Button onClick={onClose}>{texts.cancel}</Button>
        </Buttons>
      </form>
    </Dialog>
  );
}
