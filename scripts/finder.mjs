// Compiles the finder (src/correlator/finder/assembly) to WebAssembly. Prints what code.ts beside it must read; with
// --write, writes it.
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import asc from 'assemblyscript/asc'

const folder = fileURLToPath(new URL('../src/correlator/finder/', import.meta.url))

/** The text of code.ts. @throws Error with the compiler's words where the source does not compile. */
export async function compiled() {
  let binary = null
  const { error, stderr } = await asc.main(
    [
      'finder.ts',
      '--outFile',
      'finder.wasm',
      '-O3',
      '--runtime',
      'stub',
      '--enable',
      'simd',
      '--noAssert',
      '--use',
      'abort=',
      '--initialMemory',
      '2',
    ],
    {
      readFile(name) {
        const path = `${folder}assembly/${name}`
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
    '// Generated from assembly/finder.ts by scripts/finder.mjs. To write it anew: npm run fix',
    '',
    '/** The finder as WebAssembly, in base64. */',
    'export const code = [',
    ...lines,
    "].join('')",
    '',
  ].join('\n')
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const text = await compiled()
  if (process.argv.includes('--write')) writeFileSync(`${folder}code.ts`, text)
  else process.stdout.write(text)
}
