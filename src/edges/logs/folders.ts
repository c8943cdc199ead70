import { type Dirent, readdirSync, statSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'

/** Logs that belong to one gateway. */
export interface GatewayLogs {
  readonly name: string
  readonly paths: readonly string[]
}

/**
 * Sorts paths given by hand by gateway. A folder that holds nothing but folders is a gateway a folder, named by it,
 * wherever it stands; all else belongs to the one gateway `otherwise`. A path that cannot be read stays in, to be told
 * as a gap when it is opened. A path that is given twice counts once.
 */
export function gatewaysIn(paths: readonly string[], otherwise: string): readonly GatewayLogs[] {
  const byName = new Map<string, Set<string>>()
  const add = (name: string, path: string) => byName.set(name, (byName.get(name) ?? new Set()).add(path))
  for (const path of paths) {
    const folders = foldersOnly(path)
    if (folders.length === 0) add(otherwise, path)
    for (const folder of folders) add(basename(folder), folder)
  }
  return [...byName].map(([name, own]) => ({ name, paths: once([...own]) }))
}

function once(paths: readonly string[]): readonly string[] {
  return [...new Map(paths.map((path) => [resolve(path), path])).values()]
}

function foldersOnly(path: string): readonly string[] {
  try {
    if (!statSync(path).isDirectory()) return []
    const entries = readdirSync(path, { withFileTypes: true }).filter(({ name }) => !name.startsWith('.'))
    if (!entries.every((entry) => isFolder(path, entry))) return []
    return entries.map(({ name }) => join(path, name)).sort()
  } catch {
    return []
  }
}

function isFolder(within: string, entry: Dirent): boolean {
  return entry.isSymbolicLink() ? statSync(join(within, entry.name)).isDirectory() : entry.isDirectory()
}
