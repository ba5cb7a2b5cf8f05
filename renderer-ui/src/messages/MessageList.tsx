import type { ReactNode } from 'react';
import { messageFileAddress, type Side } from '../api/messages.js';
import type { MessageFileView, MessageView } from '../api/types.js';
import { dateTimeText, useLanguage, useMessagesTexts } from '../texts/index.js';
import { FileRow, InJapanese, sizeText, StatusChip } from '../ui/index.js';

interface MessageListProps {
  /** Whose screen it is. */
  readonly side: Side;
  readonly messages: readonly MessageView[];
  /** Of the other side, not read before this visit. */
  readonly fresh: ReadonlySet<string>;
}

/** Oldest first, as people talk. */
export function MessageList({ side, messages, fresh }: MessageListProps): ReactNode {
  const texts = useMessagesTexts();
  if (messages.length === 0) return <p className="tz-quiet">{texts.none[side]}</p>;
  return (
    <ol className="tz-messages" aria-label={texts.list}>
      {messages.map((message) => (
        <Entry key={message.id} side={side} message={message} fresh={fresh.has(message.id)} />
      ))}
    </ol>
  );
}

interface EntryProps {
  readonly side: Side;
  readonly message: MessageView;
  readonly fresh: boolean;
}

function Entry({ side, message, fresh }: EntryProps): ReactNode {
  const texts = useMessagesTexts();
  const language = useLanguage();
  const own = message.side === side;
  const readText =
    message.readAt === null ? texts.unread[side] : texts.read[side](dateTimeText(message.readAt, language));
  return (
    <li className="tz-message" data-own={own}>
      <p className="tz-message__head">
        <strong>{own && side === 'applicant' ? texts.you : <InJapanese>{message.author}</InJapanese>}</strong>
        <span className="tz-quiet">{dateTimeText(message.at, language)}</span>
        {fresh && <StatusChip tone="waiting">{texts.fresh}</StatusChip>}
      </p>
      <p className="tz-prewrap tz-message__body">
        <InJapanese>{message.body}</InJapanese>
      </p>
      {message.files.length > 0 && (
        <ul className="tz-message__files">
          {message.files.map((file) => (
            <SentFile key={file.id} file={file} />
          ))}
        </ul>
      )}
      {own && <p className="tz-quiet tz-message__read">{readText}</p>}
    </li>
  );
}

/** Kinds that every browser can draw. */
const DRAWABLE = new Set(['image/jpeg', 'image/png', 'image/webp']);

function SentFile({ file }: { readonly file: MessageFileView }): ReactNode {
  const texts = useMessagesTexts();
  const address = messageFileAddress(file.id);
  return (
    <FileRow
      name={file.name}
      meta={sizeText(file.bytes)}
      thumbnail={DRAWABLE.has(file.mediaType) ? `${address}?inline=1` : null}
      actions={
        <a href={address} download={file.name} aria-label={texts.saveNamed(file.name)}>
          {texts.save}
        </a>
      }
    />
  );
}
