import type { Expression, Scope } from '../expression/index.js';

/** A message or notice text, parsed before anything is merged: what an applicant wrote can never become syntax. */
export interface Template {
  readonly name: string;
  /** Front matter: `subject` for messages; `layout`, `title`, `public` … for notices. */
  readonly head: Readonly<Record<string, Line>>;
  readonly body: readonly Node[];
  readonly scope: Scope;
}

export type Inline =
  | { readonly text: string }
  | {
      readonly expression: Expression;
      /** For a choice named as it is: value → the title the applicant saw, which is printed. */
      readonly titles?: ReadonlyMap<string, string>;
    };
export type Line = readonly Inline[];

export type Node =
  | { readonly kind: 'line'; readonly style: LineStyle; readonly content: Line }
  | { readonly kind: 'row'; readonly cells: readonly Line[] }
  | {
      readonly kind: 'if';
      readonly condition: Expression;
      readonly then: readonly Node[];
      readonly else: readonly Node[];
    }
  | {
      readonly kind: 'each';
      readonly name: string;
      readonly list: Expression;
      readonly body: readonly Node[];
    };

export type LineStyle =
  | 'paragraph'
  | 'right'
  | 'center'
  | 'addressee'
  | 'sender'
  | 'title'
  | 'heading'
  | 'item'
  | 'note'
  | 'footer'
  | 'blank';

/**
 * How a notice is laid out: 公文書 across or down the page, 認証書, ステッカー, 受験票, a cover sheet for paper, a list.
 */
export const NOTICE_LAYOUTS = [
  'letter',
  'vertical',
  'certificate',
  'sticker',
  'ticket',
  'cover',
  'list',
] as const;
export type NoticeLayout = (typeof NOTICE_LAYOUTS)[number];

/** What a renderer draws. Plain JSON: text only, no markup, no code. */
export interface DocumentModel {
  readonly title: string;
  readonly layout: NoticeLayout;
  readonly head: Readonly<Record<string, string>>;
  readonly blocks: readonly Block[];
}

export type Block =
  | { readonly kind: LineStyle; readonly text: string }
  | { readonly kind: 'table'; readonly rows: readonly (readonly string[])[] };
