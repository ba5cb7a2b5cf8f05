import type { ReactNode } from 'react';
import { chooseNews } from '../../api/account.js';
import type { AccountView } from '../../api/types.js';
import { useAccountTexts } from '../../texts/index.js';
import { ChooseOne } from './ChooseOne.js';

export function NewsSection({ account }: { readonly account: AccountView }): ReactNode {
  const { title, support, wanted, unwanted } = useAccountTexts().news;
  return (
    <ChooseOne
      title={title}
      support={support}
      name="news"
      present={account.wantsNews ? 'wanted' : 'unwanted'}
      choices={{ wanted, unwanted }}
      save={(chosen) => chooseNews(chosen === 'wanted')}
    />
  );
}
