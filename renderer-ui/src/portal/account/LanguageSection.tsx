import type { ReactNode } from 'react';
import { chooseLanguage } from '../../api/account.js';
import type { AccountView } from '../../api/types.js';
import { useAccountTexts } from '../../texts/index.js';
import { ChooseOne } from './ChooseOne.js';

/** メールの言語. The pages are read in the language chosen at their top, whatever is said here. */
export function LanguageSection({ account }: { readonly account: AccountView }): ReactNode {
  const { title, support, values } = useAccountTexts().language;
  return (
    <ChooseOne
      title={title}
      support={support}
      name="language"
      present={account.language}
      choices={values}
      save={chooseLanguage}
    />
  );
}
