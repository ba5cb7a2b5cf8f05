import { useMemo, useState, type ReactNode } from 'react';
import { type AuthoredField, canAllBeTrue, dependencies, type Dependencies } from '#engine';
import { ChoiceBox } from '../../../renderer-ui/src/ui/index.js';
import { useChecked } from '../problems/use-checked.js';
import { useFormEditorTexts } from '../texts/form-editor.js';
import { useFormEditor } from './editor.js';
import { allFields, fieldAt, titleOfField } from './use-outline.js';

const NOTHING: Dependencies = { readBy: [], reads: [], dependsOn: [], affects: [] };

/** Which question is asked when, what decides it, what follows from it, and what can never be asked. */
export function LogicView(): ReactNode {
  const texts = useFormEditorTexts();
  const { outline, select } = useFormEditor();
  // Of the files that were checked last: a letter in a box need not draw the whole picture anew.
  const files = useChecked((state) => state.files);
  const form = useChecked((state) => state.form);
  const [isShort, setShort] = useState(true);
  const found = useMemo(() => (files ? dependencies(files) : new Map<string, Dependencies>()), [files]);
  const never = useMemo(
    () => neverAsked(outline, form ? { scope: form.scope, tables: form.tables } : {}),
    [outline, form],
  );
  const rows = allFields(outline).filter(({ path, schema }) => {
    if (!isShort) return true;
    const { affects } = found.get(path) ?? NOTHING;
    return 'x-askWhen' in schema || 'x-compute' in schema || affects.length > 0;
  });
  const links = (paths: readonly string[]): ReactNode => (
    <ul>
      {paths.map((path) => {
        const field = fieldAt(outline, path);
        return field ? (
          <li key={path}>
            <button type="button" className="builder-link" onClick={() => select([path])}>
              {titleOfField(field)}
            </button>
          </li>
        ) : null;
      })}
    </ul>
  );
  return (
    <div className="builder-logic">
      <p>{texts.logicLead}</p>
      <ChoiceBox kind="checkbox" checked={isShort} onChange={(event) => setShort(event.target.checked)}>
        {texts.onlyLogic}
      </ChoiceBox>
      <div className="builder-logic__scroll" tabIndex={0} role="group" aria-label={texts.logic}>
        <table className="builder-logic__table">
          <thead>
            <tr>
              <th scope="col">{texts.logicColumns.by}</th>
              <th scope="col">{texts.logicColumns.question}</th>
              <th scope="col">{texts.logicColumns.when}</th>
              <th scope="col">{texts.logicColumns.affects}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((field) => {
              const { reads, affects } = found.get(field.path) ?? NOTHING;
              const { 'x-askWhen': when, 'x-compute': compute } = field.schema;
              return (
                <tr key={field.path}>
                  <td>{links(reads)}</td>
                  <th scope="row" data-depth={Math.min(field.path.split('.').length, 6)}>
                    {links([field.path])}
                    {never.has(field.path) && (
                      <strong className="builder-bad-text">{texts.logicNever}</strong>
                    )}
                  </th>
                  <td>
                    {typeof when === 'string' ? <code>{when}</code> : texts.logicAlways}
                    {typeof compute === 'string' && (
                      <p>
                        {texts.logicCompute}: <code>{compute}</code>
                      </p>
                    )}
                  </td>
                  <td>{links(affects)}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </div>
  );
}

/** Those whose condition, with the conditions around it, was proved to hold for nobody. */
function neverAsked(
  outline: readonly AuthoredField[],
  context: Parameters<typeof canAllBeTrue>[1],
): ReadonlySet<string> {
  const found = new Set<string>();
  const walk = (field: AuthoredField, around: readonly { readonly source: string }[]): void => {
    const own = field.schema['x-askWhen'];
    const all = typeof own === 'string' ? [...around, { source: own }] : around;
    if (typeof own === 'string' && !canAllBeTrue(all, context)) found.add(field.path);
    for (const inner of field.fields) walk(inner, all);
  };
  for (const page of outline) walk(page, []);
  return found;
}
