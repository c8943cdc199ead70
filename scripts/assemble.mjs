// Compiles what is written in AssemblyScript (src/correlator/<module>/assembly) to WebAssembly. Prints what code.ts
// beside each must read; with --write, writes it.
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import asc from 'assemblyscript/asc'

const top = fileURLToPath(new URL('../src/correlator/', import.meta.url))
/** Each with what it is compiled with besides. Memory that is brought in has no more pages than there can be. */
export const modules = {
  finder: ['--initialMemory', '2'],
  recogniser: ['--importMemory', '--initialMemory', '1', '--maximumMemory', '65536'],
}

/** The text of a module's code.ts. @throws Error with the compiler's words where the source does not compile. */
export async function compiled(module) {
  let binary = null
  const { error, stderr } = await asc.main(
    [
      `${module}.ts`,
      '--outFile',
      `${module}.wasm`,
      '-O3',
      '--runtime',
      'stub',
      '--enable',
      'simd',
      '--noAssert',
      '--use',
      'abort=',
      ...modules[module],
    ],
    {
      readFile(name) {
        const path = `${top}${module}/assembly/${name}`
        return existsSync(path) ? readFileSync(path, 'utf8') : null
      },
      writeFile(_, contents) {
        binary = contents
      },
      listFiles: () => [],
    },
  )
  if (error) throw new Error(stderr.toString())
  const base64 = Buffer.from(binary).toString('base64')
  const lines = base64.match(/.{1,110}/g).map((part) => `  '${part}',`)
  return [
    '// Generated from assembly/ by scripts/assemble.mjs. To write it anew: npm run fix',
    '',
    '/** The module as WebAssembly, in base64. */',
    'export const code = [',
    ...lines,
    "].join('')",
    '',
  ].join('\n')
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const module of Object.keys(modules)) {
    const text = await compiled(module)
    if (process.argv.includes('--write')) writeFileSync(`${top}${module}/code.ts`, text)
    else process.stdout.write(text)
  }
}
