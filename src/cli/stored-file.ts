import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { readStoredItem, type StoredItem } from '#engine';
import { errorCode } from '../procedures/error-code.js';
import { AskedWrongly } from './command.js';

/**
 * Drafts and applications from a file, one JSON object on each line, read as they are needed.
 *
 * @param version for items that name none
 * @throws AskedWrongly naming the first line that is neither
 */
export async function* storedInFile(file: string, version: string): AsyncGenerator<StoredItem> {
  const found = await stat(file).catch((error: unknown) => {
    if (errorCode(error) === 'ENOENT') return null;
    throw error;
  });
  if (!found?.isFile())
    throw new AskedWrongly([`ファイル ${file} がありません。`, `There is no file ${file}.`]);
  let number = 0;
  for await (const line of createInterface({ input: createReadStream(file, 'utf8'), crlfDelay: Infinity })) {
    number += 1;
    if (line.trim() === '') continue;
    const item = readStoredItem(parsed(line), version);
    if (!item) {
      throw new AskedWrongly([
        `${file} の${number}行目は、下書きでも申請でもありません。{"id", "kind": "draft", "answers"} か {"id", "kind": "application", "answers", "state", "submittedOn"} の形で書いてください。`,
        `Line ${number} of ${file} is no draft and no application. Write {"id", "kind": "draft", "answers"} or {"id", "kind": "application", "answers", "state", "submittedOn"}.`,
      ]);
    }
    yield item;
  }
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line) as unknown;
  } catch {
    return undefined;
  }
}
