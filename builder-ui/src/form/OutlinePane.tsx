import { useState, type ReactNode } from 'react';
import { Button, Field, TextInput } from '../../../renderer-ui/src/ui/index.js';
import { ForWriters, useMayWrite } from '../draft/Writing.js';
import { useFormEditorTexts } from '../texts/form-editor.js';
import { useQuestionListTexts } from '../texts/question-list.js';
import { spotAfter } from './commands.js';
import { useFormEditor } from './editor.js';
import { ManyDialog } from './ManyDialog.js';
import { OutlineTree } from './OutlineTree.js';
import { PALETTE, PALETTE_TYPE } from './palette.js';
import { fieldAt, titleOfField } from './use-outline.js';

const GROUPS = ['block', 'text', 'number', 'choice', 'other'] as const;

/** Everything that is asked, as a tree, what can be done to it, and what can be added. */
export function OutlinePane(): ReactNode {
  const texts = useFormEditorTexts();
  const many = useQuestionListTexts();
  const editor = useFormEditor();
  const mayWrite = useMayWrite();
  const [search, setSearch] = useState('');
  const [isAdding, setAdding] = useState(false);
  const [isMany, setMany] = useState(false);
  const hasSelection = editor.selected.length > 0;
  const spot = spotAfter(editor.outline, editor.selected.at(-1) ?? null);
  const place = spot && fieldAt(editor.outline, spot.to);
  return (
    <section className="builder-outline" aria-label={texts.outline}>
      <ForWriters>
        <div className="builder-outline__top">
          <Button size="small" aria-expanded={isAdding} onClick={() => setAdding(!isAdding)}>
            {texts.add}
          </Button>
          <Button size="small" onClick={editor.addPage}>
            {texts.addPage}
          </Button>
          <Button size="small" onClick={() => setMany(true)}>
            {many.open}
          </Button>
          <ManyDialog open={isMany} onClose={() => setMany(false)} />
        </div>
      </ForWriters>
      {isAdding && (
        <div className="builder-palette" role="group" aria-label={texts.palette}>
          {place && <p className="builder-small">{texts.addTo(titleOfField(place))}</p>}
          {GROUPS.map((group) => (
            <div key={group}>
              <h2 className="builder-palette__title">{texts.groups[group]}</h2>
              <ul className="builder-palette__items">
                {PALETTE.filter((item) => item.group === group).map((item) => {
                  const title = texts.items[item.key] ?? item.key;
                  return (
                    <li key={item.key}>
                      <Button
                        size="small"
                        blocked={spot === null}
                        draggable={spot !== null}
                        onDragStart={(event) => event.dataTransfer.setData(PALETTE_TYPE, item.key)}
                        onClick={() => editor.add(item.fields, title)}
                      >
                        {title}
                      </Button>
                    </li>
                  );
                })}
              </ul>
            </div>
          ))}
        </div>
      )}
      <div className="builder-tools" role="toolbar" aria-label={texts.tools}>
        <ForWriters>
          <Button size="small" blocked={!hasSelection} onClick={() => editor.move('up')}>
            {texts.up}
          </Button>
          <Button size="small" blocked={!hasSelection} onClick={() => editor.move('down')}>
            {texts.down}
          </Button>
          <Button size="small" blocked={!hasSelection} onClick={editor.askWhere}>
            {texts.moveTo}
          </Button>
          <Button size="small" blocked={!hasSelection} onClick={editor.duplicate}>
            {texts.duplicate}
          </Button>
        </ForWriters>
        <Button size="small" blocked={!hasSelection} onClick={() => writeClipboard(editor.copy())}>
          {texts.copy}
        </Button>
        <ForWriters>
          <Button size="small" blocked={!hasSelection} onClick={() => writeClipboard(editor.cut())}>
            {texts.cut}
          </Button>
          <Button size="small" onClick={() => editor.paste(null)}>
            {texts.paste}
          </Button>
          <Button size="small" blocked={!hasSelection} onClick={editor.remove}>
            {texts.remove}
          </Button>
        </ForWriters>
      </div>
      {editor.selected.length > 1 && <p role="status">{texts.selection(editor.selected.length)}</p>}
      <Field label={texts.search} id="outline-search">
        {(control) => (
          <TextInput
            {...control}
            type="search"
            autoComplete="off"
            value={search}
            onChange={(event) => setSearch(event.target.value)}
          />
        )}
      </Field>
      <OutlineTree search={search.trim()} />
      <p id="outline-keys" className="builder-small tz-quiet">
        {mayWrite ? texts.keys : texts.keysToRead}
      </p>
    </section>
  );
}

/** Where the browser allows it; what was copied is kept by ourselves as well. */
function writeClipboard(text: string | null): void {
  if (text !== null && window.isSecureContext) navigator.clipboard.writeText(text).catch(() => undefined);
}
