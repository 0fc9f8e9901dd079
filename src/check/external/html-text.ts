import {brotliDecompressSync, gunzipSync, inflateSync} from 'node:zlib'

/** A body as it was sent. */
export interface SentBody {
  readonly bytes: Uint8Array
  /** Value of `Content-Type`. */
  readonly type: string
  /** Value of `Content-Encoding`; empty for none. */
  readonly encoding: string
}

/** Encodings that a request may ask for. */
export const acceptedEncodings = 'gzip, deflate, br'

/** Bytes in which a page says what its encoding is, after HTML's "prescan a byte stream". */
const prescannedBytes = 1024

/** Whether a body of this `Content-Type` is HTML. */
export function isHtml(type: string): boolean {
  return /^\s*(?:text\/html|application\/xhtml\+xml)\s*(?:;|$)/i.test(type)
}

/**
 * Text of an HTML page.
 *
 * @param limit  bytes that the body may have once it is decompressed
 * @returns `undefined` for one that is larger, and for compressions that were not asked for
 * @throws the error of zlib for a damaged body
 */
export function htmlText({bytes, type, encoding}: SentBody, limit: number): string | undefined {
  const plain = decompress(bytes, encoding.trim().toLowerCase(), limit)
  return plain && decoderFor(plain, type).decode(plain)
}

function decompress(bytes: Uint8Array, encoding: string, limit: number): Uint8Array | undefined {
  const options = {maxOutputLength: limit}
  try {
    switch (encoding) {
      case '':
      case 'identity':
        return bytes
      case 'gzip':
      case 'x-gzip':
        return gunzipSync(bytes, options)
      case 'deflate':
        return inflateSync(bytes, options)
      case 'br':
        return brotliDecompressSync(bytes, options)
      default:
        return undefined
    }
  } catch (error) {
    if (error instanceof RangeError) return undefined
    throw error
  }
}

function decoderFor(bytes: Uint8Array, type: string): InstanceType<typeof TextDecoder> {
  const start = Buffer.from(bytes.subarray(0, prescannedBytes)).toString('latin1')
  const label = charset(type) ?? charset(/<meta\b[^>]*?\bcharset\s*=[^>]*/i.exec(start)?.[0] ?? '') ?? 'utf-8'
  try {
    return new TextDecoder(label)
  } catch {
    return new TextDecoder()
  }
}

function charset(text: string): string | undefined {
  return /\bcharset\s*=\s*["']?\s*([\w.:-]+)/i.exec(text)?.[1]
}
