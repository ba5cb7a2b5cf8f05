import type { AcceptanceWindow, ProcedureInfo } from '../procedure/procedure.js';
import { APPLICANT, AUTHOR, type Change, EVERYONE, type Impact, STAFF } from './change.js';
import type { Differ } from './comparison.js';
import { changedSettings, flattened, type Setting, type SettingRules } from './settings.js';
import { isSame } from './plain.js';

const WORDS: Setting = { who: EVERYONE, impact: 'words' };
const RESULT: Setting = { who: EVERYONE, impact: 'changes-result' };
const SIGN_IN = ['none', 'account', 'signature'];

const SETTINGS: SettingRules = {
  criteria: null,
  id: { who: AUTHOR, impact: 'changes-result' },
  title: WORDS,
  summary: WORDS,
  category: WORDS,
  department: WORDS,
  paperAlternative: { who: APPLICANT, impact: 'words' },
  'contact.name': WORDS,
  'contact.phone': WORDS,
  'contact.mail': WORDS,
  'contact.hours': WORDS,
  kind: RESULT,
  audience: { who: APPLICANT, impact: audienceImpact },
  legalNature: RESULT,
  legalBasis: WORDS,
  'acceptanceWindow.opensAt': {
    who: EVERYONE,
    impact: (was, is) => (is === null ? 'changes-result' : later(is, was) ? 'stricter' : 'looser'),
  },
  'acceptanceWindow.closesAt': {
    who: EVERYONE,
    impact: (was, is) => (is === null ? 'changes-result' : later(is, was) ? 'looser' : 'stricter'),
  },
  'acceptanceWindow.everyYear': RESULT,
  'acceptanceWindow.graceMinutes': {
    who: EVERYONE,
    impact: (was, is) => (Number(is) > Number(was) ? 'looser' : 'stricter'),
  },
  standardProcessingDays: RESULT,
  'oncePer.key': { who: EVERYONE, impact: (_, is) => (is === null ? 'looser' : 'stricter') },
  'oncePer.message': { who: APPLICANT, impact: 'words' },
  oncePer: { who: EVERYONE, impact: (_, is) => (is === null ? 'looser' : 'stricter') },
  'numbering.prefix': { who: EVERYONE, impact: 'none' },
  'numbering.documentSymbol': { who: EVERYONE, impact: 'none' },
  retentionYears: { who: EVERYONE, impact: 'none' },
  signIn: {
    who: APPLICANT,
    impact: (was, is) => (SIGN_IN.indexOf(String(is)) > SIGN_IN.indexOf(String(was)) ? 'stricter' : 'looser'),
  },
  delegation: { who: APPLICANT, impact: (_, is) => (is === true ? 'looser' : 'stricter') },
  statistics: WORDS,
  fee: RESULT,
  subject: { who: EVERYONE, impact: 'words' },
  titleKana: WORDS,
  searchWords: WORDS,
  faq: WORDS,
};

/** procedure.json: office, law, window, numbering, criteria. */
export const diffInfo: Differ = (sides) => {
  const [was, is] = [sides.before.procedure.info, sides.after.procedure.info];
  const flat = (info: ProcedureInfo) =>
    flattened({ ...info, acceptanceWindow: windowSettings(info.acceptanceWindow) }, [
      'contact',
      'acceptanceWindow',
      'oncePer',
      'numbering',
    ]);
  const settings = changedSettings(flat(was), flat(is), SETTINGS, RESULT, sides.renaming.value).filter(
    // Where there was no rule of once at all, or is none any more, saying so is enough.
    ({ name }) => !(name.startsWith('oncePer.') && (was.oncePer === null || is.oncePer === null)),
  );
  return [
    ...settings.map(({ name, before, after, impact, who }): Change => ({
      code: 'info-setting',
      place: `procedure.json#/${name.replaceAll('.', '/')}`,
      subject: { kind: 'procedure', name },
      who,
      impact,
      params: { setting: name },
      before,
      after,
    })),
    ...diffCriteria(sides),
  ];
};

const diffCriteria: Differ = ({ before, after }) => {
  const [olds, nows] = [before.procedure.info.criteria, after.procedure.info.criteria];
  const change = (code: string, title: string, was: unknown, is: unknown): Change => ({
    code,
    place: 'procedure.json#/criteria',
    subject: { kind: 'procedure', name: 'criteria' },
    who: STAFF,
    impact: 'words',
    params: { title },
    before: was,
    after: is,
  });
  return [
    ...olds
      .filter(({ id }) => !nows.some((now) => now.id === id))
      .map(({ title, text }) => change('criterion-removed', title, text, null)),
    ...nows.flatMap((now) => {
      const old = olds.find(({ id }) => id === now.id);
      if (!old) return [change('criterion-added', now.title, null, now.text)];
      return isSame(old, now) ? [] : [change('criterion-changed', now.title, old.text, now.text)];
    }),
  ];
};

/** Of one that comes every year its rule, in one line, and not the days that follow from it. */
function windowSettings({ everyYear, graceMinutes, ...once }: AcceptanceWindow): object {
  if (!everyYear) return { ...once, everyYear: null, graceMinutes };
  const { opens, closes, firstYear, lastYear } = everyYear;
  const days = [opens, closes].map((one) => one.replace('-', '/').replace('T', ' ')).join('–');
  return { everyYear: `${days} (${firstYear}–${lastYear ?? ''})`, graceMinutes };
}

function audienceImpact(was: unknown, is: unknown): Impact {
  const [before, after] = [was as readonly unknown[], is as readonly unknown[]];
  return before.every((who) => after.includes(who)) ? 'looser' : 'stricter';
}

function later(a: unknown, b: unknown): boolean {
  return Date.parse(String(a)) > Date.parse(String(b));
}
