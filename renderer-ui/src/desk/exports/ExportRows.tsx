import { useState, type ReactNode } from 'react';
import { useMutation, useQuery, useQueryClient } from '../../api/query/index.js';
import { cancelExport, exportFileAddress, fetchExportFaults, requestExport } from '../../api/exports.js';
import type { ExportView } from '../../api/types.js';
import { dateTimeText, useExportsTexts, useLanguage } from '../../texts/index.js';
import { Button, ButtonAnchor, type ChipTone, sizeText, Spinner, StatusChip } from '../../ui/index.js';
import { RefusalBanner } from '../frame/RefusalBanner.js';
import { exportKeys, isUnderWay } from './exports-queries.js';

const tones: Readonly<Record<ExportView['state'], ChipTone>> = {
  waiting: 'waiting',
  running: 'progress',
  done: 'done',
  failed: 'danger',
  cancelled: 'quiet',
  expired: 'quiet',
};

/** What was asked for, newest first: how far it is, and the file. */
export function ExportRows({ exports }: { readonly exports: readonly ExportView[] }): ReactNode {
  return (
    <ul className="desk-exports__list">
      {exports.map((one) => (
        <ExportRow key={one.id} one={one} />
      ))}
    </ul>
  );
}

function ExportRow({ one }: { readonly one: ExportView }): ReactNode {
  const texts = useExportsTexts();
  const language = useLanguage();
  const client = useQueryClient();
  const onSuccess = (): void => void client.invalidateQueries({ queryKey: exportKeys.list });
  const stop = useMutation({ mutationFn: () => cancelExport(one.id), onSuccess });
  const again = useMutation({
    mutationFn: () => requestExport({ title: one.title, content: one.content }),
    onSuccess,
  });
  const counted = one.total ?? 0;
  return (
    <li className="desk-exports__row">
      <div>
        <p>
          <strong>{one.title === '' ? one.procedureTitle : one.title}</strong>{' '}
          <StatusChip tone={tones[one.state]}>{texts.stateOf[one.state]}</StatusChip>
        </p>
        <p className="desk-small tz-quiet">
          {dateTimeText(one.createdAt, language)}　{texts.formats[one.content.format]}
          {one.state === 'done' && `　${texts.applications(one.done)}　${sizeText(one.bytes ?? 0)}`}
          {one.keptUntil !== null && `　${texts.until(dateTimeText(one.keptUntil, language))}`}
        </p>
        {isUnderWay(one) && (
          <label className="desk-small">
            {texts.progress(one.done, counted)}
            <progress className="desk-exports__progress" max={Math.max(1, counted)} value={one.done} />
          </label>
        )}
        {one.state === 'failed' && <p>{texts.failed}</p>}
        <RefusalBanner error={stop.error ?? again.error} />
        {one.faultCount > 0 && one.state === 'done' && <Faults one={one} />}
      </div>
      <div className="desk-exports__do">
        {one.state === 'done' && (
          <ButtonAnchor
            look="primary"
            size="small"
            href={exportFileAddress(one.id)}
            download
            aria-label={texts.downloadOf(one.fileName ?? '')}
          >
            {texts.download}
          </ButtonAnchor>
        )}
        {isUnderWay(one) && (
          <Button size="small" blocked={stop.isPending} onClick={() => stop.mutate()}>
            {texts.stop}
          </Button>
        )}
        {!isUnderWay(one) && (
          <Button look="text" size="small" blocked={again.isPending} onClick={() => again.mutate()}>
            {texts.again}
          </Button>
        )}
      </div>
    </li>
  );
}

function Faults({ one }: { readonly one: ExportView }): ReactNode {
  const texts = useExportsTexts();
  const [shown, setShown] = useState(false);
  return (
    <details className="tz-disclosure tz-disclosure--small" onToggle={() => setShown(true)}>
      <summary>{texts.faults(one.faultCount)}</summary>
      <div className="tz-disclosure__body">{shown && <FaultTable one={one} />}</div>
    </details>
  );
}

function FaultTable({ one }: { readonly one: ExportView }): ReactNode {
  const texts = useExportsTexts();
  const found = useQuery({
    queryKey: ['desk', 'exports', 'faults', one.id],
    queryFn: () => fetchExportFaults(one.id),
  });
  if (found.error !== null) return <RefusalBanner error={found.error} />;
  if (!found.data) return <Spinner />;
  const { faults } = found.data;
  return (
    <div className="desk-exports__scroll" tabIndex={0} role="group" aria-label={texts.faults(one.faultCount)}>
      {faults.length < one.faultCount && <p>{texts.faultsMore(faults.length)}</p>}
      <table className="tz-table desk-table">
        <caption className="tz-hidden">{texts.faults(one.faultCount)}</caption>
        <thead>
          <tr>
            <th scope="col">{texts.fault.number}</th>
            <th scope="col">{texts.fault.column}</th>
            <th scope="col">{texts.fault.text}</th>
            <th scope="col">{texts.fault.kind}</th>
          </tr>
        </thead>
        <tbody>
          {faults.map(({ number, column, columnTitle, text, kind }, index) => (
            <tr key={`${number} ${column} ${index}`}>
              <th scope="row" className="desk-nowrap">
                {number}
              </th>
              <td>{columnTitle}</td>
              <td>{kind === 'unmappable' ? text : ''}</td>
              <td>{texts.kinds[kind]}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
