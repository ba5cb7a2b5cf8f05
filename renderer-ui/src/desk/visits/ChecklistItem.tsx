import { useCallback, useRef, useState, type ReactNode } from 'react';
import { deskFileAddress } from '../../api/paper.js';
import type { FindingView, VisitView } from '../../api/types.js';
import { removePhoto } from '../../api/visits.js';
import { useDeskVisitsTexts } from '../../texts/index.js';
import { Banner, Button, Buttons, ChoiceBox, Field, Icon, TextArea } from '../../ui/index.js';
import { RefusalBanner } from '../frame/RefusalBanner.js';
import type { Findings } from './use-findings.js';
import type { KeptPhoto } from './visit-journal.js';

const RESULTS = ['conforming', 'fault', 'not-applicable'] as const;

interface ChecklistItemProps {
  readonly item: VisitView['checklist'][number];
  readonly findings: Findings;
  readonly open: boolean;
}

/** One item: result, note and photographs. */
export function ChecklistItem({ item, findings, open }: ChecklistItemProps): ReactNode {
  const texts = useDeskVisitsTexts().visit;
  const picker = useRef<HTMLInputElement>(null);
  const [failure, setFailure] = useState<unknown>(null);
  const { visit, mine, conflicts } = findings;
  const theirs = visit.findings.find((one) => one.item === item.id);
  const own = mine.get(item.id);
  const shown: Pick<FindingView, 'result' | 'note'> | undefined = own ?? theirs;
  const [note, setNote] = useState<string | null>(null);
  const sent = visit.photos.filter((photo) => photo.item === item.id);
  const waiting = findings.photos.filter((photo) => photo.item === item.id);
  const typed = note ?? shown?.note ?? '';

  async function drop(fileId: string): Promise<void> {
    try {
      await removePhoto(visit.id, fileId);
      findings.replace({ ...visit, photos: visit.photos.filter(({ id }) => id !== fileId) });
    } catch (error) {
      setFailure(error);
    }
  }
  const count = sent.length + waiting.length;
  return (
    <section className="desk-visit__item" aria-labelledby={`item-${item.id}`}>
      <h2 id={`item-${item.id}`} className="desk-visit__title">
        {item.title}
      </h2>
      {open ? (
        <>
          <div className="desk-visit__results" role="radiogroup" aria-labelledby={`item-${item.id}`}>
            {RESULTS.map((result) => (
              <ChoiceBox
                key={result}
                kind="radio"
                framed
                name={`result-${item.id}`}
                checked={shown?.result === result}
                onChange={() => findings.put(item.id, result, typed)}
              >
                {texts.results[result]}
              </ChoiceBox>
            ))}
          </div>
          {own && theirs && conflicts.has(item.id) && (
            <Banner tone="warning" role="alert" title={texts.conflict.title}>
              <p>{texts.conflict.theirs(theirs.name, texts.results[theirs.result], theirs.note)}</p>
              <p>{texts.conflict.mine(texts.results[own.result], own.note)}</p>
              <Buttons>
                <Button
                  size="small"
                  onClick={() => {
                    setNote(null);
                    findings.settle(item.id, false);
                  }}
                >
                  {texts.conflict.keepTheirs}
                </Button>
                <Button size="small" onClick={() => findings.settle(item.id, true)}>
                  {texts.conflict.keepMine}
                </Button>
              </Buttons>
            </Banner>
          )}
          <Field label={texts.noteLabel}>
            {(control) => (
              <TextArea
                {...control}
                rows={2}
                maxLength={2000}
                value={typed}
                onChange={({ target }) => {
                  setNote(target.value);
                  if (shown) findings.put(item.id, shown.result, target.value);
                }}
              />
            )}
          </Field>
          <input
            ref={picker}
            type="file"
            hidden
            multiple
            accept="image/jpeg,image/png,image/heic,image/webp,.heic"
            data-testid={`photo-${item.id}`}
            onChange={({ target }) => {
              const files = [...(target.files ?? [])];
              target.value = '';
              void findings.add(item.id, files);
            }}
          />
          <Buttons>
            <Button onClick={() => picker.current?.click()}>{texts.photo}</Button>
          </Buttons>
        </>
      ) : (
        <p>
          {shown && <strong>{texts.results[shown.result]}</strong>}
          {shown && shown.note !== '' && `　${shown.note}`}
        </p>
      )}
      <RefusalBanner error={failure} />
      {count > 0 && (
        <>
          <p className="desk-small">{texts.photos(count)}</p>
          <ul className="desk-visit__photos">
            {sent.map((photo, index) => (
              <li key={photo.id}>
                <a href={deskFileAddress(photo.id)} target="_blank" rel="noreferrer">
                  <img src={deskFileAddress(photo.id)} alt={texts.photoAlt(item.title, index + 1)} />
                </a>
                {open && (
                  <Button
                    size="small"
                    look="text"
                    aria-label={texts.removePhoto(index + 1)}
                    onClick={() => void drop(photo.id)}
                  >
                    <Icon name="close" />
                  </Button>
                )}
              </li>
            ))}
            {waiting.map((photo, index) => (
              <li key={photo.key}>
                <WaitingPicture photo={photo} alt={texts.photoAlt(item.title, sent.length + index + 1)} />
                <Button
                  size="small"
                  look="text"
                  aria-label={texts.removePhoto(sent.length + index + 1)}
                  onClick={() => findings.dropPhoto(photo.key)}
                >
                  <Icon name="close" />
                </Button>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

function WaitingPicture({ photo, alt }: { readonly photo: KeptPhoto; readonly alt: string }): ReactNode {
  const show = useCallback(
    (picture: HTMLImageElement | null) => {
      if (!picture) return undefined;
      const address = URL.createObjectURL(photo.photo);
      picture.src = address;
      return () => URL.revokeObjectURL(address);
    },
    [photo],
  );
  return <img ref={show} alt={alt} />;
}
