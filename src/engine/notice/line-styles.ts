import type { LineStyle } from './template.js';

/** The word before a full-width colon that gives a line its style. */
const STYLE_WORDS: Readonly<Record<string, LineStyle>> = {
  右: 'right',
  中央: 'center',
  宛先: 'addressee',
  発信者: 'sender',
  表題: 'title',
  見出し: 'heading',
  注: 'note',
  フッター: 'footer',
};
const STYLED = new RegExp(`^(${Object.keys(STYLE_WORDS).join('|')})：(.*)$`, 'u');
/** `1　…` or `１　…`: a number and a full-width space. */
const ITEM = /^[0-9０-９]+\u3000/u;

/** The style of a line that is neither control nor table row, and the text without the word of the style. */
export function styleOf(line: string): { readonly style: LineStyle; readonly text: string } {
  const text = line.trimEnd();
  if (text.trim() === '') return { style: 'blank', text: '' };
  const styled = STYLED.exec(text);
  const style = styled?.[1] === undefined ? undefined : STYLE_WORDS[styled[1]];
  if (styled && style) return { style, text: (styled[2] ?? '').replace(/^[ \u3000]+/u, '') };
  return { style: ITEM.test(text) ? 'item' : 'paragraph', text };
}
