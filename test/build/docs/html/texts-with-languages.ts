/** Tags without an end tag. */
const empty = ['br', 'col', 'hr', 'img', 'input', 'link', 'meta', 'wbr'];

/** The texts of a page, each with the values of the nearest `lang` around each of its occurrences. */
export function textsWithLanguages(html: string): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>();
  const open: string[] = [];
  const body = html.replaceAll(/<(script|style)\b[\s\S]*?<\/\1>|<!DOCTYPE html>/g, '');
  for (const [, end, tag = '', attributes = '', text = ''] of body.matchAll(/<(\/?)([a-z]\w*)([^>]*)>|([^<]+)/g)) {
    if (end === '/') open.pop();
    else if (tag !== '' && !empty.includes(tag)) open.push(/ lang="([^"]*)"/.exec(attributes)?.[1] ?? open.at(-1) ?? '');
    else if (text.trim() !== '') found.set(text.trim(), (found.get(text.trim()) ?? new Set()).add(open.at(-1) ?? ''));
  }
  return found;
}
