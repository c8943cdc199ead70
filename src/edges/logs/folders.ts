import { readdirSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'

/** Logs that belong to one gateway. */
export interface GatewayLogs {
  readonly name: string
  readonly paths: readonly string[]
}

/**
 * Sorts paths given by hand by gateway. A folder that holds nothing but folders is a gateway a folder, named by it; all
 * else belongs to the one gateway `otherwise`. A path that cannot be read stays in, to be told as a gap when it is
 * opened.
 */
export function gatewaysIn(paths: readonly string[], otherwise: string): readonly GatewayLogs[] {
  const loose: string[] = []
  const named: GatewayLogs[] = []
  for (const path of paths) {
    const folders = foldersOnly(path)
    if (folders.length === 0) loose.push(path)
    for (const folder of folders) named.push({ name: basename(folder), paths: [folder] })
  }
  return loose.length > 0 ? [{ name: otherwise, paths: loose }, ...named] : named
}

function foldersOnly(path: string): readonly string[] {
  try {
    if (!statSync(path).isDirectory()) return []
    const entries = readdirSync(path, { withFileTypes: true }).filter(({ name }) => !name.startsWith('.'))
    if (entries.length === 0 || !entries.every((entry) => entry.isDirectory())) return []
    return entries.map(({ name }) => join(path, name)).sort()
  } catch {
    return []
  }
}
