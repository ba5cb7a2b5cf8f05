import type { ProcedureFiles } from '#engine';

/**
 * The texts of a folder that was chosen in the browser, by their paths within it; what a computer puts there for itself
 * (`.DS_Store`, `.git`) stays behind. Rejects for what is no text: byte for byte is promised.
 */
export async function readChosenFolder(chosen: readonly File[]): Promise<ProcedureFiles> {
  const texts = await Promise.all(
    chosen.flatMap((file) => {
      const [, ...path] = file.webkitRelativePath.split('/');
      if (path.length === 0 || path.some((part) => part.startsWith('.'))) return [];
      return [textOf(file).then((text) => [path.join('/'), text] as const)];
    }),
  );
  return Object.fromEntries(texts);
}

async function textOf(file: File): Promise<string> {
  // `File.text` would put another character where the bytes are no UTF-8, and drop a byte order mark.
  return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(await file.arrayBuffer());
}
