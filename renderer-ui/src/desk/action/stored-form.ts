import { useState } from 'react';
import { emptyActionForm, type ActionForm } from './action-form.js';

const PREFIX = 'tetsuzuki.desk.form.';

export interface StoredForms {
  readonly get: (action: string) => ActionForm;
  readonly set: (action: string, form: ActionForm) => void;
  readonly forget: (action: string) => void;
}

/**
 * What is typed for the actions of one application outlives a reload, an expired sign-in and a conflict. It stays in
 * this tab and leaves at sign-out or once the action is done.
 */
export function useStoredForms(applicationId: string): StoredForms {
  const [forms, setForms] = useState<Readonly<Record<string, ActionForm>>>({});
  const keyOf = (action: string): string => `${PREFIX}${applicationId}.${action}`;
  return {
    get: (action) => forms[action] ?? read(keyOf(action)),
    set: (action, form) => {
      sessionStorage.setItem(keyOf(action), JSON.stringify(form));
      setForms((before) => ({ ...before, [action]: form }));
    },
    forget: (action) => {
      sessionStorage.removeItem(keyOf(action));
      setForms((before) => ({ ...before, [action]: emptyActionForm }));
    },
  };
}

function read(key: string): ActionForm {
  const text = sessionStorage.getItem(key);
  return text === null
    ? emptyActionForm
    : { ...emptyActionForm, ...(JSON.parse(text) as Partial<ActionForm>) };
}
