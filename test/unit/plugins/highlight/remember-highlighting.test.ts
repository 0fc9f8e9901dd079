import {describe, expect, it} from 'vitest'
import {highlightLines, plainLines} from '../../../../plugins/highlight/highlight-lines.ts'
import {rememberHighlighting} from '../../../../plugins/highlight/remember-highlighting.ts'

/** A highlighter with a limit, and the codes that it had to write. */
const makeHighlighter = (limit: number) => {
  const written: string[] = []
  const highlight = rememberHighlighting((code, language, options) => {
    written.push(code)
    return highlightLines(code, language, options)
  }, limit)
  return {highlight, written}
}

describe('a highlighter that remembers', () => {
  it('writes the same code once', () => {
    const {highlight, written} = makeHighlighter(1000)
    const first = highlight('let a = 1', 'js')
    expect(first).toBe(highlightLines('let a = 1', 'js'))
    expect(highlight('let a = 1', 'js')).toBe(first)
    expect(written).toEqual(['let a = 1'])
  })

  it('tells languages and options apart', () => {
    const {highlight} = makeHighlighter(1000)
    for (const language of ['js', 'text']) {
      for (const options of [plainLines, {...plainLines, start: 2, anchorPrefix: 'a'}, undefined])
        expect(highlight('let a', language, options)).toBe(highlightLines('let a', language, options))
    }
  })

  it('forgets what nobody asked for in a while', () => {
    const {highlight, written} = makeHighlighter(1)
    for (const code of ['a', 'b', 'a', 'c', 'a', 'b']) highlight(code, 'text')
    expect(written).toEqual(['a', 'b', 'c', 'b'])
  })
})
