import { useState, type FormEvent, type ReactNode } from 'react';
import { useNavigate, useSearchParams } from '../../router/index.js';
import { Button, Icon } from '../../ui/index.js';
import { useDeskTexts } from '../desk-texts.js';

export function SearchBox(): ReactNode {
  const texts = useDeskTexts();
  const navigate = useNavigate();
  const [params] = useSearchParams();
  const [text, setText] = useState(params.get('q') ?? '');

  function submit(event: FormEvent): void {
    event.preventDefault();
    void navigate(`/desk/search?q=${encodeURIComponent(text.trim())}`);
  }

  return (
    <form className="desk-search" role="search" onSubmit={submit}>
      <label className="tz-hidden" htmlFor="desk-search">
        {texts.search.label}
      </label>
      <Icon name="search" />
      <input
        id="desk-search"
        className="desk-search__input"
        type="search"
        autoComplete="off"
        value={text}
        onChange={(event) => setText(event.target.value)}
        title={texts.search.label}
      />
      <Button type="submit" size="small">
        {texts.search.submit}
      </Button>
    </form>
  );
}
