import type {PageInfo, ShownEdition, ShownFinding} from '../messages.ts'
import {barStyles} from './bar-styles.ts'
import {element} from './element.ts'
import {wordsFor} from './words.ts'

/** The bar over a page. */
export interface Bar {
  setInfo(info: PageInfo): void
  /** Shows why the page could not be made; nothing, when it could. */
  setBroken(findings: readonly ShownFinding[]): void
  setConnected(isOpen: boolean): void
}

/** Remembers that the bar is hidden. */
const hiddenKey = 'docprism-bar-hidden'

/** Adds the bar to the document, outside of its body, and out of reach of its styles. */
export function createBar({go}: {readonly go: (href: string) => void}): Bar {
  const words = wordsFor(document.documentElement.lang)
  const host = document.createElement('docprism-bar')
  const root = host.attachShadow({mode: 'open'})
  const styles = new CSSStyleSheet()
  styles.replaceSync(barStyles)
  root.adoptedStyleSheets = [styles]

  const status = element('button', {class: 'status', type: 'button', 'aria-expanded': 'false'})
  const brands = element('select', {'aria-label': words.editions})
  const compare = element('a', {class: 'action', target: '_blank'}, words.compare)
  const hide = element(
    'button',
    {class: 'action icon', type: 'button', 'aria-label': words.hide, title: words.hide},
    '×',
  )
  const show = element('button', {class: 'reveal', type: 'button', 'aria-label': words.show, title: words.show})
  const panel = element('div', {class: 'panel', hidden: ''})
  const notice = element('p', {class: 'notice', role: 'status', hidden: ''})
  const bar = element('div', {class: 'bar'}, status, brands, compare, hide)
  const broken = element('section', {class: 'broken', role: 'alert', hidden: ''})
  root.append(broken, panel, notice, bar, show)
  document.documentElement.append(host)

  const state: {info?: PageInfo; isOpen: boolean} = {isOpen: true}
  const setHidden = (isHidden: boolean): void => {
    host.toggleAttribute('data-hidden', isHidden)
    localStorage.setItem(hiddenKey, isHidden ? '1' : '')
  }
  hide.addEventListener('click', () => {
    setHidden(true)
  })
  show.addEventListener('click', () => {
    setHidden(false)
  })
  setHidden(localStorage.getItem(hiddenKey) === '1')
  status.addEventListener('click', () => {
    panel.hidden = !panel.hidden
    status.setAttribute('aria-expanded', String(!panel.hidden))
  })
  brands.addEventListener('change', () => {
    go(brands.value)
  })

  const drawStatus = (): void => {
    const {info} = state
    const count = info?.findings.length ?? 0
    const errors = info?.findings.some(({severity}) => severity === 'error') ?? false
    const level = !state.isOpen ? 'off' : errors ? 'error' : count > 0 ? 'warning' : 'fine'
    status.dataset['level'] = level
    const checked = info?.total !== undefined
    status.textContent = !state.isOpen ? words.disconnected : checked || count > 0 ? words.findings(count) : '…'
    const text = !state.isOpen
      ? words.disconnected
      : (info?.notice ?? (info && !info.isComplete ? words.incomplete : ''))
    notice.hidden = text === ''
    notice.textContent = text
  }
  return {
    setInfo: (info) => {
      state.info = info
      brands.replaceChildren(...info.editions.map((edition) => editionOption(edition, words.homeOnly)))
      brands.hidden = info.editions.length < 2
      const current = info.editions.find(({isCurrent}) => isCurrent)
      const other = otherEdition(info.editions, current)
      compare.hidden = !other
      if (other) {
        const query = new URLSearchParams({left: location.pathname, right: other.href})
        compare.setAttribute('href', `/@docprism/compare.html?${query.toString()}`)
      }
      const elsewhere = (info.total ?? 0) - info.findings.length
      panel.replaceChildren(
        ...(info.source === undefined ? [] : [sourceLine(info, words.source)]),
        info.findings.length === 0 ? element('p', {}, words.noFindings) : findingList(info.findings),
        ...(elsewhere > 0 ? [element('p', {class: 'more'}, words.elsewhere(elsewhere))] : []),
      )
      drawStatus()
    },
    setBroken: (findings) => {
      broken.hidden = findings.length === 0
      broken.replaceChildren(element('p', {}, words.broken), findingList(findings))
    },
    setConnected: (isOpen) => {
      state.isOpen = isOpen
      drawStatus()
    },
  }
}

function editionOption({brand, language, href, hasPage, isCurrent}: ShownEdition, homeOnly: string): HTMLElement {
  const option = element('option', {value: href}, `${brand} · ${language}${hasPage ? '' : ` (${homeOnly})`}`)
  option.selected = isCurrent
  return option
}

/** What to compare a page with: another brand in the same language, else another language. */
function otherEdition(editions: readonly ShownEdition[], current: ShownEdition | undefined): ShownEdition | undefined {
  const others = editions.filter(({isCurrent, hasPage}) => !isCurrent && hasPage)
  return others.find(({locale}) => locale === current?.locale) ?? others[0]
}

function sourceLine({source = '', editor}: PageInfo, label: string): HTMLElement {
  return element(
    'p',
    {class: 'source'},
    `${label}: `,
    editor === undefined ? source : element('a', {href: editor}, source),
  )
}

function findingList(findings: readonly ShownFinding[]): HTMLElement {
  return element('ul', {}, ...findings.map(findingItem))
}

function findingItem({severity, rule, message, file, line, column, editor}: ShownFinding): HTMLElement {
  const place = line === undefined ? file : `${file}:${line}:${column ?? 1}`
  return element(
    'li',
    {class: severity},
    editor === undefined
      ? element('span', {class: 'place'}, place)
      : element('a', {class: 'place', href: editor}, place),
    element('span', {class: 'message'}, message),
    element('code', {}, rule),
  )
}
