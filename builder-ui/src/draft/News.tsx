import type { ReactNode } from 'react';
import { Banner, Button } from '../../../renderer-ui/src/ui/index.js';
import { useBuilderTexts } from '../texts/builder.js';
import { useDraft, useWorkspace } from '../workspace/use-workspace.js';

/** That somebody else has changed the draft while we looked at it. */
export function News(): ReactNode {
  const texts = useBuilderTexts();
  const workspace = useWorkspace();
  const arrived = useDraft((state) => state.arrived);
  if (!arrived) return null;
  return (
    <Banner
      tone="info"
      role="status"
      title={texts.arrived(texts.arrivedBy(arrived.by.join('・')), arrived.files.join('、'))}
    >
      <Button size="small" onClick={() => workspace.readArrived()}>
        {texts.close}
      </Button>
    </Banner>
  );
}
