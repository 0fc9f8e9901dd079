import {markdownLineEnding, markdownSpace} from 'micromark-util-character'
import {codes} from 'micromark-util-symbol'
import type {Code, Extension, State, Tokenizer} from 'micromark-util-types'

declare module 'micromark-util-types' {
  interface TokenTypeMap {
    abbreviationDefinition: 'abbreviationDefinition'
    abbreviationLabel: 'abbreviationLabel'
    abbreviationTitle: 'abbreviationTitle'
    abbreviationMarker: 'abbreviationMarker'
  }
}

/**
 * micromark extension for lines `*[label]: title`, which need no blank lines around them.
 *
 * The label ends at the first `]` before a colon, and holds no backslash; neither part is empty. The title may stand on
 * the next line instead.
 */
export function abbreviationSyntax(): Extension {
  return {flow: {[codes.asterisk]: {name: 'abbreviationDefinition', tokenize}}}
}

const tokenize: Tokenizer = function (effects, ok, nok) {
  let labelled = false
  let onNextLine = false
  return start

  function start(code: Code): State {
    effects.enter('abbreviationDefinition')
    effects.enter('abbreviationMarker')
    effects.consume(code)
    return open
  }

  function open(code: Code): State | undefined {
    if (code !== codes.leftSquareBracket) return nok(code)
    effects.consume(code)
    effects.exit('abbreviationMarker')
    return labelStart
  }

  function labelStart(code: Code): State | undefined {
    if (code === codes.rightSquareBracket) return nok(code)
    effects.enter('abbreviationLabel')
    return label(code)
  }

  function label(code: Code): State | undefined {
    if (code === codes.eof || markdownLineEnding(code) || code === codes.backslash) return nok(code)
    if (code === codes.rightSquareBracket)
      return effects.check({tokenize: tokenizeEnd, partial: true}, end, inside)(code)
    return inside(code)
  }

  function inside(code: Code): State {
    labelled ||= !markdownSpace(code)
    effects.consume(code)
    return label
  }

  function end(code: Code): State | undefined {
    if (!labelled) return nok(code)
    effects.exit('abbreviationLabel')
    effects.enter('abbreviationMarker')
    return marker(code)
  }

  function marker(code: Code): State {
    effects.consume(code)
    if (code !== codes.colon) return marker
    effects.exit('abbreviationMarker')
    return titleStart
  }

  function titleStart(code: Code): State | undefined {
    if (code === codes.eof || (onNextLine && markdownLineEnding(code))) return nok(code)
    if (markdownLineEnding(code)) {
      onNextLine = true
      return effects.attempt({tokenize: tokenizeLineEnding, partial: true}, titleStart, nok)(code)
    }
    if (markdownSpace(code)) {
      effects.enter('abbreviationMarker')
      effects.consume(code)
      effects.exit('abbreviationMarker')
      return titleStart
    }
    effects.enter('abbreviationTitle')
    return title(code)
  }

  function title(code: Code): State | undefined {
    if (code !== codes.eof && !markdownLineEnding(code)) {
      effects.consume(code)
      return title
    }
    effects.exit('abbreviationTitle')
    effects.exit('abbreviationDefinition')
    return ok(code)
  }
}

/** `]:` or `] :`, which ends a label. */
const tokenizeEnd: Tokenizer = function (effects, ok, nok) {
  return start

  function start(code: Code): State {
    effects.enter('abbreviationMarker')
    effects.consume(code)
    return bracket
  }

  function bracket(code: Code): State | undefined {
    if (code !== codes.space) return colon(code)
    effects.consume(code)
    return colon
  }

  function colon(code: Code): State | undefined {
    if (code !== codes.colon) return nok(code)
    effects.consume(code)
    effects.exit('abbreviationMarker')
    return ok
  }
}

/** A line ending whose next line belongs to the same container. */
const tokenizeLineEnding: Tokenizer = function (effects, ok, nok) {
  const lineStart: State = (code) => (this.parser.lazy[this.now().line] ? nok(code) : ok(code))
  return (code) => {
    effects.enter('lineEnding')
    effects.consume(code)
    effects.exit('lineEnding')
    return lineStart
  }
}
