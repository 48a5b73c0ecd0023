import { readdirSync, readFileSync } from 'node:fs'

export type Watched = { ms: number; cpuMs: number; peakMb: number }

/**
 * How long a piece of work took, and what processor time and memory it and all it started used; Linux only. With a
 * process, of that one and what it started, and not of this.
 */
export async function watched(
  work: () => Promise<unknown>,
  { root = () => process.pid }: { root?: () => number } = {},
): Promise<Watched> {
  const family = () => familyOf(root())
  const spent = new Map<number, number>()
  const before = new Map(family().map(({ pid, ticks }) => [pid, ticks]))
  let peakMb = 0
  const look = () => {
    let megabytes = 0
    for (const { pid, ticks } of family()) {
      spent.set(pid, ticks - (before.get(pid) ?? 0))
      megabytes += kilobytesOf(pid) / 1_024
    }
    peakMb = Math.max(peakMb, megabytes)
  }
  const timer = setInterval(look, 200)
  const start = performance.now()
  try {
    await work()
  } finally {
    clearInterval(timer)
  }
  const ms = performance.now() - start
  look()
  const ticks = [...spent.values()].reduce((sum, each) => sum + each, 0)
  return { ms, cpuMs: ticks * 10, peakMb: Math.round(peakMb) }
}

/** A process and everything that it started, at a hundred ticks a second. */
function familyOf(root: number): { pid: number; ticks: number }[] {
  const all = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => statOf(Number(name)))
  const found = new Set([root])
  for (let grown = true; grown; ) {
    grown = false
    for (const { pid, parent } of all) {
      if (found.has(pid) || !found.has(parent)) continue
      found.add(pid)
      grown = true
    }
  }
  return all.filter(({ pid }) => found.has(pid))
}

function statOf(pid: number): { pid: number; parent: number; ticks: number }[] {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ')
    return [{ pid, parent: Number(fields[1]), ticks: Number(fields[11]) + Number(fields[12]) }]
  } catch {
    // It ended while we looked.
    return []
  }
}

/** Kilobytes that are its own, and its share of what it shares; 0 where nobody tells. */
export const kilobytesOf = (pid: number): number => shareOf(pid, 'Pss')

/**
 * What of them lies in files, which is the code of the programs that run: the more of the same run, the smaller is the
 * share of each.
 */
export const kilobytesOfFiles = (pid: number): number => shareOf(pid, 'Pss_File')

function shareOf(pid: number, field: 'Pss' | 'Pss_File'): number {
  try {
    const text = readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8')
    return Number(new RegExp(`^${field}:\\s+(\\d+) kB`, 'm').exec(text)?.[1] ?? 0)
  } catch {
    return 0
  }
}
