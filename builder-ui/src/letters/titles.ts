export type LetterFolder = 'messages' | 'notices';

/** As officials know a mail or notice: without what is put in. */
export function titleIn(text: string): string {
  const line = /^(?:title|subject):(.*)$/mu.exec(text)?.[1] ?? '';
  return line
    .replaceAll(/（[^（）]*\{\{.*?\}\}[^（）]*）/gu, '')
    .replaceAll(/\{\{.*?\}\}/gu, '…')
    .trim();
}
