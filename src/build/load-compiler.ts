import {createDiskIconSet} from '../../plugins/icons/disk-icon-set.ts'
import {loadNativeParser} from '../../plugins/native-parser/load-native.ts'
import type {Compiler} from '../compile/compiler.ts'
import type {CompilerSettings} from './compiler-settings.ts'

/** Makes a compiler; what it needs is loaded only now. */
export async function loadCompiler({options, iconFolders}: CompilerSettings): Promise<Compiler> {
  const {createCompiler} = await import('../compile/compiler.ts')
  return createCompiler({...options, icons: createDiskIconSet(iconFolders), native: await loadNativeParser()})
}
