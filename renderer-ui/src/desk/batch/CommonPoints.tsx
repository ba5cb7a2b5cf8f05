import { useState, type ReactNode } from 'react';
import type { BatchOffer } from '../../api/types.js';
import { useBatchesTexts } from '../../texts/index.js';
import { Button, Field, Select, TextArea } from '../../ui/index.js';
import { controlId } from '../action/fault-lines.js';
import { ReadySentence } from '../action/ReadySentence.js';
import {
  addSentence,
  commentPoint,
  togglePoint,
  type CorrectionPoints,
} from '../correction/correction-points.js';
import { useDeskTexts } from '../desk-texts.js';

interface CommonPointsProps {
  readonly places: BatchOffer['actions'][number]['places'];
  readonly reasons: BatchOffer['reasons'];
  readonly points: CorrectionPoints;
  readonly wrong: ReadonlyMap<string, string>;
  /** Some applications bring points of their own, which then take the place of these. */
  readonly fromTable: boolean;
  readonly onPoints: (points: CorrectionPoints) => void;
}

/** What all of them are asked to correct. */
export function CommonPoints(props: CommonPointsProps): ReactNode {
  const { places, reasons, points, wrong, fromTable, onPoints } = props;
  const texts = useBatchesTexts().points;
  const desk = useDeskTexts().correction;
  const [place, setPlace] = useState('');
  const order = places.map(({ path }) => path);
  const rest = places.filter(({ path }) => !points.some((point) => point.path === path));
  const missing = wrong.get('points');

  function add(): void {
    const target = places.find(({ path }) => path === place);
    if (!target) return;
    onPoints(togglePoint(points, target, order));
    setPlace('');
  }

  return (
    <fieldset className="tz-stack desk-batch__points">
      <legend className="desk-batch__legend">{texts.title}</legend>
      <p className="tz-quiet">{fromTable ? texts.leadTable : texts.lead}</p>
      {points.map((point) => (
        <div key={point.path} className="tz-stack desk-batch__point">
          <div className="desk-batch__point-head">
            <strong>{point.label}</strong>
            <Button
              look="text"
              size="small"
              aria-label={desk.removeOf(point.label)}
              onClick={() => onPoints(points.filter((other) => other.path !== point.path))}
            >
              {desk.remove}
            </Button>
          </div>
          <ReadySentence
            reasons={reasons}
            target={point.label}
            onInsert={(sentence) =>
              onPoints(commentPoint(points, point.path, addSentence(point.comment, sentence)))
            }
          />
          <Field
            label={desk.comment}
            id={controlId(point.path)}
            required
            support={desk.commentHelp}
            errors={errorsOf(wrong.get(point.path))}
          >
            {(control) => (
              <TextArea
                {...control}
                rows={3}
                lang="ja"
                value={point.comment}
                onChange={(event) => onPoints(commentPoint(points, point.path, event.target.value))}
              />
            )}
          </Field>
        </div>
      ))}
      <div className="desk-batch__add">
        <Field label={texts.place} id="work-place" errors={errorsOf(missing)}>
          {(control) => (
            <Select
              {...control}
              empty={texts.choose}
              choices={rest.map(({ path, label }) => ({ value: path, label }))}
              value={place}
              onChange={(event) => setPlace(event.target.value)}
            />
          )}
        </Field>
        <Button blocked={place === ''} onClick={add}>
          {texts.add}
        </Button>
      </div>
    </fieldset>
  );
}

function errorsOf(error: string | undefined): readonly string[] {
  return error ? [error] : [];
}
