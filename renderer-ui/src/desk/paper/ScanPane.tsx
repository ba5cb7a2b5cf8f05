import { useEffect, useRef, useState, type ReactNode } from 'react';
import { addScan, deskFileAddress, removeScan } from '../../api/paper.js';
import type { DeskFileView } from '../../api/types.js';
import { useDeskPaperTexts } from '../../texts/index.js';
import { Button, Buttons, Icon } from '../../ui/index.js';
import { RefusalBanner } from '../frame/RefusalBanner.js';

interface ScanPaneProps {
  readonly draftId: string;
  readonly scans: readonly DeskFileView[];
  readonly onScans: (change: (before: DeskFileView[]) => DeskFileView[]) => void;
}

/** The scan beside what is keyed in; a file can be dropped anywhere on it. */
export function ScanPane({ draftId, scans, onScans }: ScanPaneProps): ReactNode {
  const texts = useDeskPaperTexts().fill;
  const picker = useRef<HTMLInputElement>(null);
  const [shown, setShown] = useState(scans[0]?.id ?? null);
  const [sending, setSending] = useState(0);
  const [failure, setFailure] = useState<unknown>(null);
  const [leaving] = useState(() => new AbortController());
  useEffect(() => () => leaving.abort(), [leaving]);
  const file = scans.find(({ id }) => id === shown) ?? scans[0];

  async function take(list: FileList | null): Promise<void> {
    for (const one of list ?? []) {
      setFailure(null);
      setSending((count) => count + 1);
      try {
        const arrived = await addScan(draftId, one, leaving.signal);
        onScans((before) => [...before, arrived]);
        setShown(arrived.id);
      } catch (error) {
        if (leaving.signal.aborted) return;
        setFailure(error);
      } finally {
        setSending((count) => count - 1);
      }
    }
  }
  async function drop(one: DeskFileView): Promise<void> {
    try {
      await removeScan(draftId, one.id);
      onScans((before) => before.filter(({ id }) => id !== one.id));
    } catch (error) {
      setFailure(error);
    }
  }
  return (
    <section
      className="desk-keyin__scan"
      aria-labelledby="paper-scan"
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault();
        void take(event.dataTransfer.files);
      }}
    >
      <h2 id="paper-scan" className="tz-heading">
        {texts.scan}
      </h2>
      <RefusalBanner error={failure} />
      <input
        ref={picker}
        type="file"
        hidden
        multiple
        accept="application/pdf,image/jpeg,image/png,image/heic,image/webp,.heic"
        data-testid="scan-picker"
        onChange={({ target }) => {
          void take(target.files).then(() => {
            target.value = '';
          });
        }}
      />
      <Buttons>
        <Button size="small" onClick={() => picker.current?.click()}>
          {texts.addScan}
        </Button>
      </Buttons>
      <p className="desk-small tz-quiet" role="status">
        {sending > 0 ? texts.sending : scans.length === 0 ? texts.noScan : texts.scanHelp}
      </p>
      <ul className="desk-keyin__files">
        {scans.map((one) => (
          <li key={one.id}>
            <Button
              size="small"
              look={one === file ? 'secondary' : 'text'}
              aria-pressed={one === file}
              onClick={() => setShown(one.id)}
            >
              {one.name}
            </Button>
            <Button
              size="small"
              look="text"
              aria-label={texts.removeScan(one.name)}
              onClick={() => void drop(one)}
            >
              <Icon name="close" />
            </Button>
          </li>
        ))}
      </ul>
      {file &&
        (file.mediaType === 'application/pdf' ? (
          <iframe className="desk-keyin__frame" src={deskFileAddress(file.id)} title={file.name} />
        ) : (
          <div className="desk-keyin__frame" role="region" aria-label={file.name} tabIndex={0}>
            <img src={deskFileAddress(file.id)} alt={file.name} />
          </div>
        ))}
    </section>
  );
}
