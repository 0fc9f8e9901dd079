/**
 * Locale in the form of Open Graph, language and territory: `zh_CN` for `zh`, `en_US` for `en`, `pt_BR` for `pt-BR`.
 *
 * A tag without a region gets the most likely one; a tag that is no BCP 47 tag is kept.
 */
export function openGraphLocale(tag: string): string {
  try {
    const {language, region} = new Intl.Locale(tag).maximize()
    return region === undefined ? language : `${language}_${region}`
  } catch {
    return tag.replaceAll('-', '_')
  }
}
