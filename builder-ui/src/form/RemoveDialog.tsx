import type { ReactNode } from 'react';
import { positionOf, type Use } from '#engine';
import { Button, Buttons, Dialog } from '../../../renderer-ui/src/ui/index.js';
import { useBuilderTexts } from '../texts/builder.js';
import { useFormEditorTexts } from '../texts/form-editor.js';
import { useDraft } from '../workspace/use-workspace.js';

interface RemoveDialogProps {
  readonly title: string;
  readonly uses: readonly Use[];
  readonly onGo: () => void;
  readonly onClose: () => void;
}

/** What uses a question, before it goes. */
export function RemoveDialog({ title, uses, onGo, onClose }: RemoveDialogProps): ReactNode {
  const { removeDialog: texts } = useFormEditorTexts();
  return (
    <Dialog title={texts.title(title)} open onClose={onClose}>
      <p>{texts.lead}</p>
      <UseList uses={uses} />
      <Buttons>
        <Button look="danger" onClick={onGo}>
          {texts.go}
        </Button>
        <Button onClick={onClose}>{texts.cancel}</Button>
      </Buttons>
    </Dialog>
  );
}

/** Places with the line that stands there. */
export function UseList({ uses }: { readonly uses: readonly Use[] }): ReactNode {
  const { problems: texts } = useBuilderTexts();
  const files = useDraft((state) => state.files);
  return (
    <ul className="builder-uses">
      {uses.map((use) => {
        const { line } = positionOf(files, use);
        return (
          <li key={`${use.path} ${use.from}`}>
            <span className="builder-small tz-quiet">{texts.at(use.file, line)}</span>
            <code>{files[use.file]?.split('\n')[line - 1]?.trim().slice(0, 120)}</code>
          </li>
        );
      })}
    </ul>
  );
}
