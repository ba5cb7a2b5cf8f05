import type { Line, Node, Template } from '../notice/template.js';
import type { Translate } from './translate-form.js';

/** Kana or kanji; a code or a number reads the same in every language. */
const JAPANESE = /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u;

export function isJapanese(text: string): boolean {
  return JAPANESE.test(text);
}

/** Japanese → English, or undefined where there is none. */
export type FindEnglish = (japanese: string) => string | undefined;

/**
 * A line as a sentence to be translated: its placeholders are `{1}`, `{2}` … in their order, so that the English may
 * put them elsewhere, holds no expression, and outlives the renaming of a field.
 */
export function sentenceOf(line: Line): string {
  let placeholders = 0;
  return line.map((part) => ('text' in part ? part.text : `{${++placeholders}}`)).join('');
}

/** Every Japanese sentence of a template, in the order in which they are read. */
export function templateSentences(template: Template): readonly string[] {
  const found: string[] = [];
  mapLines(template, (line) => {
    const sentence = sentenceOf(line).trim();
    if (isJapanese(sentence)) found.push(sentence);
    return line;
  });
  return found;
}

/** Does the English hold the same placeholders, each once or more? */
export function hasSamePlaceholders(japanese: string, english: string): boolean {
  const names = (text: string): string => [...new Set(text.match(/\{\d+\}/g))].sort().join();
  return names(japanese) === names(english);
}

/** The template in English; null unless every line of it has English, for a letter is in one language. */
export function translateTemplate(template: Template, english: FindEnglish): Template | null {
  const whole = templateSentences(template).every((sentence) => {
    const found = english(sentence);
    return found !== undefined && hasSamePlaceholders(sentence, found);
  });
  if (!whole) return null;
  const word: Translate = (text) => english(text) ?? text;
  return mapLines(template, (line) => {
    const sentence = sentenceOf(line).trim();
    return lineOf(isJapanese(sentence) ? word(sentence) : sentence, line, word);
  });
}

/** A sentence with the placeholders of the line that it says. */
function lineOf(sentence: string, line: Line, word: Translate): Line {
  const placeholders = line.filter((part) => 'expression' in part);
  return sentence.split(/(\{\d+\})/).flatMap((piece): Line => {
    if (piece === '') return [];
    const placeholder = /^\{(\d+)\}$/.exec(piece);
    const part = placeholder ? placeholders[Number(placeholder[1]) - 1] : undefined;
    if (!part) return [{ text: piece }];
    const { expression, titles } = part;
    return [
      titles
        ? { expression, titles: new Map([...titles].map(([value, title]) => [value, word(title)] as const)) }
        : part,
    ];
  });
}

function mapLines(template: Template, change: (line: Line) => Line): Template {
  const subject = template.head['subject'];
  return {
    ...template,
    head: subject ? { ...template.head, subject: change(subject) } : template.head,
    body: template.body.map((node) => mapNode(node, change)),
  };
}

function mapNode(node: Node, change: (line: Line) => Line): Node {
  switch (node.kind) {
    case 'line':
      return { ...node, content: change(node.content) };
    case 'row':
      return { ...node, cells: node.cells.map(change) };
    case 'if':
      return {
        ...node,
        then: node.then.map((inner) => mapNode(inner, change)),
        else: node.else.map((inner) => mapNode(inner, change)),
      };
    case 'each':
      return { ...node, body: node.body.map((inner) => mapNode(inner, change)) };
  }
}
