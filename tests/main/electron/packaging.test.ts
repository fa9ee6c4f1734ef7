import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, test } from 'vitest'

const read = (path: string): string => readFileSync(resolve(import.meta.dirname, '../../..', path), 'utf8')

/** The plain `key: value` lines of one top-level block of a YAML file. */
function block(yaml: string, name: string): Record<string, string> {
  const lines = yaml.split(/\r?\n/)
  const start = lines.indexOf(`${name}:`)
  if (start === -1) throw new Error(`there is no ${name}`)
  const length = lines.slice(start + 1).findIndex((line) => /^\S/.test(line))
  const body = lines.slice(start + 1, length === -1 ? undefined : start + 1 + length)
  return Object.fromEntries(
    body.flatMap((line) => {
      const match = /^ {2}(\w+): (.+)$/.exec(line)
      return match === null ? [] : [[match[1] ?? '', match[2] ?? '']]
    }),
  )
}

describe('the packaged kitchen', () => {
  const builder = read('electron-builder.yml')

  test('has every fuse set to its safe side', () => {
    expect(block(builder, 'electronFuses')).toEqual({
      runAsNode: 'false',
      enableCookieEncryption: 'true',
      enableNodeOptionsEnvironmentVariable: 'false',
      enableNodeCliInspectArguments: 'false',
      enableEmbeddedAsarIntegrityValidation: 'true',
      onlyLoadAppFromAsar: 'true',
      loadBrowserProcessSpecificV8Snapshot: 'false',
      grantFileProtocolExtraPrivileges: 'false',
    })
  })

  test('is never told to leave its sandbox', () => {
    expect(block(builder, 'linux')['executableArgs']).toBe('[]')
  })

  test('packs every library that it ships outside the archive', () => {
    const manifest = JSON.parse(read('package.json')) as { dependencies: Record<string, string> }
    for (const [library, packed] of [
      ['better-sqlite3', 'node_modules/better-sqlite3/prebuilds/**'],
      ['serialport', 'node_modules/@serialport/bindings-cpp/prebuilds/**'],
    ] as const) {
      expect(manifest.dependencies).toHaveProperty(library)
      expect(builder).toContain(`  - ${packed}\n`)
    }
  })

  test('leaves the Node out that only npm scripts need', () => {
    const manifest = JSON.parse(read('package.json')) as { optionalDependencies: Record<string, string> }
    for (const name of Object.keys(manifest.optionalDependencies)) {
      const folder = name.startsWith('@') ? name.slice(0, name.indexOf('/')) : name
      expect(builder).toContain(`  - '!node_modules/${folder}/**'\n`)
    }
  })
})

test('the workflow may read the repository and nothing else', () => {
  const workflow = read('.github/workflows/ci.yml')
  expect(block(workflow, 'permissions')).toEqual({ contents: 'read' })
  expect(workflow.match(/^\s*permissions:/gm)).toHaveLength(1)
  expect(workflow).not.toMatch(/secrets\.|pull_request_target/)
})
