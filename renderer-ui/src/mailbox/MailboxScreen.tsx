import { useState, type ReactNode } from 'react';
import { fetchMailbox } from '../api/mailbox.js';
import { keys, useSite } from '../api/queries.js';
import { useQuery } from '../api/query/index.js';
import type { MailboxMail } from '../api/types.js';
import { dateTimeText, useLanguage, useMailboxTexts } from '../texts/index.js';
import { Banner, DescriptionList, focusControl, Footer, Header, Page, Spinner } from '../ui/index.js';
import { splitLinks } from './split-links.js';

export function MailboxScreen(): ReactNode {
  const texts = useMailboxTexts();
  const site = useSite().data?.name ?? '';
  const mailbox = useQuery({ queryKey: keys.mailbox, queryFn: fetchMailbox, refetchInterval: 3_000 });
  const [chosen, setChosen] = useState<string | null>(null);
  const mails = mailbox.data?.mails ?? [];
  const mail = mails.find((each) => each.id === chosen) ?? mails[0];
  return (
    <>
      <Header site={site} home="/mailbox" navLabel={texts.title} links={[]}>
        <a className="tz-header__link" href="/">
          {texts.portal}
        </a>
      </Header>
      <Page title={texts.title} site={site} focusKey="mailbox">
        <p className="tz-mailbox__lead">{texts.lead}</p>
        {mailbox.isPending && <Spinner />}
        {mailbox.isError && <Banner tone="error" title={texts.notDemo} />}
        {mailbox.data && mails.length === 0 && <p>{texts.none}</p>}
        {mail && (
          <div className="tz-mailbox">
            <MailList
              mails={mails}
              chosen={mail.id}
              onChoose={(id) => {
                setChosen(id);
                // On a phone the mail stands below the list, out of sight.
                requestAnimationFrame(() => focusControl('mail-subject'));
              }}
            />
            <Mail mail={mail} />
          </div>
        )}
      </Page>
      <Footer note={texts.title} />
    </>
  );
}

interface MailListProps {
  readonly mails: readonly MailboxMail[];
  readonly chosen: string;
  readonly onChoose: (id: string) => void;
}

function MailList({ mails, chosen, onChoose }: MailListProps): ReactNode {
  const texts = useMailboxTexts();
  const language = useLanguage();
  return (
    <nav aria-label={texts.list}>
      <ul className="tz-mailbox__list">
        {mails.map((mail) => (
          <li key={mail.id}>
            <button
              type="button"
              className="tz-mailbox__line"
              aria-current={mail.id === chosen || undefined}
              onClick={() => onChoose(mail.id)}
            >
              <span className="tz-mailbox__subject">{mail.subject}</span>
              <span className="tz-quiet">{mail.to.join('、')}</span>
              <span className="tz-quiet">{dateTimeText(mail.receivedAt, language)}</span>
            </button>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function Mail({ mail }: { readonly mail: MailboxMail }): ReactNode {
  const texts = useMailboxTexts();
  const language = useLanguage();
  return (
    <article className="tz-card tz-mailbox__mail" aria-labelledby="mail-subject">
      <h2 id="mail-subject" className="tz-heading" tabIndex={-1} data-quiet-focus>
        {mail.subject}
      </h2>
      <DescriptionList
        rows={[
          { key: 'from', term: texts.from, value: mail.from },
          { key: 'to', term: texts.to, value: mail.to.join('、') },
          { key: 'at', term: texts.receivedAt, value: dateTimeText(mail.receivedAt, language) },
        ]}
      />
      <p className="tz-prewrap tz-mailbox__text">
        {splitLinks(mail.text, window.location.origin).map((part, index) =>
          part.href === null ? (
            part.text
          ) : (
            <a key={index} href={part.href}>
              {part.text}
            </a>
          ),
        )}
      </p>
    </article>
  );
}
