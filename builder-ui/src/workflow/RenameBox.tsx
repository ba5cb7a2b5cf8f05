import { useState, type ReactNode } from 'react';
import { describeProblem, nameOf, type Thing } from '#engine';
import { useLanguage } from '../../../renderer-ui/src/texts/index.js';
import { Button, Field, TextInput } from '../../../renderer-ui/src/ui/index.js';
import { useWorkflowTexts } from '../texts/workflow.js';
import { useWorkspace } from '../workspace/use-workspace.js';

/** Another name for a part, wherever it is used. */
export function RenameBox({
  thing,
  onRenamed,
}: {
  readonly thing: Thing;
  readonly onRenamed: (name: string) => void;
}): ReactNode {
  const texts = useWorkflowTexts();
  const language = useLanguage();
  const workspace = useWorkspace();
  const [name, setName] = useState(nameOf(thing));
  const [errors, setErrors] = useState<readonly string[]>([]);
  function rename(): void {
    const refused = workspace.perform({ kind: 'rename', thing, name }, texts.rename);
    setErrors(refused.map((one) => describeProblem(one, null, language)));
    if (refused.length === 0) onRenamed(name);
  }
  return (
    <div className="flow-add-named">
      <Field label={texts.id} errors={errors}>
        {(control) => (
          <TextInput
            {...control}
            chars={20}
            value={name}
            spellCheck={false}
            onChange={({ target }) => setName(target.value)}
            onKeyDown={(event) => {
              if (event.key === 'Enter' && !event.nativeEvent.isComposing) rename();
            }}
          />
        )}
      </Field>
      <Button size="small" blocked={name === nameOf(thing)} onClick={rename}>
        {texts.rename}
      </Button>
    </div>
  );
}
