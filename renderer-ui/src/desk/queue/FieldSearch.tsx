import { useState, type FormEvent, type ReactNode } from 'react';
import { useNavigate } from '../../router/index.js';
import { Button, Field, Select, TextInput } from '../../ui/index.js';
import { useLists } from '../desk-queries.js';
import { useDeskTexts } from '../desk-texts.js';

/** Finds applications by the answer to one question; its words are those of the search box. */
export function FieldSearch({ text }: { readonly text: string }): ReactNode {
  const texts = useDeskTexts().search;
  const navigate = useNavigate();
  const lists = useLists().data?.procedures ?? [];
  const titles = [...new Set(lists.flatMap(({ fields }) => fields.map(({ title }) => title)))];
  const [, named = '', rest = ''] = /^([^:：]+)[:：]([^]*)$/.exec(text) ?? [];
  const [chosen, setChosen] = useState('');
  const [wanted, setWanted] = useState(rest);
  if (titles.length === 0) return null;
  const title = chosen || (titles.includes(named) ? named : titles[0]);
  function submit(event: FormEvent): void {
    event.preventDefault();
    if (wanted.trim() === '') return;
    void navigate(`/desk/search?q=${encodeURIComponent(`${title}：${wanted.trim()}`)}`);
  }
  return (
    <details className="desk-field-search" open={named !== '' || undefined}>
      <summary>{texts.inField}</summary>
      <form className="desk-field-search__form" onSubmit={submit} noValidate>
        <Field label={texts.field} id="search-field">
          {(control) => (
            <Select
              {...control}
              choices={titles.map((value) => ({ value, label: value }))}
              value={title}
              onChange={(event) => setChosen(event.target.value)}
            />
          )}
        </Field>
        <Field label={texts.wanted} id="search-wanted">
          {(control) => (
            <TextInput
              {...control}
              chars={20}
              autoComplete="off"
              value={wanted}
              onChange={(event) => setWanted(event.target.value)}
            />
          )}
        </Field>
        <Button type="submit">{texts.submit}</Button>
      </form>
      <p className="tz-quiet desk-small">{texts.inFieldHelp}</p>
    </details>
  );
}
