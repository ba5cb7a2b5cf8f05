import { useMemo, type ReactNode } from 'react';
import { dependencies } from '#engine';
import { Disclosure } from '../../../../renderer-ui/src/ui/index.js';
import { useChecked } from '../../problems/use-checked.js';
import { useFormEditorTexts } from '../../texts/form-editor.js';
import { useFormEditor } from '../editor.js';
import { fieldAt, titleOfField } from '../use-outline.js';

/** What decides about this question, what it decides, and which expressions read it. */
export function UsedBy({ path }: { readonly path: string }): ReactNode {
  const texts = useFormEditorTexts();
  const { outline, select } = useFormEditor();
  const files = useChecked((state) => state.files);
  const found = useMemo(() => (files ? dependencies(files).get(path) : undefined), [files, path]);
  const { readBy = [], dependsOn = [], affects = [] } = found ?? {};
  const list = (label: string, paths: readonly string[]): ReactNode =>
    paths.length > 0 && (
      <>
        <h3 className="builder-small">{label}</h3>
        <ul>
          {paths.map((one) => {
            const field = fieldAt(outline, one);
            return (
              <li key={one}>
                <button type="button" className="builder-link" onClick={() => select([one])}>
                  {field ? titleOfField(field) : one}
                </button>
              </li>
            );
          })}
        </ul>
      </>
    );
  return (
    <Disclosure small summary={texts.usedBy}>
      {readBy.length === 0 && dependsOn.length === 0 && affects.length === 0 && <p>{texts.notUsed}</p>}
      {list(texts.dependsOn, dependsOn)}
      {list(texts.affects, affects)}
      {readBy.length > 0 && (
        <ul className="builder-uses">
          {readBy.map((reader) => (
            <li key={reader.path}>
              <span>{texts.readerKinds[reader.kind] ?? reader.kind}</span>{' '}
              <code className="builder-small">{reader.path}</code>
            </li>
          ))}
        </ul>
      )}
    </Disclosure>
  );
}
