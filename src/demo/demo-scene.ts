import { corporateNumberOf, digitsOf } from './demo-numbers.js';
import type { CorrectionTarget, IsoDate } from '#engine';

/** Something that somebody did with an application: an action of its workflow, or putting it aside. */
export interface DemoStep {
  /** Working days after it arrived. */
  readonly day: number;
  /** Login of the official; null for the applicant. */
  readonly by: string | null;
  /** `hold` puts it aside for five working days; `override` sets a computed answer to another value. */
  readonly action: string;
  /** What `override` sets, and to what. */
  readonly override?: { readonly field: string; readonly value: number };
  readonly reason?: string;
  readonly publicReason?: string;
  readonly targets?: readonly CorrectionTarget[];
  /** @param on the day of the step */
  readonly fields?: (on: IsoDate) => Readonly<Record<string, unknown>>;
}

/** Something written about the application today. */
export interface DemoMessage {
  /** Login of the official; null for the applicant. */
  readonly by: string | null;
  readonly body: string;
  readonly withPicture?: boolean;
}

/** One application of the demo: an example of the procedure, made somebody's own, and what became of it. */
export interface DemoScene {
  readonly procedureId: string;
  readonly example: string;
  /** Mail address of the account. */
  readonly applicant: string;
  /** Page → values that replace those of the example. */
  readonly changes: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  /** Working days since it arrived; more than any of its steps. */
  readonly age: number;
  readonly messages: readonly DemoMessage[];
  readonly steps: readonly DemoStep[];
}

export interface DemoStore {
  readonly name: string;
  readonly kana: string;
  readonly address: string;
}

/** Of a company, with what is asked about it. */
export interface DemoCompany {
  readonly mail: string;
  readonly name: string;
  readonly kana: string;
  /** As a bank writes the holder of the account. */
  readonly holder: string;
  readonly representative: readonly [name: string, kana: string];
  readonly contact: string;
  readonly place: { readonly postal: string; readonly address: string };
  readonly phone: string;
  /** Of the bank account; left out, one of its own. */
  readonly account?: string;
}

export interface DemoPerson {
  readonly mail: string;
  readonly name: string;
  readonly kana: string;
  readonly place: { readonly postal: string; readonly address: string };
  readonly phone: string;
}

export type Course = Pick<DemoScene, 'age' | 'steps'> & { readonly messages?: readonly DemoMessage[] };

/** A grant for a company's store. */
export function jitan(company: DemoCompany, store: DemoStore, course: Course): DemoScene {
  const [name, kana] = company.representative;
  return {
    procedureId: 'jitan-9',
    example: 'examples/01-sales-floor.json',
    applicant: company.mail,
    changes: {
      applicant: {
        corporate_number: corporateNumberOf(company.name),
        name: company.name,
        name_kana: company.kana,
        rep_name: name,
        rep_kana: kana,
        ...company.place,
        contact_name: company.contact,
        contact_tel: company.phone,
      },
      store: { ...store, tel: `066${digitsOf(store.name, 7)}` },
      permit: {
        holder: company.name,
        no: `大保食第${digitsOf(company.mail, 2)}-${digitsOf(store.name, 4)}号`,
        // The examples play in 2021; a permit of then has run out.
        valid_to: '2030-05-31',
        store_name: store.name,
        store_address: `大阪市${store.address}`,
      },
      bank: { holder_kana: company.holder, account_no: company.account ?? digitsOf(company.mail, 7) },
    },
    messages: [],
    ...course,
  };
}

/** A certificate for the store of a person who runs it in their own name. */
export function goldSticker(owner: DemoPerson, store: DemoStore, course: Course): DemoScene {
  const contact = { contact_name: owner.name, contact_tel: owner.phone };
  return {
    procedureId: 'gold-sticker',
    example: 'examples/16-sole-proprietor.json',
    applicant: owner.mail,
    changes: {
      applicant: { name: owner.name, name_kana: owner.kana, ...owner.place, ...contact },
      store: { ...store, building: '1階', category: 'cafe', tel: `066${digitsOf(store.name, 7)}` },
      facility: { permit_to: '2030-05-31', permit_no: `大保食第30-${digitsOf(store.name, 4)}号` },
      leader: { name: owner.name },
      visit: contact,
    },
    messages: [],
    ...course,
  };
}

/** What somebody answered to the survey. */
export function enquete(
  person: DemoPerson,
  opinion: Readonly<Record<string, unknown>>,
  course: Course,
): DemoScene {
  return {
    procedureId: 'enquete',
    example: 'examples/01-liked.json',
    applicant: person.mail,
    changes: { opinion },
    messages: [],
    ...course,
  };
}
