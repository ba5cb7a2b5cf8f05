import { type Block, type DocumentModel, plainBlocks } from '#engine';
import type { Language } from '../http/language.js';

export interface LetterWords {
  readonly title: string;
  /** As `plainBlocks` reads it. */
  readonly body: string;
  readonly important: boolean;
  readonly english: { readonly title: string; readonly body: string } | null;
  /** Where it can be read in the portal. */
  readonly link: string;
  /** Where news are stopped with one press. */
  readonly stop: string;
}

/**
 * The mail of an announcement: English for whoever wants that, otherwise Japanese, then English where there is any. An
 * important one cannot be stopped, and says so.
 */
export function writeLetter(words: LetterWords, language: Language): DocumentModel {
  const { title, body, important, english, link, stop } = words;
  if (language === 'en' && english) return inEnglish(words, english);
  const why = important
    ? [
        'このお知らせは重要なため、お知らせのメールを希望されていない方にもお送りしています。',
        'This is important news, sent whether or not you asked for news.',
      ]
    : [
        'このメールは、お知らせのメールを希望された方にお送りしています。お知らせのメールは、次のアドレスからすぐに止められます。',
        'You receive this because you asked for news by mail. You can stop such mails here:',
        stop,
      ];
  const blank: Block = { kind: 'blank', text: '' };
  return {
    title: important ? `【重要】${title}` : title,
    layout: 'letter',
    head: {},
    blocks: [
      ...plainBlocks(body),
      blank,
      { kind: 'paragraph', text: link },
      ...(english
        ? [
            blank,
            { kind: 'heading', text: `[English] ${english.title}` } as const,
            ...plainBlocks(english.body),
          ]
        : []),
      blank,
      ...why.map((text): Block => ({ kind: 'footer', text })),
    ],
  };
}

function inEnglish(
  { important, link, stop }: LetterWords,
  { title, body }: NonNullable<LetterWords['english']>,
): DocumentModel {
  const why = important
    ? ['This is important news, sent whether or not you asked for news.']
    : ['You receive this because you asked for news by mail. You can stop such mails here:', stop];
  return {
    title: important ? `[Important] ${title}` : title,
    layout: 'letter',
    head: {},
    blocks: [
      ...plainBlocks(body),
      { kind: 'blank', text: '' },
      { kind: 'paragraph', text: link },
      { kind: 'blank', text: '' },
      ...why.map((text): Block => ({ kind: 'footer', text })),
    ],
  };
}
