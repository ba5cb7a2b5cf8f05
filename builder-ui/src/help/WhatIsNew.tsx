import { useState, type ReactNode } from 'react';
import { useMutation, useQuery, useQueryClient } from '../../../renderer-ui/src/api/query/index.js';
import { dateText, useLanguage } from '../../../renderer-ui/src/texts/index.js';
import { Button, Buttons, Dialog } from '../../../renderer-ui/src/ui/index.js';
import { fetchNewsRead, newsKey, readNews } from '../api/news.js';
import { useHelpTexts } from '../texts/help.js';

/** What is new in the builder, with a mark while the official has not read it. */
export function WhatIsNew(): ReactNode {
  const texts = useHelpTexts();
  const language = useLanguage();
  const client = useQueryClient();
  const [open, setOpen] = useState(false);
  const read = useQuery({ queryKey: newsKey, queryFn: fetchNewsRead });
  const mark = useMutation({
    mutationFn: () => readNews(texts.news[0]?.day ?? ''),
    onSuccess: (now) => client.setQueryData(newsKey, now),
  });
  const { entry } = read.data ?? { entry: '9999-12-31' };
  const unread = texts.news.filter(({ day }) => entry === null || day > entry).length;
  return (
    <>
      <button
        type="button"
        className="tz-header__link"
        onClick={() => {
          setOpen(true);
          if (unread > 0) mark.mutate();
        }}
      >
        {texts.whatIsNew}
        {unread > 0 && <span className="help-unread">{texts.unread(unread)}</span>}
      </button>
      <Dialog title={texts.whatIsNew} open={open} onClose={() => setOpen(false)} wide>
        {texts.news.map(({ day, title, text }) => (
          <section key={title} className="help-news">
            <h3>
              <span className="builder-small tz-quiet">{dateText(day, language)}</span> {title}
            </h3>
            <p>{text}</p>
          </section>
        ))}
        <Buttons>
          <Button onClick={() => setOpen(false)}>{texts.close}</Button>
        </Buttons>
      </Dialog>
    </>
  );
}
