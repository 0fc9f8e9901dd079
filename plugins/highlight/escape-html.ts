/** Text for an HTML element or a quoted attribute. */
export function escapeHtml(text: string): string {
  return escapeCode(text).replaceAll('"', '&quot;')
}

/** Text for an HTML element. */
export function escapeCode(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

/** Attributes in the order given, each with a blank before it; those with `undefined` are left out. */
export function attributesHtml(attributes: readonly (readonly [name: string, value: string | undefined])[]): string {
  return attributes.map(([name, value]) => (value === undefined ? '' : ` ${name}="${escapeHtml(value)}"`)).join('')
}
