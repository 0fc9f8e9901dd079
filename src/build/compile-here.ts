import {createDiskIconSet} from '../../plugins/icons/disk-icon-set.ts'
import {loadNativeParser} from '../../plugins/native-parser/load-native.ts'
import type {Compiler} from '../compile/compiler.ts'
import {compilePage} from './compile-page.ts'
import type {CompileAll} from './compile-sources.ts'
import type {CompilerSettings} from './compiler-settings.ts'

/** Makes a compiler; what it needs is loaded only now. */
async function loadCompiler({options, iconFolders}: CompilerSettings): Promise<Compiler> {
  const {createCompiler} = await import('../compile/compiler.ts')
  return createCompiler({...options, icons: createDiskIconSet(iconFolders), native: await loadNativeParser()})
}

/** Compiles in this thread. The compiler is made with the first page, and kept as long as its settings hold. */
export function compileHere(): CompileAll {
  const made: {digest?: string; compiler?: Compiler} = {}
  return async (jobs, settings, onPage) => {
    if (jobs.length === 0) return
    if (!made.compiler || made.digest !== settings.digest) {
      made.compiler = await loadCompiler(settings)
      made.digest = settings.digest
    }
    for (const job of jobs) onPage(job, compilePage(made.compiler, job))
  }
}
