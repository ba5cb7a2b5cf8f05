import { useState, type ReactNode } from 'react';
import { describeProblem, nameOf, type Thing } from '#engine';
import { useLanguage } from '../../../renderer-ui/src/texts/index.js';
import { Button, Disclosure, Field, TextInput } from '../../../renderer-ui/src/ui/index.js';
import { useBuilderTexts } from '../texts/builder.js';
import { useWorkspace } from '../workspace/use-workspace.js';
import './naming.css';

interface RenameBoxProps {
  readonly thing: Thing;
  readonly onRenamed?: (name: string) => void;
}

/** Another name for something, wherever it is used. */
export function RenameBox({ thing, onRenamed }: RenameBoxProps): ReactNode {
  const { naming: texts } = useBuilderTexts();
  const language = useLanguage();
  const workspace = useWorkspace();
  const before = nameOf(thing);
  const [name, setName] = useState(before);
  const [errors, setErrors] = useState<readonly string[]>([]);
  function rename(): void {
    if (name === before) return;
    workspace.flushBoxes();
    const refused = workspace.perform({ kind: 'rename', thing, name }, texts.renamed(before, name));
    setErrors(refused.map((one) => describeProblem(one, null, language)));
    if (refused.length === 0) onRenamed?.(name);
  }
  return (
    <div className="rename">
      <Field label={texts.id} errors={errors}>
        {(control) => (
          <TextInput
            {...control}
            chars={20}
            value={name}
            spellCheck={false}
            autoCapitalize="none"
            onChange={({ target }) => setName(target.value)}
            onKeyDown={(event) => {
              if (event.key === 'Enter' && !event.nativeEvent.isComposing) rename();
            }}
          />
        )}
      </Field>
      <Button size="small" blocked={name === before} onClick={rename}>
        {texts.rename}
      </Button>
    </div>
  );
}

/** The same, folded away where a name is seldom changed. */
export function RenameDisclosure({ title, ...box }: RenameBoxProps & { readonly title: string }): ReactNode {
  const { naming: texts } = useBuilderTexts();
  return (
    <Disclosure small summary={texts.renameOf(title)}>
      <RenameBox {...box} />
    </Disclosure>
  );
}
