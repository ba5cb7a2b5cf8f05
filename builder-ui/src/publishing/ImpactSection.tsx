import type { ReactNode } from 'react';
import { Table } from '../../../renderer-ui/src/desk/index.js';
import { ChoiceBox, Field, Select, Spinner } from '../../../renderer-ui/src/ui/index.js';
import type { Choice, ImpactView } from '../api/publishing.js';
import { useMovesTexts } from '../texts/moves.js';
import { usePublishingTexts } from '../texts/publishing.js';
import { StayingList } from './StayingList.js';

interface ImpactSectionProps {
  /** Null while it is being measured. */
  readonly impact: ImpactView | null;
  readonly choices: readonly Choice[];
  /** Left out: nobody chooses here. */
  readonly onChoose?: (choices: readonly Choice[]) => void;
  /** For what is under review. */
  readonly applications: Treatment;
  readonly onApplications?: (treatment: Treatment) => void;
}

type Treatment = Choice['do'];

const TREATMENTS = ['migrate', 'ask-again', 'pin'] as const;

/** What becomes of what applicants have begun and handed in, and what the author wants for each thing that was found. */
export function ImpactSection(props: ImpactSectionProps): ReactNode {
  const { impact, choices, applications, onChoose, onApplications } = props;
  const texts = usePublishingTexts();
  return (
    <section className="tz-stack">
      <h2 className="tz-heading">{texts.impact}</h2>
      {impact === null ? (
        <p role="status">
          <Spinner /> {texts.measuring}
        </p>
      ) : impact.total === 0 ? (
        <p>{texts.impactNone}</p>
      ) : (
        <>
          {impact.sentences.map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
          {impact.tried < impact.total && <p>{texts.tried(impact.tried, impact.total)}</p>}
          <ApplicationsChoice
            movable={impact.applications}
            chosen={applications}
            {...(onApplications ? { onChoose: onApplications } : {})}
          />
          {impact.causes.length > 0 && (
            <Causes impact={impact} choices={choices} {...(onChoose ? { onChoose } : {})} />
          )}
        </>
      )}
    </section>
  );
}

/** One choice for all that is under review; what cannot move stays, and it is said why. */
function ApplicationsChoice({
  movable: { moves, asks, stays },
  chosen,
  onChoose,
}: {
  readonly movable: ImpactView['applications'];
  readonly chosen: Treatment;
  readonly onChoose?: (treatment: Treatment) => void;
}): ReactNode {
  const publishing = usePublishingTexts();
  const texts = useMovesTexts();
  const isNone = moves + asks + stays.length === 0;
  if (isNone || !onChoose) return <p>{isNone ? publishing.applicationsStay : texts.choices[chosen]}</p>;
  return (
    <>
      <Field group label={texts.choice} support={texts.lead}>
        {() =>
          (['pin', 'migrate', 'ask-again'] as const).map((treatment) => (
            <ChoiceBox
              key={treatment}
              kind="radio"
              name="applications"
              checked={chosen === treatment}
              onChange={() => onChoose(treatment)}
            >
              {texts.choices[treatment]}
            </ChoiceBox>
          ))
        }
      </Field>
      <p>{texts.may(moves, asks)}</p>
      <StayingList title={texts.stay} lines={stays} />
    </>
  );
}

function Causes({
  impact,
  choices,
  onChoose,
}: Pick<ImpactSectionProps, 'choices' | 'onChoose'> & { readonly impact: ImpactView }): ReactNode {
  const texts = usePublishingTexts();
  const isOf = (cause: ImpactView['causes'][number], { when, field }: Choice): boolean =>
    cause.when === when && cause.field === field;
  return (
    <Table
      name={{ words: texts.found }}
      look="builder-table"
      heads={[texts.found, texts.draftsColumn, texts.applicationsColumn, texts.choice]}
    >
      {impact.causes.map((cause) => {
        const chosen = choices.find((choice) => isOf(cause, choice))?.do ?? cause.treatment;
        return (
          <tr key={`${cause.when} ${cause.field ?? ''} ${cause.text}`}>
            <th scope="row">{cause.text}</th>
            <td>{texts.count(cause.drafts)}</td>
            <td>{texts.count(cause.applications)}</td>
            <td>
              {cause.drafts === 0 ? null : onChoose ? (
                <Select
                  aria-label={texts.choiceOf(cause.text)}
                  choices={TREATMENTS.map((value) => ({ value, label: texts.treatments[value] }))}
                  value={chosen}
                  onChange={({ target }) => {
                    const treatment = TREATMENTS.find((value) => value === target.value) ?? 'migrate';
                    onChoose([
                      ...choices.filter((choice) => !isOf(cause, choice)),
                      { when: cause.when, field: cause.field, do: treatment },
                    ]);
                  }}
                />
              ) : (
                texts.treatments[chosen]
              )}
            </td>
          </tr>
        );
      })}
    </Table>
  );
}
