import type { DocumentModel } from '#engine';

export interface LetterWords {
  readonly title: string;
  /** Paragraphs, parted by empty lines. */
  readonly body: string;
  readonly important: boolean;
  readonly english: { readonly title: string; readonly body: string } | null;
  /** Where it can be read in the portal. */
  readonly link: string;
  /** Where news are stopped with one press. */
  readonly stop: string;
}

/** The mail of an announcement: Japanese, then English where there is any. An important one cannot be stopped, and says so. */
export function writeLetter({ title, body, important, english, link, stop }: LetterWords): DocumentModel {
  const why = important
    ? [
        'このお知らせは重要なため、ご登録のみなさまにお送りしています。',
        'This is important news, sent to everyone who is registered.',
      ]
    : [
        'このメールは、お気に入りの分野や手続のお知らせを希望された方にお送りしています。お知らせのメールは、次のアドレスからすぐに止められます。',
        'You receive this because you asked for news about your favourites. You can stop such mails here:',
        stop,
      ];
  const paragraphs = [
    ...paragraphsOf(body),
    link,
    ...(english ? [`[English] ${english.title}`, ...paragraphsOf(english.body)] : []),
    ...why,
  ];
  return {
    title: important ? `【重要】${title}` : title,
    layout: 'letter',
    head: {},
    blocks: paragraphs.map((text) => ({ kind: 'paragraph', text })),
  };
}

function paragraphsOf(body: string): string[] {
  return body
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.trim())
    .filter(Boolean);
}
