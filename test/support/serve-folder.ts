import {readFile, stat} from 'node:fs/promises'
import {createServer} from 'node:http'
import path from 'node:path'

/** A folder at an address of this machine. */
export interface FolderServer {
  /** `http://127.0.0.1:<port>/`. */
  readonly url: string
  close(): Promise<void>
}

const types: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.xml': 'application/xml; charset=utf-8',
}

/**
 * What a careful host lets pages do: nothing inline but styles, which rendered formulas need, and nothing from elsewhere.
 */
export const strictPolicy = {
  'content-security-policy':
    "default-src 'self'; img-src 'self' data:; style-src 'self' 'unsafe-inline'; base-uri 'none'; object-src 'none'",
}

/**
 * Serves a folder of static files, `404.html` for what is not there, and nothing from outside the folder.
 *
 * @param headers  headers that come with every answer
 */
export async function serveFolder(
  folder: string,
  headers: Readonly<Record<string, string>> = {},
): Promise<FolderServer> {
  const server = createServer((request, response) => {
    void findFile(folder, request.url ?? '/').then(async (file) => {
      const found = file ?? path.join(folder, '404.html')
      const type = types[path.extname(found)] ?? 'application/octet-stream'
      response.writeHead(file === undefined ? 404 : 200, {'content-type': type, ...headers})
      response.end(await readFile(found))
    })
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  return {
    url: `http://127.0.0.1:${port}/`,
    close: () =>
      new Promise((resolve, reject) => {
        server.closeAllConnections()
        server.close((error) => {
          if (error) reject(error)
          else resolve()
        })
      }),
  }
}

async function findFile(folder: string, url: string): Promise<string | undefined> {
  const file = path.join(folder, decodeURIComponent(new URL(url, 'http://host/').pathname))
  if (!file.startsWith(folder)) return undefined
  const candidate = file.endsWith(path.sep) ? path.join(file, 'index.html') : file
  const found = await stat(candidate).catch(() => undefined)
  return found?.isFile() ? candidate : undefined
}
