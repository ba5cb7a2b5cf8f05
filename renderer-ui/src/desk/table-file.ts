/**
 * What spreadsheets save here is one of two encodings; what is no UTF-8 is the other. Lines end as in a text box: the
 * server takes no other control characters.
 */
export function decodedTable(bytes: ArrayBuffer): string {
  return decoded(bytes).replace(/\r\n?/g, '\n');
}

function decoded(bytes: ArrayBuffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('shift_jis').decode(bytes);
  }
}
