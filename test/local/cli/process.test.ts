import { spawn } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { describe, expect, it } from 'vitest'

const ROOT = path.resolve(import.meta.dirname, '../../..')

async function claimwire(args: string[], stdin = '') {
  const child = spawn('node', ['local/bin/claimwire.mjs', ...args], { cwd: ROOT })
  let stdout = ''
  let stderr = ''
  child.stdout.on('data', chunk => {
    stdout += chunk
  })
  child.stderr.on('data', chunk => {
    stderr += chunk
  })
  child.stdin.end(stdin)
  const [code] = await once(child, 'close')
  return { code, stdout, stderr }
}

describe('claimwire as a process', () => {
  it('prints help and ends with 0', async () => {
    const { code, stdout, stderr } = await claimwire(['--help'])
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    expect(stdout).toContain('Usage: claimwire COMMAND')
  })

  it('ends with 2 on a wrong command line', async () => {
    expect((await claimwire(['extarct'])).code).toBe(2)
  })

  it('extracts line by line', async () => {
    const { code, stdout, stderr } = await claimwire(['extract', '--ndjson'], '{"id":"a","text":"Good."}\nbad\n')
    expect(code).toBe(1)
    expect(stdout.trim().split('\n')).toHaveLength(2)
    expect(stderr).toBe('')
  })

  it('ends quietly when its reader has seen enough', async () => {
    const child = spawn('sh', ['-c', 'node local/bin/claimwire.mjs extract --ndjson | head -1'], { cwd: ROOT })
    let stdout = ''
    let stderr = ''
    child.stdout.on('data', chunk => {
      stdout += chunk
    })
    child.stderr.on('data', chunk => {
      stderr += chunk
    })
    child.stdin.on('error', () => {})
    for (let i = 0; i < 2000; i++) child.stdin.write(`{"id":"n${i}","text":"${'The road is open. '.repeat(20)}"}\n`)
    child.stdin.end()
    await once(child, 'close')
    expect(stdout.trim().split('\n')).toHaveLength(1)
    expect(stderr).toBe('')
  })
})
