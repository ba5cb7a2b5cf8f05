import type { ReactNode } from 'react';
import { setLanguage, useLanguage, useUiTexts } from '../texts/index.js';

/** Offers the other language by its own name. */
export function LanguageSwitch(): ReactNode {
  const texts = useUiTexts();
  const other = useLanguage() === 'ja' ? 'en' : 'ja';
  return (
    <div className="tz-language">
      <button
        type="button"
        className="tz-language__button"
        lang={other}
        onClick={() => void setLanguage(other)}
      >
        {texts.languageNames[other]}
      </button>
    </div>
  );
}
