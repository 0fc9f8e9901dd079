import {createBar} from './bar.ts'
import {connect} from './connection.ts'
import {patchPage} from './patch.ts'
import type {ServerMessage} from '../messages.ts'

/** Where the place in the page is kept while another edition is loaded. */
const placeKey = 'docprism-place'

const script = document.querySelector<HTMLScriptElement>('script[src="/@docprism/client.js"]')
const state = {version: script?.dataset['version'] ?? ''}
const isFramed = window.parent !== window
const bar = isFramed ? undefined : createBar({go})

restorePlace()
connect(() => ({type: 'view', path: location.pathname, version: state.version}), {
  onMessage: receive,
  onState: (isOpen) => bar?.setConnected(isOpen),
})

function receive(message: ServerMessage): void {
  switch (message.type) {
    case 'page':
      bar?.setBroken([])
      patchPage(message.html)
      state.version = message.version
      break
    case 'broken':
      bar?.setBroken(message.findings)
      break
    case 'info':
      bar?.setInfo(message.info)
      break
    case 'styles':
      loadStyles(message.paths)
      break
    case 'files':
      loadFiles(message.paths)
      break
    case 'reload':
      location.reload()
      break
    case 'go':
      if (!isFramed) go(message.href)
  }
}

/** Opens the page of another edition at the same place. */
function go(href: string): void {
  const headings = [...document.querySelectorAll('article :is(h1, h2, h3, h4, h5, h6)')]
  const above = headings.filter((heading) => heading.getBoundingClientRect().top < innerHeight / 3).length
  const share = scrollY / Math.max(1, document.documentElement.scrollHeight - innerHeight)
  sessionStorage.setItem(placeKey, JSON.stringify({href, heading: above - 1, count: headings.length, share}))
  location.assign(href)
}

function restorePlace(): void {
  const kept = sessionStorage.getItem(placeKey)
  sessionStorage.removeItem(placeKey)
  if (kept === null) return
  const {href, heading, count, share} = JSON.parse(kept) as Record<'href', string> & Record<string, number>
  if (href !== location.pathname) return
  const headings = document.querySelectorAll('article :is(h1, h2, h3, h4, h5, h6)')
  const same = headings.length === count && share !== undefined && share > 0 ? headings[heading ?? -1] : undefined
  if (same) same.scrollIntoView({behavior: 'instant'})
  else {
    const height = document.documentElement.scrollHeight - innerHeight
    window.scrollTo({top: height * (share ?? 0), behavior: 'instant'})
  }
}

/** Puts new versions of style sheets in the place of the old ones, each once it is there. */
function loadStyles(paths: readonly string[]): void {
  for (const link of document.querySelectorAll<HTMLLinkElement>('link[rel=stylesheet]')) {
    const url = new URL(link.href)
    if (!paths.includes(url.pathname)) continue
    const fresh = link.cloneNode() as HTMLLinkElement
    fresh.href = `${url.pathname}?${Date.now()}`
    fresh.addEventListener('load', () => {
      link.remove()
    })
    link.after(fresh)
  }
}

/** Loads images and other embedded files again. */
function loadFiles(paths: readonly string[]): void {
  for (const element of document.querySelectorAll<HTMLImageElement>('img[src], source[src], video[src]')) {
    const url = new URL(element.src, location.href)
    if (paths.includes(url.pathname)) element.src = `${url.pathname}?${Date.now()}`
  }
}
