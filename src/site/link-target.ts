/** Destination of a link, cut at its first `#` and the first `?` before it. */
export interface TargetParts {
  readonly path: string
  /** With its `?`; empty when there is none. */
  readonly query: string
  /** With its `#`; empty when there is none. */
  readonly fragment: string
}

/** Parts of a destination on this site; put together they give it back. */
export function splitTarget(target: string): TargetParts {
  const hash = target.indexOf('#')
  const beforeHash = hash === -1 ? target : target.slice(0, hash)
  const mark = beforeHash.indexOf('?')
  return {
    path: mark === -1 ? beforeHash : beforeHash.slice(0, mark),
    query: mark === -1 ? '' : beforeHash.slice(mark),
    fragment: hash === -1 ? '' : target.slice(hash),
  }
}

/** Whether a destination is a URL with a scheme or a host: nothing on this site can be meant. */
export function isExternal(target: string): boolean {
  return /^(?:[a-z][a-z0-9+.-]*:|\/\/)/i.test(target)
}

/** Whether a destination holds a tag of another template language, `{{ … }}` or `{% … %}`. */
export function hasTemplateTag(target: string): boolean {
  return target.includes('{{') || target.includes('{%')
}

/** Whether a destination holds white space, which no URL may. */
export function hasWhiteSpace(target: string): boolean {
  return /\s/.test(target)
}

/**
 * Web address that a mistyped one was meant to be: `https ://a.example`, `https//a.example`, `https：//a.example`,
 * `://a.example` and `www.a.example` all lack a little.
 *
 * @returns `undefined` when there is nothing to mend
 */
export function mendedWebAddress(target: string): string | undefined {
  if (/^www\.[^./\s]+\.[^\s]/i.test(target)) return `https://${target}`
  const [start = '', scheme = ''] = /^(https?|ftp)\s*(?:[:：]\s*\/*|\/\/)\s*/i.exec(target) ?? []
  if (start === '') return /^:\/\/[^/\s]/.test(target) ? `https${target}` : undefined
  const mended = `${scheme.toLowerCase()}://${target.slice(start.length).trim()}`
  return start.toLowerCase() === `${scheme.toLowerCase()}://` ? undefined : mended
}

/** Whether a web address can be taken apart as a URL. Other schemes are not judged. */
export function isValidWebAddress(target: string): boolean {
  return !/^(?:https?|ftp):/i.test(target) || (!hasWhiteSpace(target) && URL.canParse(target))
}

/**
 * Destination on this site with its slips of the pen mended: white space around its parts, `\` for `/`, `x.md/#a`,
 * `##a`, `#a/#`, and the full-width `＃`, `／`, `。` and brackets of an input method.
 */
export function mendedTarget(target: string): string {
  const {path, query, fragment} = splitTarget(inHalfWidth(target.trim()))
  const slashed = path.trim().replaceAll('\\', '/')
  const withoutSlash = /\.md\/$/i.test(slashed) ? slashed.slice(0, -1) : slashed
  const anchor = trimCharacters(fragment, '#/ \t\n')
  return withoutSlash + query.trim() + (anchor === '' ? '' : `#${anchor}`)
}

/**
 * Path as it must be written in a Markdown destination: without white space, brackets and the characters that would
 * end the path.
 */
export function writtenPath(path: string): string {
  return path.replace(/[\s()<>%#?\\]/g, (character) =>
    character === '(' ? '%28' : character === ')' ? '%29' : encodeURIComponent(character),
  )
}

function inHalfWidth(target: string): string {
  const bare = target.startsWith('（') && target.endsWith('）') ? target.slice(1, -1) : target
  return bare
    .replaceAll('＃', '#')
    .replaceAll('／', '/')
    .replace(/[。．](?=md(?:[#?]|$))/gi, '.')
}

// By hand: a regular expression for the end of a text takes the square of the length of a run within it.
function trimCharacters(text: string, characters: string): string {
  let start = 0
  let end = text.length
  while (start < end && characters.includes(text.charAt(start))) start++
  while (end > start && characters.includes(text.charAt(end - 1))) end--
  return text.slice(start, end)
}
