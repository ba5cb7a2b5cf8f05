import type { ReactNode } from 'react';

/** A piece of a text as the server parted it (`plainBlocks`). */
export type TextBlock =
  | { readonly kind: 'table'; readonly rows: readonly (readonly string[])[] }
  | { readonly kind: string; readonly text: string };

interface TextBlocksProps {
  readonly blocks: readonly TextBlock[];
  readonly lang: string;
  /** Of the headings inside, by where the text stands. */
  readonly level: 2 | 3 | 4;
}

/** A text with headings, numbered lines and tables, as its reader sees it. */
export function TextBlocks({ blocks, lang, level }: TextBlocksProps): ReactNode {
  const Heading = `h${level}` as const;
  return (
    <div className="tz-text" lang={lang}>
      {blocks.map((block, index) => {
        if ('rows' in block) return <Rows key={index} rows={block.rows} />;
        if (block.kind === 'blank') return null;
        if (block.kind === 'heading' || block.kind === 'title')
          return (
            <Heading key={index} className="tz-text__heading">
              {block.text}
            </Heading>
          );
        return (
          <p key={index} className={`tz-text__${block.kind}`}>
            {block.text}
          </p>
        );
      })}
    </div>
  );
}

/** Two columns are a label and its value, row by row; more columns have their labels in the first row. */
function Rows({ rows }: { readonly rows: readonly (readonly string[])[] }): ReactNode {
  const labelled = rows.every((row) => row.length <= 2);
  const [heads = [], ...rest] = rows;
  const body = labelled || rows.length < 2 ? rows : rest;
  return (
    <table className="tz-text__table">
      {body !== rows && (
        <thead>
          <tr>
            {heads.map((cell, column) => (
              <th key={column} scope="col">
                {cell}
              </th>
            ))}
          </tr>
        </thead>
      )}
      <tbody>
        {body.map((row, index) => (
          <tr key={index}>
            {row.map((cell, column) =>
              labelled && row.length === 2 && column === 0 ? (
                <th key={column} scope="row">
                  {cell}
                </th>
              ) : (
                <td key={column}>{cell}</td>
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
