import { useState, type ReactNode } from 'react';
import { useCatalogueTexts } from '../../texts/catalogue.js';
import { Button, ChoiceBox, Icon } from '../../ui/index.js';
import { AUDIENCES, type CatalogueQuery, type CatalogueView, type Group, GROUPS } from './catalogue.js';
import { NO_GROUPS } from './query-address.js';

interface CatalogueFiltersProps {
  readonly query: CatalogueQuery;
  readonly filters: CatalogueView['filters'];
  readonly onChange: (query: CatalogueQuery) => void;
}

/** On a phone behind a button, so that what was found comes first. */
export function CatalogueFilters({ query, filters, onChange }: CatalogueFiltersProps): ReactNode {
  const texts = useCatalogueTexts();
  const [open, setOpen] = useState(false);
  const chosen = GROUPS.reduce((sum, group) => sum + query.groups[group].length, 0);
  const titleOf = (group: Group, value: string): string => {
    const known: Readonly<Record<string, string>> =
      group === 'state' ? texts.card.states : group === 'needs' ? texts.list.needsValues : {};
    return Object.hasOwn(known, value) ? (known[value] ?? value) : value;
  };
  const toggle = (group: Group, value: string, on: boolean): void => {
    const others = query.groups[group].filter((one) => one !== value);
    onChange({ ...query, groups: { ...query.groups, [group]: on ? [...others, value] : others } });
  };
  return (
    <div className="tz-filters" data-open={open}>
      <button
        type="button"
        className="tz-filters__toggle tz-button tz-button--secondary tz-button--normal"
        aria-expanded={open}
        aria-controls="catalogue-filters"
        onClick={() => setOpen(!open)}
      >
        <Icon name={open ? 'close' : 'plus'} />
        {chosen === 0 ? texts.list.filters : texts.list.chosen(chosen)}
      </button>
      <div id="catalogue-filters" className="tz-filters__body">
        <fieldset>
          <legend>{texts.list.audience}</legend>
          {AUDIENCES.map((each) => (
            <ChoiceBox
              key={each}
              kind="radio"
              name="audience"
              checked={query.audience === each}
              onChange={() => onChange({ ...query, audience: each })}
            >
              {texts.list.audiences[each]}
            </ChoiceBox>
          ))}
        </fieldset>
        {GROUPS.filter((group) => filters[group].length > 0).map((group) => (
          <fieldset key={group}>
            <legend>{texts.list[group]}</legend>
            {filters[group].map(({ value, count, chosen: isChosen }) => (
              <ChoiceBox
                key={value}
                kind="checkbox"
                name={group}
                checked={isChosen}
                onChange={(event) => toggle(group, value, event.target.checked)}
              >
                {texts.list.option(titleOf(group, value), count)}
              </ChoiceBox>
            ))}
          </fieldset>
        ))}
        {chosen > 0 && (
          <Button size="small" onClick={() => onChange({ ...query, groups: NO_GROUPS })}>
            {texts.list.clear}
          </Button>
        )}
      </div>
    </div>
  );
}
