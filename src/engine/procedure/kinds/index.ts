import { attachment } from './attachment.js';
import { choice, choices } from './choice.js';
import { group, rows } from './containers.js';
import type { KindRules } from './kind-rules.js';
import { boolean, integer, number } from './number.js';
import { date, text } from './text.js';

/** Every kind of question, the particular before the general. */
export const KINDS: readonly KindRules[] = [
  attachment,
  choices,
  rows,
  group,
  choice,
  date,
  integer,
  number,
  boolean,
  text,
];
