import type { ReactNode } from 'react';
import type { Page } from './engine.js';
import { Questions } from './theme/Questions.js';

/** The questions of one page that are asked now. Stands inside a FormSessionProvider and the caller's own `<form>`. */
export function PageForm({ page }: { readonly page: Page }): ReactNode {
  return (
    <div className="tz-page-form">
      <Questions key={page.name} fields={page.fields} at={`/${page.name}`} />
    </div>
  );
}
