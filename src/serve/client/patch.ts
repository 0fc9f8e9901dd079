import {Idiomorph} from '/@docprism/vendor/idiomorph.js'

declare global {
  interface Window {
    /** Elements that came from the server; the HTML of those that are compared as a whole. Filled before any other script runs. */
    docprismServed?: WeakMap<Node, string>
  }
}

/** What scripts of the theme take apart: it is made anew where it changes, and not patched. */
const takenApart = '.highlight, .mermaid, .arithmatex, .annotations, :has(> .annotation), figure, table'

/** Dispatched on the document after a patch, for scripts that add to what is in the page. */
const updateEvent = 'docprism:update'

/**
 * Puts a page in the place of the one that is shown. Scroll position, focus, form state, open boxes and chosen tabs stay, and so does
 * what scripts have made of elements that did not change.
 */
export function patchPage(html: string): void {
  const next = new DOMParser().parseFromString(html, 'text/html')
  const {lang, dir} = next.documentElement
  Object.assign(document.documentElement, {lang, dir})
  document.title = next.title
  patchHead(next.head)
  const scroll = holdScroll()
  const restore = holdStates()
  void Idiomorph.morph(document.body, next.body, {
    morphStyle: 'outerHTML',
    ignoreActiveValue: true,
    restoreFocus: true,
    callbacks: {
      beforeAttributeUpdated: (name, element) => !isState(name, element),
      beforeNodeMorphed: (live, fresh) => !isLeftAlone(live, fresh),
      beforeNodeRemoved: (node) => !isAdded(node),
      afterNodeMorphed: noteServed,
      afterNodeAdded: (node) => {
        noteServed(node, node)
      },
    },
  })
  restore()
  scroll()
  document.dispatchEvent(new CustomEvent(updateEvent))
}

/** Leaves an element alone that the server sends as before, and makes one anew that scripts have taken apart. */
function isLeftAlone(live: Node, fresh: Node): boolean {
  if (!(live instanceof Element && fresh instanceof Element)) return false
  const before = window.docprismServed?.get(live)
  if (before === fresh.outerHTML) return true
  if (!live.matches(takenApart) || live.localName !== fresh.localName) return false
  for (const {name} of live.attributes) if (!fresh.hasAttribute(name)) live.removeAttribute(name)
  for (const {name, value} of fresh.attributes) live.setAttribute(name, value)
  noteServed(live, fresh)
  live.replaceChildren(...document.importNode(fresh, true).childNodes)
  for (const element of live.querySelectorAll('*')) window.docprismServed?.set(element, '')
  return true
}

/** Whether scripts have added a node, and nothing of the server is in it. */
function isAdded(node: Node): boolean {
  const served = window.docprismServed
  if (!(node instanceof Element) || !served || served.has(node)) return false
  return ![...node.querySelectorAll('*')].some((inner) => served.has(inner))
}

/** Notes that an element is as the server has sent it. */
function noteServed(live: Node, fresh: Node): void {
  if (!(live instanceof Element && fresh instanceof Element)) return
  window.docprismServed?.set(live, fresh.outerHTML)
  if (live === fresh)
    for (const element of live.querySelectorAll('*')) window.docprismServed?.set(element, element.outerHTML)
}

/** Whether an attribute says what the reader did, and not what the page is. */
function isState(name: string, element: Element): boolean {
  if (name === 'open') return element instanceof HTMLDetailsElement || element instanceof HTMLDialogElement
  if (name === 'checked' || name === 'value') return element instanceof HTMLInputElement
  // Buttons that only work with scripts are shown by these.
  if (name === 'hidden') return element instanceof HTMLButtonElement
  return false
}

/** Adds the style sheets that the page did not need before, and takes over what is said about it. */
function patchHead(next: HTMLHeadElement): void {
  const about = 'meta[name]:not([name=viewport]), meta[property], link[rel=canonical], link[rel=alternate]'
  for (const old of document.head.querySelectorAll(about)) old.remove()
  document.head.append(...next.querySelectorAll(about))
  const present = new Set([...document.querySelectorAll<HTMLLinkElement>('link[rel=stylesheet]')].map(sheetPath))
  for (const sheet of next.querySelectorAll<HTMLLinkElement>('link[rel=stylesheet]')) {
    if (!present.has(sheetPath(sheet))) document.head.append(document.adoptNode(sheet))
  }
}

function sheetPath(link: HTMLLinkElement): string {
  return new URL(link.getAttribute('href') ?? '', location.href).pathname
}

/** Keeps what is at the top of the window where it is. */
function holdScroll(): () => void {
  const blocks = [...document.querySelectorAll('article > *, article li, article tr')]
  const seen = blocks.filter((block) => block.getBoundingClientRect().bottom > 0).slice(0, 20)
  const tops = seen.map((block) => [block, block.getBoundingClientRect().top] as const)
  return () => {
    const kept = tops.find(([block]) => block.isConnected)
    if (!kept) return
    const moved = kept[0].getBoundingClientRect().top - kept[1]
    if (moved !== 0) window.scrollBy({top: moved, behavior: 'instant'})
  }
}

/** Remembers which boxes are open and which tabs are chosen, also where their elements are made anew. */
function holdStates(): () => void {
  const boxes = (): [string, HTMLDetailsElement][] => named([...document.querySelectorAll('details')], boxName)
  const choices = (): [string, HTMLInputElement][] =>
    named([...document.querySelectorAll<HTMLInputElement>('input[type=radio], input[type=checkbox]')], choiceName)
  const open = new Map(boxes().map(([name, box]) => [name, {box, value: box.open}]))
  const chosen = new Map(choices().map(([name, input]) => [name, {input, value: input.checked}]))
  return () => {
    for (const [name, box] of boxes()) {
      const before = open.get(name)
      if (before && before.box !== box) box.open = before.value
    }
    for (const [name, input] of choices()) {
      const before = chosen.get(name)
      if (before && before.input !== input) input.checked = before.value
    }
  }
}

/** Elements by name; those of the same name are numbered. */
function named<Kind extends Element>(elements: readonly Kind[], nameOf: (element: Kind) => string): [string, Kind][] {
  const counts = new Map<string, number>()
  return elements.map((element) => {
    const name = nameOf(element)
    const count = (counts.get(name) ?? 0) + 1
    counts.set(name, count)
    return [`${name} ${count}`, element]
  })
}

function boxName(box: HTMLDetailsElement): string {
  return box.id || (box.querySelector(':scope > summary')?.textContent.trim() ?? '')
}

function choiceName({id, name, labels}: HTMLInputElement): string {
  return `${name} ${labels?.[0]?.textContent.trim() ?? id}`
}
