import type { ReactNode } from 'react';
import type { ProcedureView } from '../../api/types.js';
import { useProcedureTexts } from '../../texts/procedure.js';
import { Disclosure, InJapanese, sizeText } from '../../ui/index.js';

type Document = ProcedureView['documents'][number];

/** More papers of one page than these are folded, as are the photos of twenty measures. */
const MOST_OPEN = 6;

/** 用意していただくもの: what everybody needs, and of the rest who needs it. */
export function Documents({ procedure }: { readonly procedure: ProcedureView }): ReactNode {
  const texts = useProcedureTexts();
  const { documents } = procedure;
  const always = documents.filter(({ when, required }) => when.length === 0 && required);
  const optional = documents.filter(({ when, required }) => when.length === 0 && !required);
  const conditional = documents.filter(({ when }) => when.length > 0);
  const pages = [...new Set(conditional.map(({ page }) => page))];
  return (
    <section>
      <h2 className="tz-heading">{texts.documents}</h2>
      <p className="tz-quiet">{documents.length === 0 ? texts.noDocuments : texts.documentsLead}</p>
      <DocumentGroup title={texts.always} documents={always} />
      <DocumentGroup title={texts.optional} documents={optional} />
      {conditional.length > 0 && conditional.length <= MOST_OPEN && (
        <DocumentGroup title={texts.conditional} documents={conditional} />
      )}
      {conditional.length > MOST_OPEN && (
        <div className="tz-documents">
          <h3 className="tz-documents__who">{texts.conditional}</h3>
          {pages.map((page) => {
            const ofPage = conditional.filter((one) => one.page === page);
            return (
              <Disclosure key={page} summary={texts.conditionalMany(page, ofPage.length)}>
                <DocumentList documents={ofPage} />
              </Disclosure>
            );
          })}
        </div>
      )}
    </section>
  );
}

function DocumentGroup({
  title,
  documents,
}: {
  readonly title: string;
  readonly documents: readonly Document[];
}): ReactNode {
  if (documents.length === 0) return null;
  return (
    <div className="tz-documents">
      <h3 className="tz-documents__who">{title}</h3>
      <DocumentList documents={documents} />
    </div>
  );
}

function DocumentList({ documents }: { readonly documents: readonly Document[] }): ReactNode {
  const texts = useProcedureTexts();
  return (
    <ul className="tz-documents__list">
      {documents.map((one, index) => (
        <li key={index}>
          <strong>{one.title}</strong>
          <When conditions={one.when} />
          {one.description !== null && <p className="tz-quiet">{one.description}</p>}
          {one.example !== null && <p className="tz-quiet">{texts.goodExample(one.example)}</p>}
          <p className="tz-quiet">{texts.files(one.maxCount, sizeText(one.maxBytes))}</p>
        </li>
      ))}
    </ul>
  );
}

function When({ conditions }: { readonly conditions: readonly string[] }): ReactNode {
  const texts = useProcedureTexts();
  const [only, ...more] = conditions;
  if (only === undefined) return null;
  if (more.length === 0)
    return (
      <p className="tz-documents__when">
        <InJapanese>{only}</InJapanese>
      </p>
    );
  return (
    <div className="tz-documents__when">
      <p>{texts.allOf}</p>
      <ul>
        {conditions.map((condition) => (
          <li key={condition}>
            <InJapanese>{condition}</InJapanese>
          </li>
        ))}
      </ul>
    </div>
  );
}
