import type { ReactNode } from 'react';
import type { SiteView } from '../../api/types.js';
import { Card } from '../../ui/index.js';
import { useDeskTexts } from '../desk-texts.js';

type Account = SiteView['demoAccounts'][number];

export function DemoStaff({
  accounts,
  onChoose,
}: {
  readonly accounts: readonly Account[];
  readonly onChoose: (account: Account) => void;
}): ReactNode {
  const texts = useDeskTexts();
  return (
    <Card look="quiet" as="section" aria-labelledby="demo-staff">
      <h2 id="demo-staff" className="tz-heading">
        {texts.signIn.demoTitle}
      </h2>
      <p className="tz-quiet">{texts.signIn.demoLead}</p>
      <ul className="desk-demo">
        {accounts.map((account) => (
          <li key={account.login}>
            <button type="button" className="desk-demo__account" onClick={() => onChoose(account)}>
              <strong>{account.name}</strong>
              <span className="desk-demo__role">{account.description}</span>
            </button>
          </li>
        ))}
      </ul>
    </Card>
  );
}
