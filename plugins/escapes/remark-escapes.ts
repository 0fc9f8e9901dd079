import type {Extension as FromMarkdownExtension} from 'mdast-util-from-markdown'
import {markdownLineEnding} from 'micromark-util-character'
import {codes} from 'micromark-util-symbol'
import type {Code, Construct, Extension, State, Tokenizer} from 'micromark-util-types'
import type {} from 'remark-parse'
import type {Processor} from 'unified'

declare module 'micromark-util-types' {
  interface TokenTypeMap {
    /** A space that a backslash makes one that does not break. */
    escapedBlank: 'escapedBlank'
    /** A backslash at the end of a line, which shows nothing. */
    escapedLineEnd: 'escapedLineEnd'
  }
}

/** Options, named as those of `pymdownx.escapeall`. Both default to false. */
export interface EscapeOptions {
  /** A backslash at the end of a line breaks it, as in CommonMark; otherwise it shows nothing. */
  readonly hardbreak?: boolean | undefined
  /** A backslash before a space makes it one that does not break. */
  readonly nbsp?: boolean | undefined
}

/**
 * Lets a backslash escape any character, not only punctuation (pymdownx.escapeall 11). Use it after the plugin for `~`
 * and `^`, which has a meaning of its own for an escaped space.
 */
export default function remarkEscapes(this: Processor, options: EscapeOptions = {}): void {
  const data = this.data()
  const syntax = (data.micromarkExtensions ??= [])
  const nodes = (data.fromMarkdownExtensions ??= [])
  syntax.push(escapeSyntax(options))
  nodes.push(escapeFromMarkdown())
}

function escapeSyntax(options: EscapeOptions): Extension {
  const escape: Construct = {name: 'escapeAll', tokenize: tokenizeEscape(options)}
  return {text: {[codes.backslash]: escape}, string: {[codes.backslash]: escape}}
}

function tokenizeEscape({hardbreak = false, nbsp = false}: EscapeOptions): Tokenizer {
  return (effects, ok, nok) => {
    const lineEnd: Construct = {tokenize: tokenizeLineEnd, partial: true}
    return effects.attempt(lineEnd, ok, start)

    function start(code: Code): State {
      effects.enter('characterEscape')
      effects.enter('escapeMarker')
      effects.consume(code)
      effects.exit('escapeMarker')
      return escaped
    }

    function escaped(code: Code): State | undefined {
      // White space that is not a space, and ends, have no character of their own in micromark.
      if (code === null || code < 0) return nok(code)
      const type = nbsp && code === codes.space ? 'escapedBlank' : 'characterEscapeValue'
      effects.enter(type)
      effects.consume(code)
      effects.exit(type)
      effects.exit('characterEscape')
      return ok
    }
  }

  function tokenizeLineEnd(...[effects, ok, nok]: Parameters<Tokenizer>): State {
    return (code) => {
      effects.enter('escapedLineEnd')
      effects.consume(code)
      effects.exit('escapedLineEnd')
      return (next) => (!hardbreak && markdownLineEnding(next) ? ok(next) : nok(next))
    }
  }
}

function escapeFromMarkdown(): FromMarkdownExtension {
  return {
    exit: {
      escapedBlank(token) {
        // As for other escaped characters, the text is on the stack since the escape was entered.
        const text = this.stack.pop()
        if (text?.type !== 'text') throw new TypeError('an escape is part of a text')
        text.value += '\u00A0'
        const {line, column, offset} = token.end
        if (text.position) text.position.end = {line, column, offset}
      },
    },
  }
}
