#!/usr/bin/env node
import {main} from '../lib/src/cli/main.js'

// A reader such as `head` may close the pipe early; that is no failure.
process.stdout.on('error', (error) => {
  if (error.code !== 'EPIPE') throw error
})

process.exitCode = await main({
  argv: process.argv.slice(2),
  cwd: process.cwd(),
  env: process.env,
  stdout: process.stdout,
  stderr: process.stderr,
  stdin: process.stdin,
})
