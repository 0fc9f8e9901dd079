import type {PageInfo, ServerMessage} from '../messages.ts'
import {connect} from './connection.ts'
import {differingWords, findDifferences} from './differences.ts'
import type {Difference} from './differences.ts'
import {element} from './element.ts'
import {wordsFor} from './words.ts'

const sides = ['left', 'right'] as const
type Side = (typeof sides)[number]

const words = wordsFor(navigator.language)
const frames = {left: frame('left-page'), right: frame('right-page')}
const choices = {left: select('left'), right: select('right')}
const count = document.querySelector('#count')
const query = new URLSearchParams(location.search)
const state: {differences: readonly Difference[]; at: number; leader?: Side} = {differences: [], at: -1}

const styles = `
.dp-differs { outline: 2px solid #d97706; outline-offset: 3px; border-radius: 3px; background: rgb(217 119 6 / .08) }
.dp-differs-now { outline-width: 3px; background: rgb(217 119 6 / .2) }
::highlight(dp-words) { background: rgb(217 119 6 / .45); color: inherit }
`

for (const side of sides) {
  const path = query.get(side) ?? '/'
  frames[side].title = path
  frames[side].addEventListener('load', () => {
    prepare(side)
  })
  // Only pages of this server are shown.
  frames[side].src = new URL(path, location.origin).origin === location.origin && path.startsWith('/') ? path : '/'
  choices[side].addEventListener('change', () => {
    query.set(side, choices[side].value)
    history.replaceState(undefined, '', `?${query.toString()}`)
    frames[side].src = choices[side].value
  })
}
document.documentElement.lang = navigator.language
button('previous', words.previous, -1)
button('next', words.next, 1)

connect(() => ({type: 'view', path: query.get('left') ?? '/', version: ''}), {
  onMessage: (message: ServerMessage) => {
    if (message.type === 'info') drawChoices(message.info)
  },
  onState: () => undefined,
})

function drawChoices({editions}: PageInfo): void {
  for (const side of sides) {
    const here = frames[side].contentWindow?.location.pathname ?? query.get(side)
    choices[side].replaceChildren(
      ...editions.map(({brand, language, href}) => element('option', {value: href}, `${brand} · ${language}`)),
    )
    choices[side].value = here ?? ''
  }
}

/** Sets up a page that was loaded: its differences, and its scrolling together with the other one. */
function prepare(side: Side): void {
  const {contentDocument, contentWindow} = frames[side]
  if (!contentDocument || !contentWindow) return
  const sheet = new (contentWindow as Window & typeof globalThis).CSSStyleSheet()
  sheet.replaceSync(styles)
  contentDocument.adoptedStyleSheets = [...contentDocument.adoptedStyleSheets, sheet]
  contentDocument.addEventListener('docprism:update', compare)
  for (const event of ['pointerenter', 'wheel', 'touchstart', 'keydown'] as const) {
    contentDocument.addEventListener(event, () => (state.leader = side), {capture: true, passive: true})
  }
  contentDocument.addEventListener('scroll', () => {
    if (state.leader === side) follow(side)
  })
  compare()
}

function compare(): void {
  const documents = {left: frames.left.contentDocument, right: frames.right.contentDocument}
  if (!documents.left?.querySelector('article') || !documents.right?.querySelector('article')) return
  for (const side of sides) {
    for (const old of documents[side]?.querySelectorAll('.dp-differs') ?? [])
      old.classList.remove('dp-differs', 'dp-differs-now')
  }
  state.differences = findDifferences(documents.left, documents.right)
  state.at = -1
  const ranges: Record<Side, Range[]> = {left: [], right: []}
  for (const difference of state.differences) {
    for (const side of sides) for (const block of difference[side]) block.classList.add('dp-differs')
    for (const [index, left] of difference.left.entries()) {
      const right = difference.right[index]
      if (right?.localName !== left.localName) continue
      const differing = differingWords(left, right)
      ranges.left.push(...differing.left)
      ranges.right.push(...differing.right)
    }
  }
  for (const side of sides) markWords(frames[side], ranges[side])
  if (count) count.textContent = words.differences(state.differences.length)
}

/** Marks words without touching the page. */
function markWords({contentWindow}: HTMLIFrameElement, ranges: readonly Range[]): void {
  const window = contentWindow as (Window & typeof globalThis) | null
  window?.CSS.highlights.set('dp-words', new window.Highlight(...ranges))
}

/** Brings the other page to the heading that this one has come to, and as far below it. */
function follow(leader: Side): void {
  const follower = leader === 'left' ? 'right' : 'left'
  const from = frames[leader].contentDocument
  const to = frames[follower].contentDocument
  if (!from || !to) return
  const [marks, others] = [marksOf(from), marksOf(to)]
  const last = Math.min(marks.length, others.length) - 1
  let index = 0
  while (index < last && (marks[index + 1] ?? 0) <= 1) index++
  const share = portion(marks[index] ?? 0, marks[index + 1] ?? 0)
  const [start = 0, end = 0] = others.slice(index)
  frames[follower].contentWindow?.scrollBy({top: start + share * (end - start), behavior: 'instant'})
}

/** Where the parts of a page begin, in pixels from the top of its window; the ends of the page are the first and the last. */
function marksOf(document: Document): readonly number[] {
  const {scrollHeight, clientHeight} = document.documentElement
  const top = -(document.defaultView?.scrollY ?? 0)
  const headings = [...document.querySelectorAll('article :is(h1, h2, h3)')].map(
    (one) => one.getBoundingClientRect().top,
  )
  const inside = headings.filter((mark) => mark - top < scrollHeight - clientHeight)
  return [top, ...inside, top + scrollHeight - clientHeight]
}

function portion(start: number, end: number): number {
  return end - start > 1 ? Math.min(1, Math.max(0, -start / (end - start))) : 0
}

function goTo(step: number): void {
  const {length} = state.differences
  if (length === 0) return
  state.at = (Math.max(state.at, step > 0 ? -1 : 0) + step + length) % length
  const difference = state.differences[state.at]
  for (const side of sides) {
    for (const old of frames[side].contentDocument?.querySelectorAll('.dp-differs-now') ?? [])
      old.classList.remove('dp-differs-now')
    for (const block of difference?.[side] ?? []) block.classList.add('dp-differs-now')
  }
  const leader: Side = difference?.left.length ? 'left' : 'right'
  state.leader = leader
  difference?.[leader][0]?.scrollIntoView({block: 'center', behavior: 'instant'})
  follow(leader)
}

function button(id: string, label: string, step: number): void {
  const found = document.querySelector(`#${id}`)
  found?.setAttribute('aria-label', label)
  found?.setAttribute('title', label)
  found?.addEventListener('click', () => {
    goTo(step)
  })
}

function frame(id: string): HTMLIFrameElement {
  const found = document.querySelector<HTMLIFrameElement>(`#${id}`)
  if (!found) throw new TypeError(`the page has no frame ${id}`)
  return found
}

function select(id: string): HTMLSelectElement {
  const found = document.querySelector<HTMLSelectElement>(`#${id}`)
  if (!found) throw new TypeError(`the page has no choice ${id}`)
  return found
}
