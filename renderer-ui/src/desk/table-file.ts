/** What spreadsheets save here is one of two encodings; what is no UTF-8 is the other. */
export function decodedTable(bytes: ArrayBuffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('shift_jis').decode(bytes);
  }
}
