/** Text for an HTML element or a quoted attribute. */
export function escapeHtml(text: string): string {
  return text.includes('"') ? escapeCode(text).replaceAll('"', '&quot;') : escapeCode(text)
}

/** Text for an HTML element. */
export function escapeCode(text: string): string {
  // Most pieces of code have none of them.
  if (!/[&<>]/.test(text)) return text
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

/** Attributes in the order given, each with a blank before it; those with `undefined` are left out. */
export function attributesHtml(attributes: readonly (readonly [name: string, value: string | undefined])[]): string {
  let html = ''
  for (const [name, value] of attributes) if (value !== undefined) html += ` ${name}="${escapeHtml(value)}"`
  return html
}
