import { useEffect, useState } from 'react';
import { englishOf, translateForm } from '#engine';
import { request } from '../../../renderer-ui/src/api/request.js';
import type { FormBundle } from '../../../renderer-ui/src/api/types.js';
import { readBundle, type SpokenForm } from '../../../renderer-ui/src/form/index.js';
import { useWorkspace } from '../workspace/use-workspace.js';

export interface DraftFormState {
  readonly form: SpokenForm;
  /** Page → address of what checks it. */
  readonly validators: FormBundle['validators'];
}

/**
 * The form of the draft as applicants would fill it in, with the checks that the server makes of it, because a browser may
 * evaluate nothing. What is unsaved is saved before; null until it is here.
 */
export function useDraftForm(): DraftFormState | Error | null {
  const workspace = useWorkspace();
  const [state, setState] = useState<DraftFormState | Error | null>(null);
  useEffect(() => {
    let isLeft = false;
    async function bring(): Promise<void> {
      await workspace.save();
      const bundle = await request<FormBundle>(
        'GET',
        `/api/builder/drafts/${encodeURIComponent(workspace.draft.id)}/form`,
      );
      // The English of a form is fetched by its published version, which a draft is not: it is here already.
      const { ja } = await readBundle({ ...bundle, english: false });
      const translate = englishOf(workspace.state.files);
      const en = { ...ja, title: translate(ja.title), form: translateForm(ja.form, translate) };
      const form: SpokenForm = { ja, en: { ...en, language: 'en' } };
      await form.ja.checks.bringAll();
      if (!isLeft) setState({ form, validators: bundle.validators });
    }
    bring().catch((failure: unknown) => {
      if (!isLeft) setState(failure instanceof Error ? failure : new Error(String(failure)));
    });
    return () => {
      isLeft = true;
    };
  }, [workspace]);
  return state;
}
