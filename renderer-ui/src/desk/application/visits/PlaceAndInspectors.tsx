import type { ReactNode } from 'react';
import type { CaseVisits } from '../../../api/types.js';
import { useDeskVisitsTexts } from '../../../texts/index.js';
import { ChoiceBox, Field, FieldErrors, TextInput } from '../../../ui/index.js';
import { useDeskTexts } from '../../desk-texts.js';

interface PlaceAndInspectorsProps {
  readonly colleagues: NonNullable<CaseVisits['plan']>['colleagues'];
  readonly place: string;
  readonly inspectors: readonly string[];
  readonly placeErrors: readonly string[];
  readonly inspectorErrors: readonly string[];
  readonly onPlace: (place: string) => void;
  readonly onInspectors: (inspectors: readonly string[]) => void;
}

/** Where a visit leads and who goes, whether its time is agreed or offered. */
export function PlaceAndInspectors(props: PlaceAndInspectorsProps): ReactNode {
  const { colleagues, place, inspectors, placeErrors, inspectorErrors } = props;
  const texts = useDeskVisitsTexts().card;
  const { signs } = useDeskTexts();
  const choose = (id: string, isChosen: boolean): void =>
    props.onInspectors(isChosen ? [...inspectors, id] : inspectors.filter((one) => one !== id));
  return (
    <>
      <Field label={texts.place} required errors={placeErrors}>
        {(control) => (
          <TextInput
            {...control}
            maxLength={300}
            value={place}
            onChange={({ target }) => props.onPlace(target.value)}
          />
        )}
      </Field>
      <Field label={texts.inspectors} required group>
        {(control) => (
          <>
            {colleagues.map(({ id, name, department }) => (
              <ChoiceBox
                key={id}
                kind="checkbox"
                checked={inspectors.includes(id)}
                onChange={({ target }) => choose(id, target.checked)}
              >
                {name}
                {signs.aside(department)}
              </ChoiceBox>
            ))}
            {inspectorErrors.length > 0 && (
              <FieldErrors id={`${control.id}-missing`} errors={inspectorErrors} />
            )}
          </>
        )}
      </Field>
    </>
  );
}
