import { settings } from './settings.js';

/** The README's configuration table, in Markdown. A test compares the two. */
export function settingsTable(language: 'ja' | 'en'): string {
  const header = { ja: '| 変数 | 意味 | 形式 | 既定値 |', en: '| variable | meaning | format | default |' }[
    language
  ];
  const rows = Object.entries(settings).map(([name, setting]) => {
    const standard =
      setting.default === undefined ? setting.whenUnset?.[language] : `\`${String(setting.default)}\``;
    return `| \`${name}\` | ${setting[language]} | ${setting.format[language]} | ${standard ?? ''} |`;
  });
  return [header, '| --- | --- | --- | --- |', ...rows].join('\n');
}
