import type { DocumentModel } from '#engine';

/** A mail of our own words: plain paragraphs below one another. */
export function letterOf(title: string, paragraphs: readonly string[]): DocumentModel {
  return {
    title,
    layout: 'letter',
    head: {},
    blocks: paragraphs.map((text) => ({ kind: 'paragraph', text })),
  };
}
