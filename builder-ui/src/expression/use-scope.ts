import { useMemo } from 'react';
import { authoringScope, type ExpressionPlace, type Scope } from '#engine';
import { useLanguage } from '../../../renderer-ui/src/texts/index.js';
import { useOutline } from '../form/use-outline.js';
import { useChecked } from '../problems/use-checked.js';
import { partOfFiles } from '../workspace/part-of-files.js';
import { readDraftWorkflow } from '../workflow/draft-workflow.js';
import { useDraft } from '../workspace/use-workspace.js';
import { type Fact, factsInScope } from './facts-in-scope.js';
import { type NamedFact, officeTitle, staffFactsOf } from './named-facts.js';

export interface PlaceScope {
  readonly scope: Scope;
  readonly facts: readonly Fact[];
}

const readable = partOfFiles((file) => /^(?:form\.schema\.json|workflow\.json|tables\/.*)$/.test(file));

/** What an expression at a place may read, as the draft is now. */
export function useScope(place: ExpressionPlace): PlaceScope {
  const files = useDraft((state) => readable(state.files));
  const outline = useOutline();
  const form = useChecked((state) => state.form);
  const { of } = place;
  const repeat = place.of === 'form' ? place.repeat : null;
  const scope = useMemo(
    () => authoringScope(files, of === 'form' ? { of, repeat } : { of }),
    [files, of, repeat],
  );
  const language = useLanguage();
  const workflow = useDraft((state) => readDraftWorkflow(state.files));
  return useMemo(() => {
    const staff = staffFactsOf(workflow);
    const named = (name: string): NamedFact | null => {
      const title = officeTitle(name, language);
      return title === null ? (staff.get(name) ?? null) : { title, options: [] };
    };
    return { scope, facts: factsInScope(scope, outline, form, repeat, named) };
  }, [scope, outline, form, repeat, workflow, language]);
}
