import {gfmFootnote} from 'micromark-extension-gfm-footnote'
import {codes} from 'micromark-util-symbol'
import type {Code, Construct, Effects, Extension, State, TokenizeContext, Tokenizer} from 'micromark-util-types'

/** Longest label, in UTF-16 units. */
const longestLabel = 999

/**
 * micromark extension for `[^label]` and `[^label]: note`: that of GFM, with labels as Python-Markdown 3.10 has them,
 * which may hold blanks. The tokens are those of GFM.
 */
export function footnoteSyntax(): Extension {
  const base = gfmFootnote()
  const bracket = codes.leftSquareBracket
  return {
    ...base,
    document: {[bracket]: {...constructOf(base.document), tokenize: tokenizeDefinition}},
    text: {...base.text, [bracket]: {...constructOf(base.text), tokenize: tokenizeCall}},
  }
}

function constructOf(constructs: Extension['text']): Partial<Construct> {
  const found = constructs?.[codes.leftSquareBracket]
  return Array.isArray(found) ? {} : (found ?? {})
}

const tokenizeCall: Tokenizer = function (effects, ok, nok) {
  const defined = (this.parser.gfmFootnotes ??= [])
  const readLabel = labelReader({context: this, effects, tokens: callTokens, nok})
  return (code) => {
    effects.enter('gfmFootnoteCall')
    return readLabel(code, (identifier) => (next) => {
      if (!defined.includes(identifier)) return nok(next)
      effects.exit('gfmFootnoteCall')
      return ok(next)
    })
  }
}

const tokenizeDefinition: Tokenizer = function (effects, ok, nok) {
  const defined = (this.parser.gfmFootnotes ??= [])
  const readLabel = labelReader({context: this, effects, tokens: definitionTokens, nok})
  return (code) => {
    effects.enter('gfmFootnoteDefinition')._container = true
    effects.enter('gfmFootnoteDefinitionLabel')
    return readLabel(code, (identifier) => (next) => {
      effects.exit('gfmFootnoteDefinitionLabel')
      if (next !== codes.colon) return nok(next)
      effects.enter('definitionMarker')
      effects.consume(next)
      effects.exit('definitionMarker')
      if (!defined.includes(identifier)) defined.push(identifier)
      return space
    })
  }

  function space(code: Code): State | undefined {
    if (!isSpace(code)) return ok(code)
    effects.enter('gfmFootnoteDefinitionWhitespace')
    return moreSpace(code)
  }

  function moreSpace(code: Code): State | undefined {
    if (isSpace(code)) {
      effects.consume(code)
      return moreSpace
    }
    effects.exit('gfmFootnoteDefinitionWhitespace')
    return ok(code)
  }
}

/** Names of the tokens in a label. */
interface LabelTokens {
  readonly bracket: 'gfmFootnoteCallLabelMarker' | 'gfmFootnoteDefinitionLabelMarker'
  readonly caret: 'gfmFootnoteCallMarker' | 'gfmFootnoteDefinitionMarker'
  readonly text: 'gfmFootnoteCallString' | 'gfmFootnoteDefinitionLabelString'
}

const callTokens: LabelTokens = {
  bracket: 'gfmFootnoteCallLabelMarker',
  caret: 'gfmFootnoteCallMarker',
  text: 'gfmFootnoteCallString',
}
const definitionTokens: LabelTokens = {
  bracket: 'gfmFootnoteDefinitionLabelMarker',
  caret: 'gfmFootnoteDefinitionMarker',
  text: 'gfmFootnoteDefinitionLabelString',
}

/** Reads `[^label]`, on one line, and goes on with the state made for its identifier. */
function labelReader(reader: {
  readonly context: TokenizeContext
  readonly effects: Effects
  readonly tokens: LabelTokens
  readonly nok: State
}): (code: Code, after: (identifier: string) => State) => State | undefined {
  const {context, effects, tokens, nok} = reader
  let size = 0
  let visible = false
  let goOn: (identifier: string) => State = () => nok
  return (code, after) => {
    goOn = after
    mark(code, tokens.bracket)
    return caret
  }

  function caret(code: Code): State | undefined {
    if (code !== codes.caret) return nok(code)
    mark(code, tokens.caret)
    effects.enter(tokens.text)
    effects.enter('chunkString').contentType = 'string'
    return inside
  }

  function inside(code: Code): State | undefined {
    if (code === codes.rightSquareBracket && visible) {
      effects.exit('chunkString')
      const identifier = normaliseLabel(context.sliceSerialize(effects.exit(tokens.text)))
      mark(code, tokens.bracket)
      return goOn(identifier)
    }
    const ends = code === codes.leftSquareBracket || code === codes.rightSquareBracket
    if (size > longestLabel || ends || code === null || (code < 0 && !isSpace(code))) return nok(code)
    visible ||= !isSpace(code)
    size++
    effects.consume(code)
    return code === codes.backslash ? escaped : inside
  }

  function escaped(code: Code): State | undefined {
    if (code !== codes.leftSquareBracket && code !== codes.backslash && code !== codes.rightSquareBracket)
      return inside(code)
    effects.consume(code)
    size++
    return inside
  }

  function mark(code: Code, type: LabelTokens['bracket'] | LabelTokens['caret']): void {
    effects.enter(type)
    effects.consume(code)
    effects.exit(type)
  }
}

function isSpace(code: Code): boolean {
  return code === codes.space || code === codes.horizontalTab || code === codes.virtualSpace
}

/** Labels without their differences in case and blanks, as `micromark-util-normalize-identifier` has them. */
function normaliseLabel(label: string): string {
  return label
    .replace(/[\t\n\r ]+/g, ' ')
    .trim()
    .toLowerCase()
    .toUpperCase()
}
