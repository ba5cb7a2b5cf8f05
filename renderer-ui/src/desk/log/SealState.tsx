import type { ReactNode } from 'react';
import { useMutation, useQuery, useQueryClient } from '../../api/query/index.js';
import { checkLog, fetchLogState, logExportAddress } from '../../api/log.js';
import type { LogState } from '../../api/types.js';
import { dateText, dateTimeText, useLanguage, useLogTexts } from '../../texts/index.js';
import { Banner, Button, ButtonAnchor, Buttons, DescriptionList, Spinner } from '../../ui/index.js';
import { RefusalBanner } from '../frame/RefusalBanner.js';
import { logKeys } from './log-keys.js';

/** Newest seal and anchor, what waits, and what came of verifying; with the export that outsiders verify. */
export function SealState(): ReactNode {
  const texts = useLogTexts();
  const client = useQueryClient();
  const found = useQuery({ queryKey: logKeys.state, queryFn: fetchLogState });
  const check = useMutation({
    mutationFn: checkLog,
    onSuccess: (state) => client.setQueryData(logKeys.state, state),
  });
  return (
    <section className="tz-stack" aria-labelledby="log-state">
      <h2 id="log-state" className="tz-heading">
        {texts.state}
      </h2>
      <RefusalBanner error={found.error ?? check.error} />
      {found.isPending && <Spinner />}
      {found.data && <StateLines state={found.data} />}
      <Buttons>
        <Button blocked={check.isPending} onClick={() => check.mutate()}>
          {texts.checkNow}
        </Button>
        <ButtonAnchor href={logExportAddress} download>
          {texts.export}
        </ButtonAnchor>
      </Buttons>
      <p className="tz-quiet desk-small">{texts.exportHelp}</p>
    </section>
  );
}

function StateLines({ state: { seal, anchor, waiting, check } }: { readonly state: LogState }): ReactNode {
  const texts = useLogTexts();
  const language = useLanguage();
  const faults = check?.faults ?? [];
  return (
    <>
      <DescriptionList
        rows={[
          {
            key: 'seal',
            term: texts.lastSeal,
            value: seal ? (
              <>
                <p>{texts.sealValue(seal.number, dateTimeText(seal.at, language), seal.count)}</p>
                <p className="desk-log__code">{seal.hash}</p>
              </>
            ) : (
              texts.nothing
            ),
          },
          {
            key: 'anchor',
            term: texts.lastAnchor,
            value: anchor
              ? `${texts.anchorValue(dateText(anchor.day, language), anchor.seal)}${anchor.deliveredAt === null ? `　${texts.anchorWaits}` : ''}`
              : texts.nothing,
          },
          { key: 'waiting', term: texts.waiting, value: texts.count(waiting) },
          {
            key: 'check',
            term: texts.checked,
            value: check
              ? texts.checkedValue(dateTimeText(check.at, language), check.events, check.seals)
              : texts.checkedNever,
          },
        ]}
      />
      {check && faults.length === 0 && <p role="status">{texts.checkedFine}</p>}
      {faults.length > 0 && (
        <Banner tone="error" role="alert" title={texts.checkedFaulty}>
          <ul>
            {faults.map((fault) => (
              <li key={fault.en}>{fault[language]}</li>
            ))}
          </ul>
        </Banner>
      )}
    </>
  );
}
