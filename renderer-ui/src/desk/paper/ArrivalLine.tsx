import { useState, type FormEvent, type ReactNode } from 'react';
import { changeArrival } from '../../api/paper.js';
import { useMutation } from '../../api/query/index.js';
import type { PaperDraftView } from '../../api/types.js';
import { dateText, useDeskPaperTexts, useLanguage } from '../../texts/index.js';
import { Button, Buttons, Field, Select, TextInput } from '../../ui/index.js';
import { RefusalBanner } from '../frame/RefusalBanner.js';

/** When and how the paper came, and where news goes; the first two can be mended. */
export function ArrivalLine({ paper }: { readonly paper: PaperDraftView }): ReactNode {
  const { fill, begin } = useDeskPaperTexts();
  const language = useLanguage();
  const [now, setNow] = useState({ arrivedOn: paper.arrivedOn, brought: paper.brought });
  const [typed, setTyped] = useState(now);
  const [open, setOpen] = useState(false);
  const change = useMutation({
    mutationFn: (body: typeof typed) => changeArrival(paper.draft.id, body),
    onSuccess: ({ arrivedOn, brought }) => {
      setNow({ arrivedOn, brought });
      setOpen(false);
    },
  });
  function submit(event: FormEvent): void {
    event.preventDefault();
    if (typed.arrivedOn !== '' && !change.isPending) change.mutate(typed);
  }
  return (
    <div className="desk-keyin__arrival">
      <p>
        {paper.draft.correction && <strong>{fill.correction(paper.draft.correction.number)}　</strong>}
        {fill.arrival(dateText(now.arrivedOn, language), begin.broughts[now.brought])}
        {'　'}
        <span className="tz-quiet">
          {paper.mail === null ? fill.byLetters : fill.byAccount(paper.mail)}
        </span>{' '}
        {!open && (
          <Button size="small" look="text" onClick={() => setOpen(true)}>
            {fill.changeArrival}
          </Button>
        )}
      </p>
      {open && (
        <form className="desk-keyin__mend" onSubmit={submit} noValidate>
          <RefusalBanner error={change.error} />
          <Field label={begin.arrivedOn} required>
            {(control) => (
              <TextInput
                {...control}
                type="date"
                chars={14}
                value={typed.arrivedOn}
                onChange={({ target }) => setTyped((before) => ({ ...before, arrivedOn: target.value }))}
              />
            )}
          </Field>
          <Field label={begin.brought}>
            {(control) => (
              <Select
                {...control}
                choices={(['post', 'counter'] as const).map((way) => ({
                  value: way,
                  label: begin.broughts[way],
                }))}
                value={typed.brought}
                onChange={({ target }) =>
                  setTyped((before) => ({
                    ...before,
                    brought: target.value === 'counter' ? 'counter' : 'post',
                  }))
                }
              />
            )}
          </Field>
          <Buttons>
            <Button type="submit" size="small">
              {fill.keep}
            </Button>
            <Button size="small" look="text" onClick={() => setOpen(false)}>
              {fill.cancel}
            </Button>
          </Buttons>
        </form>
      )}
    </div>
  );
}
