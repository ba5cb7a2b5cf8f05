/** A sentence with its `{name}`s filled; one that is not given stays as it is. */
export function fillSentence(
  sentence: string,
  params: Readonly<Record<string, string | number | undefined>>,
): string {
  // `{{ }}` is the placeholder of templates, which some sentences speak about.
  return sentence.replace(/\{\{[^}]*\}\}|\{(\w+)\}/g, (whole, name?: string) =>
    String((name === undefined ? undefined : params[name]) ?? whole),
  );
}
