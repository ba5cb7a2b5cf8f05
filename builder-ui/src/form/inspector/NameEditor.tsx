import { useState, type ReactNode } from 'react';
import { describeProblem, type Problem, rename, type Thing, type Use } from '#engine';
import { useLanguage } from '../../../../renderer-ui/src/texts/index.js';
import { Button, Field, TextInput, useAnnounce } from '../../../../renderer-ui/src/ui/index.js';
import { useFormEditorTexts } from '../../texts/form-editor.js';
import { useWorkspace } from '../../workspace/use-workspace.js';
import { parentOf } from '../commands.js';
import { useFormEditor } from '../editor.js';
import { UseList } from '../RemoveDialog.js';

/** Another name, everywhere. What nobody can say for sure is listed and left. */
export function NameEditor({ path, name }: { readonly path: string; readonly name: string }): ReactNode {
  const texts = useFormEditorTexts();
  const language = useLanguage();
  const workspace = useWorkspace();
  const announce = useAnnounce();
  const editor = useFormEditor();
  const [typed, setTyped] = useState(name);
  const [refused, setRefused] = useState<readonly Problem[]>([]);
  const [unsure, setUnsure] = useState<readonly Use[]>([]);
  function go(): void {
    if (typed === name) return;
    workspace.flushBoxes();
    const thing: Thing = path.includes('.') ? { kind: 'field', path } : { kind: 'page', name };
    const renamed = rename(workspace.state.files, thing, typed);
    if (!renamed.ok) {
      setRefused(renamed.problems);
      return;
    }
    setRefused(workspace.perform({ kind: 'rename', thing, name: typed }, texts.words.rename(name, typed)));
    setUnsure(renamed.unsure);
    announce(texts.renamed(renamed.edits.length));
    const before = path.slice(0, path.length - name.length);
    editor.select([parentOf(path) === '' ? typed : `${before}${typed}`]);
  }
  return (
    <div>
      <Field
        label={texts.name}
        id="question-name"
        support={texts.nameHelp}
        errors={refused.map((problem) => describeProblem(problem, null, language))}
      >
        {(control) => (
          <div className="builder-beside">
            <TextInput
              {...control}
              spellCheck={false}
              autoCapitalize="none"
              value={typed}
              onChange={(event) => setTyped(event.target.value)}
              onKeyDown={(event) => {
                if (event.key === 'Enter' && !event.nativeEvent.isComposing) go();
              }}
            />
            <Button size="small" blocked={typed === name} onClick={go}>
              {texts.rename}
            </Button>
          </div>
        )}
      </Field>
      {unsure.length > 0 && (
        <>
          <p>{texts.unsure}</p>
          <UseList uses={unsure} />
        </>
      )}
    </div>
  );
}
