import { useState, type ReactNode } from 'react';
import { Button, Buttons, ChoiceBox, Dialog } from '../../../renderer-ui/src/ui/index.js';
import { useBuilderTexts } from '../texts/builder.js';
import type { Conflict } from '../workspace/conflict.js';
import { differentLines } from '../workspace/different-lines.js';
import { useDraft, useWorkspace } from '../workspace/use-workspace.js';

/** Both versions of what two authors changed at once, and the choice. Nothing goes on before it is made. */
export function ConflictDialog(): ReactNode {
  const conflict = useDraft((state) => state.conflict);
  return conflict && conflict.contested.length > 0 ? <Choose conflict={conflict} /> : null;
}

function Choose({ conflict }: { readonly conflict: Conflict }): ReactNode {
  const texts = useBuilderTexts();
  const workspace = useWorkspace();
  const files = useDraft((state) => state.files);
  const [mine, setMine] = useState<ReadonlySet<string>>(new Set(conflict.contested));
  const choose = (file: string, isMine: boolean): void => {
    const next = new Set(mine);
    if (isMine) next.add(file);
    else next.delete(file);
    setMine(next);
  };
  return (
    // Escape chooses nothing: the question stays until it is answered.
    <Dialog title={texts.conflict.title} open onClose={() => undefined} wide>
      <p>{texts.conflict.lead}</p>
      {conflict.contested.map((file) => {
        const lines = differentLines(conflict.files[file] ?? '', files[file] ?? '');
        return (
          <fieldset key={file} className="builder-conflict">
            <legend className="tz-field__label">{texts.conflict.choose(file)}</legend>
            {(['mine', 'theirs'] as const).map((side) => (
              <div key={side} className="builder-conflict__side">
                <ChoiceBox
                  kind="radio"
                  name={`conflict ${file}`}
                  checked={mine.has(file) === (side === 'mine')}
                  onChange={() => choose(file, side === 'mine')}
                >
                  {texts.conflict[side]}
                </ChoiceBox>
                <pre
                  className="builder-conflict__text"
                  tabIndex={0}
                  role="region"
                  aria-label={`${file} ${texts.conflict[side]}`}
                >
                  {(side === 'mine' ? lines.after : lines.before) || texts.conflict.gone}
                </pre>
              </div>
            ))}
          </fieldset>
        );
      })}
      <Buttons>
        <Button look="primary" onClick={() => workspace.settle(mine, texts.conflict.settled)}>
          {texts.conflict.settle}
        </Button>
      </Buttons>
    </Dialog>
  );
}
