import type {PageMessage, ServerMessage} from '../messages.ts'

/** Who is told what the server says. */
export interface ConnectionListener {
  readonly onMessage: (message: ServerMessage) => void
  readonly onState: (isOpen: boolean) => void
}

/** Milliseconds before another try to reach the server, the first and the longest. */
const firstWait = 250
const longestWait = 2000

/** Stays connected to the server for as long as the page is open. @param view  makes the message that names this page */
export function connect(view: () => PageMessage, {onMessage, onState}: ConnectionListener): void {
  const state = {wait: firstWait}
  const open = (): void => {
    const socket = new WebSocket(`ws://${location.host}/@docprism/socket`)
    socket.addEventListener('open', () => {
      state.wait = firstWait
      socket.send(JSON.stringify(view()))
      onState(true)
    })
    socket.addEventListener('message', ({data}) => {
      onMessage(JSON.parse(String(data)) as ServerMessage)
    })
    socket.addEventListener('close', () => {
      onState(false)
      setTimeout(open, state.wait)
      state.wait = Math.min(state.wait * 2, longestWait)
    })
  }
  open()
}
