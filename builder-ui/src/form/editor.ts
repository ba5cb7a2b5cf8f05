import { createContext, useContext } from 'react';
import type { AuthoredField, NewField } from '#engine';
import type { Command, Spot } from './commands.js';

/** What the parts of the form editor share: what is chosen, and what can be done to it. */
export interface FormEditor {
  readonly outline: readonly AuthoredField[];
  readonly selected: readonly string[];
  /** As of the last key, which need not be drawn yet. */
  selectedNow(): readonly string[];
  /** Keyword that a problem leads to. */
  readonly keyword: string | null;
  /** @param keyword whose control takes the focus */
  select(paths: readonly string[], keyword?: string): void;
  /** @returns false when it could not be done; why was said */
  run(command: Command | null, words: string, keyword?: string): boolean;
  move(way: 'up' | 'down'): void;
  moveTo(spot: Spot): void;
  askWhere(): void;
  duplicate(): void;
  copy(): string | null;
  cut(): string | null;
  /** @param text of the clipboard; null for what was last copied here */
  paste(text: string | null): void;
  /** Asks first where something else uses it. */
  remove(): void;
  removeAnyway(): void;
  add(fields: readonly NewField[], title: string): void;
  addPage(): void;
}

const EditorContext = createContext<FormEditor | null>(null);

export const EditorProvider = EditorContext.Provider;

export function useFormEditor(): FormEditor {
  const editor = useContext(EditorContext);
  if (!editor) throw new Error('A part of the form editor stands outside of EditorProvider.');
  return editor;
}
