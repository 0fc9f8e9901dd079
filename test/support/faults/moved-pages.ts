import path from 'node:path'

/** Links and images in the usual form: what stands before the path, the path, what follows it. */
const destination = /(\]\(<?)([^()<>\s"#?]+\.(?:md|png|jpe?g|svg|gif|webp))((?:[?#][^()<>\s"]*)?>?(?:\s+"[^"]*")?\))/g

/** Path from the content folder that a destination of a page names. */
function namedPath(page: string, target: string): string {
  return path.posix.normalize(path.posix.join(path.posix.dirname(page), decodeURI(target)))
}

/** Text of a page in which links to a page lead to where it has moved. */
export function followMove(page: string, text: string, move: {readonly from: string; readonly to: string}): string {
  return text.replaceAll(destination, (whole: string, ...[before = '', target = '', after = '']: readonly string[]) => {
    if (/^[a-z]+:|^\//i.test(target) || namedPath(page, target) !== move.from) return whole
    return before + relative(page, move.to) + after
  })
}

/** Text of a page that moves: its links lead where they led before. */
export function moveLinks(text: string, move: {readonly from: string; readonly to: string}): string {
  return text.replaceAll(destination, (whole: string, ...[before = '', target = '', after = '']: readonly string[]) => {
    if (/^[a-z]+:|^\//i.test(target)) return whole
    const named = namedPath(move.from, target)
    return before + relative(move.to, named === move.from ? move.to : named) + after
  })
}

function relative(page: string, target: string): string {
  return encodeURI(path.posix.relative(path.posix.dirname(page), target))
}
