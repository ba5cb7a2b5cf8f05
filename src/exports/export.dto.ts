import { Type, type Static } from '@sinclair/typebox';
import { Nullable } from '../applications/application.dto.js';
import { queueFilters } from '../applications/queue.js';

const civilDate = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' });

/** Excel; CSV in UTF-8 with mark; CSV in Shift_JIS as Windows has it. */
export const exportFormats = ['xlsx', 'csv-utf8', 'csv-sjis'] as const;

/** What is exported and how; the same whether it is saved or asked for once. */
export const ExportContent = Type.Object(
  {
    procedureId: Type.String({ maxLength: 64 }),
    /** Keys in the order of the table; null for every column there is when the table is made. */
    columns: Nullable(
      Type.Array(Type.String({ minLength: 1, maxLength: 300 }), {
        minItems: 1,
        maxItems: 2000,
        uniqueItems: true,
      }),
    ),
    /** Names of stages; empty for all. */
    stages: Type.Array(Type.String({ maxLength: 63 }), { maxItems: 100, uniqueItems: true }),
    state: Type.Union([Type.Literal('all'), Type.Literal('open'), Type.Literal('ended')]),
    /** First and last day of arrival, in Japan. */
    arrivedFrom: Nullable(civilDate),
    arrivedTo: Nullable(civilDate),
    /** As in a queue: each takes away. */
    only: Type.Array(Type.Union(queueFilters.map((name) => Type.Literal(name))), {
      maxItems: queueFilters.length,
      uniqueItems: true,
    }),
    format: Type.Union(exportFormats.map((name) => Type.Literal(name))),
    /** First line: titles for people, keys for programs. */
    headings: Type.Union([Type.Literal('titles'), Type.Literal('keys')]),
    /** Choices by their titles or by their codes. */
    choices: Type.Union([Type.Literal('titles'), Type.Literal('codes')]),
  },
  { additionalProperties: false },
);
export type ExportContent = Static<typeof ExportContent>;

export const ExportRequest = Type.Object(
  { title: Type.String({ maxLength: 60 }), content: ExportContent },
  { additionalProperties: false },
);
export type ExportRequest = Static<typeof ExportRequest>;

export const CountRequest = Type.Object({ content: ExportContent }, { additionalProperties: false });
export type CountRequest = Static<typeof CountRequest>;

export const ExportCount = Type.Object({ count: Type.Integer() });
export type ExportCount = Static<typeof ExportCount>;

export const ExportView = Type.Object({
  id: Type.String(),
  title: Type.String(),
  procedureId: Type.String(),
  procedureTitle: Type.String(),
  content: ExportContent,
  state: Type.Union(
    (['waiting', 'running', 'done', 'failed', 'cancelled', 'expired'] as const).map((name) =>
      Type.Literal(name),
    ),
  ),
  /** Applications; null until they are counted. */
  total: Nullable(Type.Integer()),
  done: Type.Integer(),
  fileName: Nullable(Type.String()),
  bytes: Nullable(Type.Integer()),
  /** Cells that could not be written as they are. */
  faultCount: Type.Integer(),
  createdAt: Type.String(),
  finishedAt: Nullable(Type.String()),
  /** The day on which the file goes. */
  keptUntil: Nullable(Type.String()),
});
export type ExportView = Static<typeof ExportView>;

/** Of one export: the cells that are not as they were answered, at most a thousand of them. */
export const ExportFaults = Type.Object({
  faults: Type.Array(
    Type.Object({
      number: Type.String(),
      column: Type.String(),
      columnTitle: Type.String(),
      /** `unmappable`: characters that Shift_JIS does not have; `too-long`: more than a cell of Excel holds. */
      kind: Type.Union([Type.Literal('unmappable'), Type.Literal('too-long')]),
      /** The characters. */
      text: Type.String(),
    }),
  ),
});
export type ExportFaults = Static<typeof ExportFaults>;
export type ExportFault = Omit<ExportFaults['faults'][number], 'columnTitle'>;

export const ExportColumnView = Type.Object({
  key: Type.String(),
  title: Type.String(),
  /** Path of the repeat whose rows are a sheet of their own; null for the sheet of the applications. */
  sheet: Nullable(Type.String()),
  sheetTitle: Nullable(Type.String()),
  /** Asked in a former version, and no longer. */
  retired: Type.Boolean(),
  /** Masked at one stage or another for the asker. */
  masked: Type.Boolean(),
});
export type ExportColumnView = Static<typeof ExportColumnView>;

export const ExportOffer = Type.Object({
  columns: Type.Array(ExportColumnView),
  stages: Type.Array(Type.Object({ name: Type.String(), title: Type.String() })),
});
export type ExportOffer = Static<typeof ExportOffer>;

export const ExportDefinitionView = Type.Object({
  id: Type.String(),
  title: Type.String(),
  shared: Type.Boolean(),
  own: Type.Boolean(),
  ownerName: Type.String(),
  content: ExportContent,
});
export type ExportDefinitionView = Static<typeof ExportDefinitionView>;

export const ExportList = Type.Object({
  /** Those that the asker may export. */
  procedures: Type.Array(Type.Object({ id: Type.String(), title: Type.String() })),
  definitions: Type.Array(ExportDefinitionView),
  /** The asker's own, newest first. */
  exports: Type.Array(ExportView),
  keepDays: Type.Integer(),
});
export type ExportList = Static<typeof ExportList>;

export const SaveDefinitionRequest = Type.Object(
  {
    title: Type.String({ minLength: 1, maxLength: 60 }),
    shared: Type.Boolean(),
    content: ExportContent,
  },
  { additionalProperties: false },
);
export type SaveDefinitionRequest = Static<typeof SaveDefinitionRequest>;
