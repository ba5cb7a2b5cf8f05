import { useState, type FormEvent, type ReactNode } from 'react';
import { useMutation, useQueryClient } from '../../api/query/index.js';
import { removeView, saveView } from '../../api/desk.js';
import type { ListPlace, ProcedureLists } from '../../api/types.js';
import { useSearchParams } from '../../router/index.js';
import { Button, Buttons, ChoiceBox, Dialog, Field, Select, TextInput, useAnnounce } from '../../ui/index.js';
import { deskKeys, useSavedViews } from '../desk-queries.js';
import { useDeskTexts } from '../desk-texts.js';
import { RefusalBanner } from '../frame/RefusalBanner.js';
import { ColumnTools } from './ColumnTools.js';
import { FILTERS, paramsOf, SORTS } from './list-place.js';

/** Order and filters of a list, all in its address, and the official's own saved lists. */
export function ListTools({
  place,
  lists,
  columns,
}: {
  readonly place: ListPlace;
  /** Of the procedure whose stage it is; null for lists of several. */
  readonly lists: ProcedureLists | null;
  readonly columns: readonly string[];
}): ReactNode {
  const texts = useDeskTexts().queue.tools;
  const [, setParams] = useSearchParams();
  const [saving, setSaving] = useState(false);
  // Not closed with the last tick that is taken away: whoever took it is still in there.
  const [beginsOpen] = useState(place.only.length > 0);
  const show = (next: ListPlace): void => setParams(paramsOf(next), { replace: true });
  return (
    <div className="desk-tools">
      <Field label={texts.sort} id="list-sort">
        {(control) => (
          <Select
            {...control}
            choices={[
              ...SORTS.map((value) => ({ value, label: texts.sorts[value] })),
              ...(lists?.fields ?? []).flatMap(({ field, title }) => [
                { value: `field:${field}:up`, label: texts.sortUp(title) },
                { value: `field:${field}:down`, label: texts.sortDown(title) },
              ]),
            ]}
            value={place.sort}
            onChange={(event) => show({ ...place, sort: event.target.value })}
          />
        )}
      </Field>
      <details className="desk-tools__fold" open={beginsOpen || undefined}>
        <summary>{place.only.length > 0 ? texts.onlySome(place.only.length) : texts.only}</summary>
        <fieldset className="desk-tools__only">
          <legend className="tz-hidden">{texts.only}</legend>
          {FILTERS.map((filter) => (
            <ChoiceBox
              key={filter}
              kind="checkbox"
              checked={place.only.includes(filter)}
              onChange={(event) =>
                show({
                  ...place,
                  only: FILTERS.filter((one) =>
                    one === filter ? event.target.checked : place.only.includes(one),
                  ),
                })
              }
            >
              {texts.filters[filter]}
            </ChoiceBox>
          ))}
        </fieldset>
      </details>
      {lists && lists.fields.length > 0 && (
        <ColumnTools lists={lists} place={place} columns={columns} onShow={show} />
      )}
      <Button size="small" onClick={() => setSaving(true)} aria-haspopup="dialog">
        {texts.save}
      </Button>
      {saving && <SaveDialog place={place} onClose={() => setSaving(false)} />}
    </div>
  );
}

function SaveDialog({
  place,
  onClose,
}: {
  readonly place: ListPlace;
  readonly onClose: () => void;
}): ReactNode {
  const texts = useDeskTexts().queue.tools;
  const client = useQueryClient();
  const announce = useAnnounce();
  const views = useSavedViews().data?.views ?? [];
  const [title, setTitle] = useState('');
  const [tried, setTried] = useState(false);
  const missing = title.trim() === '';
  const save = useMutation({
    mutationFn: () => saveView(title.trim(), place),
    onSuccess: (list) => {
      client.setQueryData(deskKeys.views, list);
      announce(texts.saved(title.trim()));
      onClose();
    },
  });
  const remove = useMutation({
    mutationFn: removeView,
    onSuccess: (list) => client.setQueryData(deskKeys.views, list),
  });
  function submit(event: FormEvent): void {
    event.preventDefault();
    setTried(true);
    if (!missing && !save.isPending) save.mutate();
  }
  return (
    <Dialog title={texts.save} open onClose={onClose}>
      <form className="tz-stack" onSubmit={submit} noValidate>
        <p>{texts.saveLead}</p>
        <RefusalBanner error={save.error ?? remove.error} />
        <Field
          label={texts.title}
          id="view-title"
          required
          errors={tried && missing ? [texts.titleMissing] : []}
        >
          {(control) => (
            <TextInput
              {...control}
              maxLength={60}
              value={title}
              onChange={(event) => setTitle(event.target.value)}
            />
          )}
        </Field>
        {views.length > 0 && (
          <section aria-labelledby="own-views">
            <h3 id="own-views" className="tz-heading">
              {texts.own}
            </h3>
            <ul className="desk-tools__views">
              {views.map((view) => (
                <li key={view.id}>
                  <span>{view.title}</span>
                  <Button
                    size="small"
                    look="text"
                    aria-label={texts.removeOf(view.title)}
                    blocked={remove.isPending}
                    onClick={() => remove.mutate(view.id)}
                  >
                    {texts.remove}
                  </Button>
                </li>
              ))}
            </ul>
          </section>
        )}
        <Buttons>
          <Button type="submit" look="primary" blocked={save.isPending}>
            {texts.saveIt}
          </Button>
          <Button onClick={onClose}>{texts.cancel}</Button>
        </Buttons>
      </form>
    </Dialog>
  );
}
