import { pointer as stepTo } from '../../workflow/object-reader.js';

import { ENGLISH_FILE } from '../../texts/read-texts.js';
import type { TextOperation } from './operation.js';
import type { WorkingCopy } from './working-copy.js';

const PLAIN_NAME = /^[\p{L}\p{N}][\p{L}\p{N}_-]{0,62}$/u;

export function changeTexts(copy: WorkingCopy, operation: TextOperation): void {
  switch (operation.kind) {
    case 'set-info':
      copy.setDeep('procedure.json', stepTo('', operation.keyword), operation.value);
      return;
    case 'set-english': {
      const { text, english } = operation;
      const words = english === null || english.trim() === '' ? null : english;
      // An empty file would be one that says nothing; without words there is none to make.
      if (words !== null || copy.has(ENGLISH_FILE)) copy.setDeep(ENGLISH_FILE, stepTo('', text), words);
      return;
    }
    case 'set-template':
      writeFile(copy, `${operation.of}/${operation.name}.md`, operation.name, operation.text);
      return;
    case 'remove-template':
      removeFile(copy, `${operation.of}/${operation.name}.md`, operation.name);
      return;
    case 'set-example': {
      const file = `examples/${operation.name}.json`;
      if (copy.has(file)) copy.json(file, { kind: 'set', pointer: '', value: operation.example });
      else writeFile(copy, file, operation.name, `${JSON.stringify(operation.example, null, 2)}\n`);
      return;
    }
    case 'remove-example':
      removeFile(copy, `examples/${operation.name}.json`, operation.name);
  }
}

export function writeFile(copy: WorkingCopy, file: string, name: string, text: string): void {
  if (!PLAIN_NAME.test(name) || name in {}) copy.refuse(file, 'unsafe-name', { name });
  copy.write(file, text);
}

export function removeFile(copy: WorkingCopy, file: string, name: string): void {
  if (!copy.has(file)) copy.refuse(file, 'name-unknown', { name });
  copy.write(file, null);
}
