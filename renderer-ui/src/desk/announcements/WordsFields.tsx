import type { ReactNode } from 'react';
import { useDeskNewsTexts } from '../../texts/index.js';
import { ChoiceBox, Field, TextArea, TextInput } from '../../ui/index.js';
import type { NewsForm } from './news-form.js';

export type NewsWords = Pick<NewsForm, 'title' | 'body' | 'inEnglish' | 'titleEn' | 'bodyEn'>;

interface WordsFieldsProps {
  readonly words: NewsWords;
  readonly errorsOf: (field: string) => readonly string[];
  readonly onWords: (change: Partial<NewsWords>) => void;
}

const LONGEST_TITLE = 100;
const LONGEST_BODY = 10_000;

/** Title and text, in Japanese and, if wanted, in English. */
export function WordsFields({ words, errorsOf, onWords }: WordsFieldsProps): ReactNode {
  const texts = useDeskNewsTexts().form;
  return (
    <>
      <Field label={texts.title} id="news-title" required errors={errorsOf('title')}>
        {(control) => (
          <TextInput
            {...control}
            maxLength={LONGEST_TITLE}
            value={words.title}
            onChange={({ target }) => onWords({ title: target.value })}
          />
        )}
      </Field>
      <Field label={texts.body} id="news-body" required support={texts.bodyHelp} errors={errorsOf('body')}>
        {(control) => (
          <TextArea
            {...control}
            rows={10}
            maxLength={LONGEST_BODY}
            value={words.body}
            onChange={({ target }) => onWords({ body: target.value })}
          />
        )}
      </Field>
      <ChoiceBox
        kind="checkbox"
        checked={words.inEnglish}
        onChange={({ target }) => onWords({ inEnglish: target.checked })}
      >
        {texts.english}
      </ChoiceBox>
      {words.inEnglish && (
        <>
          <Field label={texts.titleEn} id="news-english.title" required errors={errorsOf('english.title')}>
            {(control) => (
              <TextInput
                {...control}
                lang="en"
                maxLength={LONGEST_TITLE}
                value={words.titleEn}
                onChange={({ target }) => onWords({ titleEn: target.value })}
              />
            )}
          </Field>
          <Field label={texts.bodyEn} id="news-english.body" required errors={errorsOf('english.body')}>
            {(control) => (
              <TextArea
                {...control}
                lang="en"
                rows={8}
                maxLength={LONGEST_BODY}
                value={words.bodyEn}
                onChange={({ target }) => onWords({ bodyEn: target.value })}
              />
            )}
          </Field>
        </>
      )}
    </>
  );
}
