import type { ReactNode } from 'react';
import type { DeskApplicationView } from '../../../api/types.js';
import { dateText, useLanguage, type Language } from '../../../texts/index.js';
import { useDeskTexts, type DeskTexts } from '../../desk-texts.js';
import { RailCard } from './RailCard.js';

/** What officials recorded with their actions so far. */
export function StaffEntriesCard({ application }: { readonly application: DeskApplicationView }): ReactNode {
  const texts = useDeskTexts().staffFields;
  const language = useLanguage();
  const entries = application.staffEntries ?? [];
  if (entries.length === 0) return null;
  return (
    <RailCard title={texts.title}>
      {entries.map((entry) => (
        <div key={entry.action}>
          <p className="desk-small tz-quiet">{entry.title}</p>
          <dl className="desk-facts">
            {entry.fields.map((field) => (
              <div key={field.name}>
                <dt>{field.title}</dt>
                <dd className="tz-prewrap">{inWords(field.value, texts, language)}</dd>
              </div>
            ))}
          </dl>
        </div>
      ))}
    </RailCard>
  );
}

function inWords(value: unknown, texts: DeskTexts['staffFields'], language: Language): string {
  if (typeof value === 'boolean') return value ? texts.yes : texts.no;
  if (typeof value === 'number') return value.toLocaleString('ja-JP');
  if (typeof value !== 'string' || value === '') return texts.none;
  return /^\d{4}-\d{2}-\d{2}$/.test(value) ? dateText(value, language) : value;
}
