import type { ReactNode } from 'react';
import { Button, Icon } from '../../../renderer-ui/src/ui/index.js';
import { useBuilderTexts } from '../texts/builder.js';
import { useDraft } from '../workspace/use-workspace.js';
import { useChecked } from './use-checked.js';

interface ProblemsButtonProps {
  readonly isOpen: boolean;
  readonly onToggle: () => void;
}

/** How many problems there are, as they come and go. */
export function ProblemsButton({ isOpen, onToggle }: ProblemsButtonProps): ReactNode {
  const { problems: texts } = useBuilderTexts();
  const problems = useChecked((state) => state.problems);
  const checked = useChecked((state) => state.files);
  const files = useDraft((state) => state.files);
  const errors = problems.filter(({ level }) => level === 'error').length;
  const warnings = problems.length - errors;
  const words =
    checked === null
      ? texts.checking
      : problems.length === 0
        ? texts.none
        : [errors > 0 && texts.errors(errors), warnings > 0 && texts.warnings(warnings)]
            .filter(Boolean)
            .join('　');
  return (
    <Button
      size="small"
      aria-expanded={isOpen}
      aria-busy={checked !== files || undefined}
      onClick={onToggle}
      title={isOpen ? texts.hide : texts.show}
    >
      <Icon
        name={errors > 0 ? 'error' : warnings > 0 ? 'warning' : 'success'}
        className={errors > 0 ? 'tz-icon builder-bad' : 'tz-icon'}
      />
      {words}
    </Button>
  );
}
