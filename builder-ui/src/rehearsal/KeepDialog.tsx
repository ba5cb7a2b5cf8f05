import { useState, type ReactNode } from 'react';
import { describeProblem } from '#engine';
import { useLanguage } from '../../../renderer-ui/src/texts/index.js';
import { Button, Buttons, Dialog, Field, TextInput, useAnnounce } from '../../../renderer-ui/src/ui/index.js';
import { useRehearsalTexts } from '../texts/rehearsal.js';
import { useDraft, useWorkspace } from '../workspace/use-workspace.js';
import { exampleOf, type Lived, type Recording } from './rehearsal.js';

/** A rehearsal becomes an example: what came out is what must come out from now on. */
export function KeepDialog({
  open,
  recording,
  lived,
  onClose,
}: {
  readonly open: boolean;
  readonly recording: Recording;
  readonly lived: Lived;
  readonly onClose: () => void;
}): ReactNode {
  const texts = useRehearsalTexts();
  const language = useLanguage();
  const workspace = useWorkspace();
  const announce = useAnnounce();
  const count = useDraft(
    ({ files }) => Object.keys(files).filter((file) => file.startsWith('examples/')).length,
  );
  const [title, setTitle] = useState('');
  const [name, setName] = useState('');
  const [errors, setErrors] = useState<readonly string[]>([]);
  const suggested = `${String(count + 1).padStart(2, '0')}-recorded`;
  function keep(): void {
    const example = exampleOf({ ...recording, title: title || recording.title || suggested }, lived);
    const refused = workspace.perform(
      { kind: 'set-example', name: name || suggested, example },
      texts.kept(title || suggested),
    );
    setErrors(refused.map((one) => describeProblem(one, null, language)));
    if (refused.length > 0) return;
    announce(texts.keptDone);
    onClose();
  }
  return (
    <Dialog title={texts.keep} open={open} onClose={onClose}>
      <Field label={texts.keepTitle}>
        {(control) => (
          <TextInput {...control} value={title} onChange={({ target }) => setTitle(target.value)} />
        )}
      </Field>
      <Field label={texts.keepName} support={suggested} errors={errors}>
        {(control) => (
          <TextInput {...control} value={name} onChange={({ target }) => setName(target.value)} />
        )}
      </Field>
      <Buttons>
        <Button look="primary" onClick={keep}>
          {texts.keep}
        </Button>
        <Button onClick={onClose}>{texts.cancel}</Button>
      </Buttons>
    </Dialog>
  );
}
