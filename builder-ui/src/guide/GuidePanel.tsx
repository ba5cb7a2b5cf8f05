import type { ReactNode } from 'react';
import { Link } from '../../../renderer-ui/src/router/index.js';
import { Button } from '../../../renderer-ui/src/ui/index.js';
import { useBuilderTexts } from '../texts/builder.js';
import { useHelpTexts } from '../texts/help.js';
import { useChecked } from '../problems/use-checked.js';
import { useDraft, useWorkspace } from '../workspace/use-workspace.js';
import { guideSteps } from './guide-steps.js';
import '../help/help.css';

/** はじめての手続: what to do next, ticked by the draft itself. */
export function GuidePanel({ onClose }: { readonly onClose: () => void }): ReactNode {
  const frame = useBuilderTexts();
  const texts = useHelpTexts();
  const { draft } = useWorkspace();
  const files = useDraft((state) => state.files);
  const publication = useDraft((state) => state.publication);
  const problems = useChecked((state) => state.problems);
  const checked = useChecked((state) => state.files);
  const steps = guideSteps({
    files,
    problems,
    isChecked: checked === files,
    isAsked: publication !== null,
  });
  const next = steps.find(({ done }) => !done);
  return (
    <section className="guide" aria-label={texts.guide}>
      <div className="guide__head">
        <h2>{texts.guide}</h2>
        <span>{texts.progress(steps.filter(({ done }) => done).length, steps.length)}</span>
        <Button size="small" look="text" onClick={onClose}>
          {texts.closeGuide}
        </Button>
      </div>
      <ol className="guide__steps">
        {steps.map(({ area, done }) => (
          <li key={area} className="guide__step" aria-current={area === next?.area ? 'step' : undefined}>
            <span className="guide__mark" role="img" aria-label={done ? texts.stepDone : texts.stepOpen}>
              {done ? '✓' : '・'}
            </span>
            <div>
              <Link to={`/builder/drafts/${draft.id}/${area}`}>{frame.areas[area]}</Link>
              <p>{texts.steps[area as keyof typeof texts.steps]}</p>
            </div>
          </li>
        ))}
      </ol>
    </section>
  );
}
