import type { ReactNode } from 'react';
import type { DocumentModel } from '#engine';
import './document.css';

type Block = DocumentModel['blocks'][number];

/** A mail or notice as it comes out, at once and without the server; the PDF is drawn by the server from the same. */
export function DocumentView({
  document: { title, blocks },
  kind,
  language = 'ja',
}: {
  readonly document: DocumentModel;
  readonly kind: 'message' | 'notice';
  readonly language?: 'ja' | 'en';
}): ReactNode {
  return (
    <article className={`paper paper--${kind}`} lang={language}>
      {kind === 'message' && <p className="paper__subject">{title}</p>}
      {blocks.map((block, index) => (
        <BlockView key={index} block={block} />
      ))}
    </article>
  );
}

function BlockView({ block }: { readonly block: Block }): ReactNode {
  if (block.kind !== 'table') {
    if (block.kind === 'blank') return <p className="paper__blank" />;
    return <p className={`paper__line paper__line--${block.kind}`}>{block.text}</p>;
  }
  const labelled = block.rows.every((row) => row.length <= 2);
  return (
    <table className="paper__table">
      <tbody>
        {block.rows.map((row, index) => (
          <tr key={index}>
            {row.map((cell, column) =>
              (labelled && column === 0 && row.length === 2) || (!labelled && index === 0) ? (
                <th key={column} scope={labelled ? 'row' : 'col'}>
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
