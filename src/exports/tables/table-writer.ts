import type { Readable } from 'node:stream';
import type { Cell } from '../cell.js';

export interface WantedSheet {
  readonly title: string;
  /** Name of its file where each sheet is one, without ending: letters, digits, dots and `_`. */
  readonly file: string;
  readonly headings: readonly string[];
}

/** A cell that was not written as it is, by its place in the line. */
export interface CellFault {
  readonly column: number;
  readonly kind: 'unmappable' | 'too-long';
  /** Characters that are not there, or where the text was cut. */
  readonly text: string;
}

/** Writes sheets line by line into a folder and gives them out as one file. Holds no more than what it was just given. */
export interface TableWriter {
  /** @param lines of the sheet at that place @returns for each line what was not written as it is */
  add(sheet: number, lines: readonly (readonly Cell[])[]): Promise<readonly (readonly CellFault[])[]>;
  /** No line comes after it. */
  finish(): Promise<{ readonly content: Readable; readonly ending: 'xlsx' | 'csv' | 'zip' }>;
  /** Lets go of what it holds open; without `finish`, nothing comes of it. */
  close(): Promise<void>;
}
