const blockSize = 512
/** 1980-01-01T00:00:00Z in seconds: the earliest that every tool takes for a time. */
const fixedTime = 315_532_800

/** Blocks in front of the bytes of a file in a tar archive (POSIX.1-2001), nothing of the machine in them. */
export function tarHeader(name: string, size: number): Uint8Array {
  const fields = splitName(name)
  if (fields) return header({...fields, size, type: '0'})
  // A record of its own for names that are long or not ASCII.
  const record = paxRecord('path', name)
  const marker = header({name: 'pax', prefix: '', size: record.length, type: 'x'})
  const plain = header({name: 'file', prefix: '', size, type: '0'})
  return Buffer.concat([marker, record, tarPadding(record.length), plain])
}

/** Zeros that fill the last block of a file. */
export function tarPadding(size: number): Uint8Array {
  return new Uint8Array((blockSize - (size % blockSize)) % blockSize)
}

/** Blocks at the end of an archive. */
export function tarEnd(): Uint8Array {
  return new Uint8Array(2 * blockSize)
}

function splitName(path: string): {readonly name: string; readonly prefix: string} | undefined {
  if (!/^[\x20-\x7e]+$/.test(path)) return undefined
  if (path.length <= 100) return {name: path, prefix: ''}
  const slash = path.indexOf('/', path.length - 101)
  return slash > 0 && slash <= 155 ? {name: path.slice(slash + 1), prefix: path.slice(0, slash)} : undefined
}

/** `<length> <key>=<value>\n`, where the length counts its own digits. */
function paxRecord(key: string, value: string): Uint8Array {
  const rest = ` ${key}=${value}\n`
  const bare = Buffer.byteLength(rest)
  let length = bare + String(bare).length
  if (bare + String(length).length > length) length++
  return Buffer.from(String(length) + rest)
}

function header(fields: {
  readonly name: string
  readonly prefix: string
  readonly size: number
  readonly type: '0' | 'x'
}): Uint8Array {
  const block = Buffer.alloc(blockSize)
  const octal = (value: number, digits: number): string => `${value.toString(8).padStart(digits, '0')}\0`
  block.write(fields.name, 0)
  block.write(octal(0o644, 7), 100)
  block.write(octal(0, 7), 108)
  block.write(octal(0, 7), 116)
  block.write(octal(fields.size, 11), 124)
  block.write(octal(fixedTime, 11), 136)
  // The sum is taken with blanks in its own place.
  block.write(' '.repeat(8), 148)
  block.write(fields.type, 156)
  block.write('ustar\x0000', 257)
  block.write(octal(0, 7), 329)
  block.write(octal(0, 7), 337)
  block.write(fields.prefix, 345)
  const sum = block.reduce((total, byte) => total + byte, 0)
  block.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148)
  return block
}
