import type { FormEvent, ReactNode } from 'react';
import { Button, Field, SearchInput, useTyped } from '../../ui/index.js';

interface SearchBoxProps {
  readonly className: string;
  readonly texts: { readonly search: string; readonly searchSupport: string; readonly searchAction: string };
  readonly initial?: string;
  readonly onSearch: (words: string) => void;
  readonly children?: ReactNode;
}

/** The words by which people look for a procedure. */
export function SearchBox({ className, texts, initial = '', onSearch, children }: SearchBoxProps): ReactNode {
  const [words, setWords] = useTyped(initial);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    onSearch(words);
  };
  return (
    <form role="search" className={className} onSubmit={submit}>
      <Field label={texts.search} support={texts.searchSupport}>
        {(control) => (
          <div className="tz-search-row">
            <SearchInput control={control} words={words} onWords={setWords} />
            <Button type="submit" look="primary">
              {texts.searchAction}
            </Button>
          </div>
        )}
      </Field>
      {children}
    </form>
  );
}
