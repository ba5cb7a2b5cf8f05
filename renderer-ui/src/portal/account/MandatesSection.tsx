import { useQuery, useQueryClient } from '../../api/query/index.js';
import { useState, type ReactNode } from 'react';
import { fetchMandates, mandateKeys, type MandateStep, takeMandateStep } from '../../api/mandates.js';
import { keys } from '../../api/queries.js';
import type { MandateView } from '../../api/types.js';
import { dateText, useLanguage, useMandatesTexts } from '../../texts/index.js';
import {
  Button,
  Buttons,
  Card,
  DescriptionList,
  Disclosure,
  ErrorSummary,
  Spinner,
  useAnnounce,
} from '../../ui/index.js';
import { FailureBanner } from '../frame/Failure.js';
import { useRefusals } from '../registration/use-refusals.js';
import { useActFor } from '../session/use-hat-switch.js';
import { AccountPage } from './AccountPage.js';
import { AskAgentForm } from './AskAgentForm.js';
import { WhatAgentsDo } from './WhatAgentsDo.js';

/** `/account/delegations`: requests to answer, for whom one acts, and what one has entrusted. */
export function MandatesSection(): ReactNode {
  const texts = useMandatesTexts();
  const announce = useAnnounce();
  const queries = useQueryClient();
  const refusals = useRefusals();
  const act = useActFor();
  const [asks, setAsks] = useState(0);
  const language = useLanguage();
  const found = useQuery({ queryKey: [...mandateKeys.mandates, language], queryFn: fetchMandates });
  const refresh = async (): Promise<void> => {
    await queries.invalidateQueries({ queryKey: mandateKeys.mandates });
    await queries.invalidateQueries({ queryKey: keys.session });
  };
  const take = async (id: string, step: MandateStep): Promise<void> => {
    const taken = await refusals.send(async () => {
      await takeMandateStep(id, step);
    });
    await refresh();
    if (taken) announce(texts.done[step]);
  };
  const { given = [], received = [] } = found.data ?? {};
  const isPresent = ({ state }: MandateView): boolean => state === 'invited' || state === 'accepted';
  const present = given.filter(isPresent);
  const past = given.filter((mandate) => !isPresent(mandate));
  const pastReceived = received.filter((mandate) => !isPresent(mandate));
  const button = (mandate: MandateView, step: MandateStep, label: string, first = false): ReactNode => (
    <Button
      look={first ? 'primary' : 'secondary'}
      aria-label={`${label}: ${mandate.procedureTitle}`}
      onClick={() => void take(mandate.id, step)}
    >
      {label}
    </Button>
  );
  const lists = [
    {
      title: texts.asked,
      mandates: received.filter(({ state }) => state === 'invited'),
      before: <WhatAgentsDo />,
    },
    { title: texts.received, mandates: received.filter(({ state }) => state === 'accepted'), before: null },
  ];
  return (
    <AccountPage title={texts.title} focusKey="account-delegations">
      <ErrorSummary lines={refusals.lines} attempt={refusals.attempt} />
      <div className="tz-flow">
        <p>{texts.lead}</p>
        {found.isError && <FailureBanner error={found.error} />}
        {found.isPending && <Spinner />}
        {lists
          .filter(({ mandates }) => mandates.length > 0)
          .map(({ title, mandates, before }) => (
            <section key={title} className="tz-flow">
              <h2 className="tz-heading">{title}</h2>
              {before}
              {mandates.map((mandate) => (
                <Entry key={mandate.id} mandate={mandate} mine={false}>
                  {mandate.state === 'invited' ? (
                    <>
                      {button(mandate, 'accept', texts.accept, true)}
                      {button(mandate, 'decline', texts.decline)}
                    </>
                  ) : (
                    <>
                      <Button look="primary" onClick={() => void refusals.send(() => act(mandate.id))}>
                        {texts.act}
                      </Button>
                      {button(mandate, 'revoke', texts.resign)}
                    </>
                  )}
                </Entry>
              ))}
            </section>
          ))}
        <section className="tz-flow">
          <h2 className="tz-heading">{texts.given}</h2>
          {found.data && present.length === 0 && <p>{texts.none}</p>}
          {present.map((mandate) => (
            <Entry key={mandate.id} mandate={mandate} mine>
              {button(mandate, 'revoke', texts.revoke)}
            </Entry>
          ))}
          <Past summary={texts.past(past.length)} mandates={past} mine />
          <Past summary={texts.pastReceived(pastReceived.length)} mandates={pastReceived} mine={false} />
        </section>
      </div>
      {found.data && (
        <AskAgentForm
          key={asks}
          list={found.data}
          onAsked={() => {
            setAsks((count) => count + 1);
            announce(texts.done.asked);
            void refresh();
          }}
        />
      )}
    </AccountPage>
  );
}

interface PastProps {
  readonly summary: string;
  readonly mandates: readonly MandateView[];
  readonly mine: boolean;
}

function Past({ summary, mandates, mine }: PastProps): ReactNode {
  if (mandates.length === 0) return null;
  return (
    <Disclosure summary={summary}>
      <div className="tz-flow">
        {mandates.map((mandate) => (
          <Entry key={mandate.id} mandate={mandate} mine={mine} />
        ))}
      </div>
    </Disclosure>
  );
}

interface EntryProps {
  readonly mandate: MandateView;
  /** Given by this account. */
  readonly mine: boolean;
  readonly children?: ReactNode;
}

function Entry({ mandate, mine, children }: EntryProps): ReactNode {
  const texts = useMandatesTexts();
  const language = useLanguage();
  const { application, procedureTitle, agentName, agentMail, state, revokedAt, revokedBy } = mandate;
  const endedOn = state === 'revoked' ? revokedAt : state === 'ended' ? mandate.endsOn : null;
  const side = mine ? 'mine' : 'theirs';
  return (
    <Card>
      <DescriptionList
        rows={[
          { key: 'from', term: texts.from, value: mandate.principalName },
          ...(mine ? [{ key: 'to', term: texts.to, value: agentName ?? agentMail }] : []),
          {
            key: 'what',
            term: texts.what,
            value: application ? texts.one(procedureTitle, application.number) : texts.whole(procedureTitle),
          },
          { key: 'until', term: texts.until, value: texts.untilDay(dateText(mandate.endsOn, language)) },
          ...(mine || endedOn !== null
            ? [
                {
                  key: 'state',
                  term: texts.state,
                  value: revokedBy === null ? texts.states[state] : texts.revokedBy[side][revokedBy],
                },
              ]
            : []),
          ...(endedOn === null
            ? []
            : [{ key: 'ended', term: texts.endedOn, value: dateText(endedOn, language) }]),
        ]}
      />
      {children !== undefined && <Buttons>{children}</Buttons>}
    </Card>
  );
}
