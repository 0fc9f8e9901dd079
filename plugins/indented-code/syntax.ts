import type {Code, Construct, Extension, State, TokenizeContext, Tokenizer} from 'micromark-util-types'

/** A flow tokenizer of micromark 4, with the field by which a block says that a container after it interrupts nothing. */
interface FlowContext extends TokenizeContext {
  _gfmTableDynamicInterruptHack?: boolean
}

/** Says whether what starts here may be interrupted, and leaves the text to the constructs that follow. */
function note(interrupts: boolean): Construct {
  function tokenize(this: FlowContext, ...[, , nok]: Parameters<Tokenizer>): State {
    return (code: Code) => {
      this._gfmTableDynamicInterruptHack = interrupts
      return nok(code)
    }
  }
  return {tokenize}
}

const indented = note(true)
const others = note(false)

/**
 * Lets any list follow indented code. A list that interrupts a paragraph has to start with 1 and to have text; micromark
 * 4.0 takes indented code with blank lines after it for such a paragraph, so that `2. b` below it would stay text. Goes last among the extensions, for it has to see each block
 * before the constructs that read it.
 *
 * Works around https://github.com/micromark/micromark/pull/228.
 */
export function listAfterIndentedCode(): Extension {
  return {
    // Tab, virtual space and space: what can start indented code.
    flowInitial: {[-2]: indented, [-1]: indented, 32: indented},
    flow: {null: others},
  }
}
