import type { ReactNode } from 'react';
import { RefusalBanner } from '../../../renderer-ui/src/desk/index.js';
import { Button, Icon } from '../../../renderer-ui/src/ui/index.js';
import { useBuilderTexts } from '../texts/builder.js';
import { useDraft, useWorkspace } from '../workspace/use-workspace.js';

/** Whether the server has everything; who else has the draft open. */
export function SaveState(): ReactNode {
  const texts = useBuilderTexts();
  const workspace = useWorkspace();
  const saving = useDraft((state) => state.saving);
  const refusal = useDraft((state) => state.refusal);
  const others = useDraft((state) => state.others);
  const isOpen = saving === 'waiting' || saving === 'away' || saving === 'refused';
  return (
    <div className="builder-save">
      <p className={`builder-save__state builder-save__state--${saving}`} role="status">
        <Icon name={saving === 'saved' ? 'check' : saving === 'away' ? 'cloud' : 'file'} />
        {texts.saving[saving]}
      </p>
      {isOpen && saving !== 'waiting' && (
        <Button size="small" look="text" onClick={() => void workspace.save()}>
          {texts.saveNow}
        </Button>
      )}
      {others.length > 0 && (
        <p className="builder-save__others">{texts.others(others.map(({ name }) => name).join('・'))}</p>
      )}
      {refusal !== null && <RefusalBanner error={refusal} />}
    </div>
  );
}
