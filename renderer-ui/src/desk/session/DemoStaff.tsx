import type { ReactNode } from 'react';
import { useDemoAccounts, type DemoAccount } from '../../api/demo-accounts.js';
import { Card } from '../../ui/index.js';
import { useDeskTexts } from '../desk-texts.js';

/** Only a demo installation has any. */
export function DemoStaff({ onChoose }: { readonly onChoose: (account: DemoAccount) => void }): ReactNode {
  const texts = useDeskTexts();
  const accounts = useDemoAccounts('staff');
  if (accounts.length === 0) return null;
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
