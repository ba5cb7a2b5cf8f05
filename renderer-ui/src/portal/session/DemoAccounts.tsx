import type { ReactNode } from 'react';
import { useDemoAccounts, type DemoAccount } from '../../api/demo-accounts.js';
import { usePortalTexts } from '../../texts/index.js';
import { Button, Card } from '../../ui/index.js';

interface DemoAccountsProps {
  readonly onChoose: (account: DemoAccount) => void;
}

/** Only a demo installation has any. */
export function DemoAccounts({ onChoose }: DemoAccountsProps): ReactNode {
  const accounts = useDemoAccounts('applicant');
  const texts = usePortalTexts();
  if (accounts.length === 0) return null;
  return (
    <div className="tz-demo">
      <Card look="quiet" as="section" aria-labelledby="demo-accounts">
        <h2 id="demo-accounts" className="tz-demo__title">
          {texts.signIn.demoTitle}
        </h2>
        <p className="tz-quiet">{texts.signIn.demoLead}</p>
        <ul className="tz-demo__list">
          {accounts.map((account) => (
            <li key={account.login}>
              <Button size="small" onClick={() => onChoose(account)}>
                {texts.signIn.demoUse(account.name)}
              </Button>
              <span className="tz-quiet">{account.description}</span>
            </li>
          ))}
        </ul>
      </Card>
    </div>
  );
}
