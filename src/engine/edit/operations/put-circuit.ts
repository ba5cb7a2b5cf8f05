import { isObject } from '../../workflow/object-reader.js';
import { pointer as stepTo } from '../../workflow/object-reader.js';
import { CIRCUIT_ENGLISH } from '../circuits/english.js';
import { MAIL_ENGLISH, mailSentences } from '../circuits/mail-english.js';
import { CIRCUITS } from '../circuits/circuits.js';
import type { JsonValue } from '../../procedure/parse-json.js';
import type { LegalNature } from '../../procedure/procedure.js';
import { ENGLISH_FILE } from '../../texts/read-texts.js';
import { addFields, addPage } from './add-fields.js';
import { placeAt } from '../json-place.js';
import type { WorkingCopy } from './working-copy.js';

const WORKFLOW = 'workflow.json';
const INFO = 'procedure.json';

/**
 * Another review for the procedure: workflow.json is written anew. Mails and notices of the same name stay as they are,
 * for somebody wrote them; those that the circuit sends and are not there are made.
 */
export function putCircuit(copy: WorkingCopy, id: string): void {
  const circuit = CIRCUITS.find((one) => one.id === id);
  if (!circuit) return copy.refuse(WORKFLOW, 'name-unknown', { name: id });
  const info = copy.root(INFO)?.value;
  if (!isObject(info)) return;
  const nature = natureOf(info['legalNature']);
  const schema = copy.has(WORKFLOW) ? copy.root(WORKFLOW)?.value : null;
  const named =
    isObject(schema) && typeof schema['$schema'] === 'string' ? { $schema: schema['$schema'] } : {};
  copy.write(WORKFLOW, `${JSON.stringify({ ...named, ...circuit.workflow }, null, 2)}\n`);
  for (const [folder, texts] of [
    ['messages', circuit.messages],
    ['notices', circuit.notices(nature)],
  ] as const)
    for (const [name, text] of Object.entries(texts)) {
      const file = `${folder}/${name}.md`;
      if (!copy.has(file)) copy.write(file, text);
    }
  for (const { name, title, description, fields } of circuit.pages) {
    const form = copy.root('form.schema.json');
    if (!form || placeAt(form, `/properties/${name}`)) continue;
    addPage(copy, {
      kind: 'add-page',
      name,
      schema: { type: 'object', title, description, properties: {} },
    });
    addFields(copy, { kind: 'add-fields', to: name, fields });
  }
  const promised = info['standardProcessingDays'];
  if (typeof promised !== 'number' || promised < circuit.days)
    copy.setDeep(INFO, '/standardProcessingDays', circuit.days);
  const sentences = Object.values(circuit.messages).flatMap(mailSentences);
  addEnglish(copy, [circuit.workflow, circuit.pages as unknown as JsonValue, sentences]);
}

const NATURES: readonly LegalNature[] = [
  'disposition',
  'contract_grant',
  'notification',
  'voluntary',
  'service',
];

function natureOf(value: unknown): LegalNature {
  return NATURES.find((nature) => nature === value) ?? 'service';
}

const ENGLISH = { ...CIRCUIT_ENGLISH, ...MAIL_ENGLISH };

function addEnglish(copy: WorkingCopy, values: readonly JsonValue[]): void {
  const there = copy.has(ENGLISH_FILE) ? copy.root(ENGLISH_FILE)?.value : {};
  if (!isObject(there)) return;
  for (const text of new Set(values.flatMap(textsIn)))
    if (Object.hasOwn(ENGLISH, text) && !Object.hasOwn(there, text))
      copy.setDeep(ENGLISH_FILE, stepTo('', text), ENGLISH[text] ?? '');
}

function textsIn(value: JsonValue): readonly string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value as Readonly<Record<string, JsonValue>>).flatMap(textsIn);
}
